package diff

import (
	"fmt"
	"strings"
)

// Summary says in short what has changed: "2 sentences added, 1 reworded, a correction". It is "" when nothing has.
func Summary(changes []Change) string {
	sentences := make(map[Kind]int)
	notes := make(map[Note]bool)
	var parts []string
	for _, c := range changes {
		switch c.Part {
		case Title, Byline:
			parts = append(parts, "a new "+string(c.Part))
		case Heading, Sentence:
			sentences[c.Kind]++
			notes[c.Note] = true
		}
	}
	first := true
	for _, k := range []Kind{Added, Removed, Reworded} {
		n := sentences[k]
		if n == 0 {
			continue
		}
		what := ""
		if first {
			what, first = " sentences", false
			if n == 1 {
				what = " sentence"
			}
		}
		parts = append(parts, fmt.Sprintf("%d%s %s", n, what, k))
	}
	if notes[Correction] {
		parts = append(parts, "a correction")
	}
	return strings.Join(parts, ", ")
}
