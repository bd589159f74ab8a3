package widget

import (
	"slices"
	"strings"

	"lede/model/query"
	"lede/ui/theme"
)

// Span is a range of bytes, to not included.
type Span struct{ From, To int }

// PhraseSpans are the places in a text where the phrases stand, in order and apart.
func PhraseSpans(text string, phrases []query.Phrase) []Span {
	if len(phrases) == 0 {
		return nil
	}
	tokens := slices.Collect(query.EachToken(text))
	var all []Span
	for i := 0; i < len(tokens); i++ {
		n := 0
		for _, p := range phrases {
			if p.Begins(tokens[i:]) {
				n = max(n, len(p.Words))
			}
		}
		if n > 0 {
			all = append(all, Span{tokens[i].From, tokens[i+n-1].To})
			i += n - 1
		}
	}
	return all
}

// LitSpans draws text in a style, with another one laid over some of its bytes.
func LitSpans(text string, spans []Span, style, match theme.Style) string {
	if len(spans) == 0 {
		return style.Render(text)
	}
	var b strings.Builder
	over, at := style.With(match), 0
	for _, s := range spans {
		from, to := min(max(s.From, at), len(text)), min(s.To, len(text))
		if from >= to {
			continue
		}
		b.WriteString(style.Render(text[at:from]) + over.Render(text[from:to]))
		at = to
	}
	return b.String() + style.Render(text[at:])
}

// LitText draws text in a style, with another one laid over what a pattern matches in it.
func LitText(text string, p Pattern, style, match theme.Style) string {
	return LitSpans(text, p.Spans(text), style, match)
}

// PhraseText writes phrases as a reader would look for them.
func PhraseText(phrases []query.Phrase) string {
	parts := make([]string, len(phrases))
	for i, p := range phrases {
		parts[i] = strings.Join(p.Words, " ")
		if p.Prefix {
			parts[i] += "…"
		}
	}
	return strings.Join(slices.Compact(parts), ", ")
}

// Ends says that there is no next section, post or part, or none before when step is -1.
func Ends(what string, step int) string {
	if step < 0 {
		return "This is the first " + what + "."
	}
	return "This is the last " + what + "."
}
