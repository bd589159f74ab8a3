package block

import (
	"strings"

	"lede/model"
	"lede/model/address"
)

// Escape writes plain text as Markdown in which the web addresses that stand in it are links.
func Escape(s string) string {
	if !strings.Contains(s, "://") && !strings.Contains(s, "www.") {
		return model.Escape(s)
	}
	var b strings.Builder
	done := 0
	for at := 0; at < len(s); {
		from, to := address.NextWeb(s, at)
		if from < 0 {
			break
		}
		at = to
		if url, ok := address.Found(s[from:to]); ok {
			b.WriteString(fragment(s[done:from], done == 0))
			b.WriteString("[" + model.Escape(s[from:to]) + "](<" + url + ">)")
			done = to
		}
	}
	b.WriteString(fragment(s[done:], done == 0))
	return b.String()
}

// fragment writes a part of a text that does not stand at its start unless first is set.
func fragment(s string, first bool) string {
	if first || s == "" {
		return model.Escape(s)
	}
	// A letter keeps the start of the part from being taken for the start of a line.
	return model.Escape("x" + s)[1:]
}
