package ui

import (
	"slices"
	"strings"
	"time"

	"lede/model"
	"lede/ui/theme"
)

// wordSeq is words that a query looks for side by side.
type wordSeq struct {
	words  []string // as model.Tokens gives them
	prefix bool     // the last one may go on
}

// querySeqs are the words that an article must or may have in its text, its title or its byline.
func querySeqs(a ask, now time.Time) []wordSeq {
	q, err := a.query(now)
	if err != nil {
		return nil
	}
	return exprSeqs(q.Expr)
}

func exprSeqs(e model.Expr) []wordSeq {
	var all []wordSeq
	var walk func(model.Expr)
	walk = func(e model.Expr) {
		switch e := e.(type) {
		case model.And:
			for _, part := range e {
				walk(part)
			}
		case model.Or:
			for _, part := range e {
				walk(part)
			}
		case model.Phrase:
			switch e.Field {
			case model.Anywhere, model.InTitle, model.InByline:
				all = append(all, wordSeq{e.Words, e.Prefix})
			case model.InSite, model.InFeed, model.InLanguage:
			}
		case nil, model.Not, model.About, model.Is, model.Has, model.Dated, model.Sized:
		}
	}
	walk(e)
	return all
}

// seqSpans are the places in a text where the words stand, in order and apart.
func seqSpans(text string, seqs []wordSeq) []span {
	if len(seqs) == 0 {
		return nil
	}
	tokens := slices.Collect(model.EachToken(text))
	var all []span
	for i := 0; i < len(tokens); i++ {
		n := 0
		for _, s := range seqs {
			if s.at(tokens[i:]) {
				n = max(n, len(s.words))
			}
		}
		if n > 0 {
			all = append(all, span{tokens[i].From, tokens[i+n-1].To})
			i += n - 1
		}
	}
	return all
}

// at tells whether the words stand at the start of tokens.
func (s wordSeq) at(tokens []model.Token) bool {
	last := len(s.words) - 1
	if len(tokens) <= last {
		return false
	}
	for i, w := range s.words[:last] {
		if tokens[i].Word != w {
			return false
		}
	}
	return tokens[last].Word == s.words[last] || s.prefix && strings.HasPrefix(tokens[last].Word, s.words[last])
}

// litSpans draws text in a style, with another one laid over some of its bytes.
func litSpans(text string, spans []span, style, match theme.Style) string {
	if len(spans) == 0 {
		return style.Render(text)
	}
	var b strings.Builder
	over, at := style.With(match), 0
	for _, s := range spans {
		from, to := min(max(s.from, at), len(text)), min(s.to, len(text))
		if from >= to {
			continue
		}
		b.WriteString(style.Render(text[at:from]) + over.Render(text[from:to]))
		at = to
	}
	return b.String() + style.Render(text[at:])
}

// seqText writes words as a reader would look for them.
func seqText(seqs []wordSeq) string {
	parts := make([]string, len(seqs))
	for i, s := range seqs {
		parts[i] = strings.Join(s.words, " ")
		if s.prefix {
			parts[i] += "…"
		}
	}
	return strings.Join(slices.Compact(parts), ", ")
}
