package diff

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
)

// leastStray is how many words a paragraph has at least that is an addition although it is in no block.
const leastStray = 6

// strays are the paragraphs that have come to a page right behind one of the article's, and that its text leaves out:
// which of the short ones belong to it is a guess. A paragraph with a link, or one that is no sentence, is none.
func (p pages) strays(source string, b []unit) (added []Change) {
	known := byKey(b)
	var before *unit // the last unit of the paragraph that ends where the next begins
	for source != "" {
		var gap, inside string
		gap, inside, source = element(source, "p")
		text := oneLine(html.UnescapeString(bare(inside)))
		if strings.TrimSpace(gap) != "" {
			before = nil
		}
		if u, ok := known[lastKey(text)]; ok {
			before = &u
			continue
		}
		if before != nil && strayed(text, inside) && p.come(text) {
			added = append(added, stray(text, *before, known)...)
		}
	}
	return added
}

// stray are the additions of one paragraph.
func stray(text string, before unit, known map[string]unit) (added []Change) {
	eachSentence(text, func(sentence string, _ int) {
		key := keyOf(sentence)
		if _, there := known[key]; key != "" && !there {
			before.text, before.part, before.at = oneLine(sentence), Sentence, -1
			added = append(added, put(before))
		}
	})
	return added
}

// strayed reports whether a paragraph may be one of an article.
func strayed(text, inside string) bool {
	if strings.Contains(inside, "<a ") || len(strings.Fields(words(text))) < leastStray {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’»)]"))
	return unicode.Is(unicode.Po, end) && end != ':' && end != ','
}

func byKey(units []unit) map[string]unit {
	all := make(map[string]unit, len(units))
	for _, u := range units {
		all[u.key] = u
	}
	return all
}

// lastKey is the key of the last sentence of a text.
func lastKey(text string) (key string) {
	eachSentence(text, func(sentence string, _ int) {
		if k := keyOf(sentence); k != "" {
			key = k
		}
	})
	return key
}

// element cuts the next element of a name off a page: what is before it, what is in it, and what follows.
func element(source, called string) (gap, inside, rest string) {
	rest = source
	for {
		at := strings.IndexByte(rest, '<')
		if at < 0 {
			return source, "", ""
		}
		start := rest[at:]
		name, behind := tag(start)
		if name != called || strings.HasPrefix(start, "</") {
			rest = behind
			continue
		}
		gap = source[:len(source)-len(start)]
		end := strings.Index(behind, "</"+called+">")
		if end < 0 {
			return gap, behind, ""
		}
		return gap, behind[:end], behind[end+len("</"+called+">"):]
	}
}

// bare is a piece of a page without its tags.
func bare(piece string) string {
	var b strings.Builder
	for piece != "" {
		at := strings.IndexByte(piece, '<')
		if at < 0 {
			b.WriteString(piece)
			break
		}
		b.WriteString(piece[:at])
		name, rest := tag(piece[at:])
		switch {
		case name == "br":
			b.WriteByte(' ')
		case strings.Contains(silent, " "+name+" "):
			rest = behind(behind(rest, "</"+name), ">")
		}
		piece = rest
	}
	return b.String()
}

// headings are the first headings of a page, on one line each.
func headings(source string) (all []string) {
	for source != "" {
		var inside string
		if _, inside, source = element(source, "h1"); inside != "" {
			all = append(all, oneLine(html.UnescapeString(bare(inside))))
		}
	}
	return all
}

// titleOnPage is the title that a newer page shows where it showed the title of the article before; "" when it shows
// the same, or the new one. What a page says of its title elsewhere may stay behind.
func titleOnPage(old, new model.Article) string {
	was, is := headings(old.Source), headings(new.Source)
	before := slices.IndexFunc(was, func(h string) bool { return within(old.Title, h) })
	if before < 0 ||
		slices.ContainsFunc(is, func(h string) bool { return within(old.Title, h) || within(new.Title, h) }) {
		return ""
	}
	for _, h := range is {
		if likeness(h, was[before]) >= alike {
			return h
		}
	}
	return ""
}

// within reports whether the words of a title are side by side in a heading.
func within(title, heading string) bool {
	t := words(title)
	return t != "" && strings.Contains(" "+words(heading)+" ", " "+t+" ")
}
