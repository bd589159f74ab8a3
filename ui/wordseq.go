package ui

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

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
	walk(q.Expr)
	return all
}

// token is a word of a text, folded, and the bytes where it stands.
type token struct {
	word string
	span
}

// tokensOf are the words of a text as model.Tokens gives them, with their places.
func tokensOf(text string) []token {
	var all []token
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		end := wordEnd(text, i)
		all = appendTokens(all, text, i, end)
		i = end
	}
	return all
}

// wordEnd is where the run of letters, digits, marks and apostrophes that begins at from ends.
func wordEnd(text string, from int) int {
	for i, r := range text[from:] {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’' {
			return from + i
		}
	}
	return len(text)
}

func appendTokens(all []token, text string, from, to int) []token {
	words := model.Tokens(text[from:to])
	if len(words) == 1 {
		return append(all, token{words[0], span{from, to}})
	}
	for i, r := range text[from:to] { // characters that are words of their own
		if w := model.Tokens(string(r)); len(w) == 1 {
			all = append(all, token{w[0], span{from + i, from + i + utf8.RuneLen(r)}})
		}
	}
	return all
}

// seqSpans are the places in a text where the words stand, in order and apart.
func seqSpans(text string, seqs []wordSeq) []span {
	if len(seqs) == 0 {
		return nil
	}
	tokens := tokensOf(text)
	var all []span
	for i := 0; i < len(tokens); i++ {
		n := 0
		for _, s := range seqs {
			if s.at(tokens[i:]) {
				n = max(n, len(s.words))
			}
		}
		if n > 0 {
			all = append(all, span{tokens[i].from, tokens[i+n-1].to})
			i += n - 1
		}
	}
	return all
}

// at tells whether the words stand at the start of tokens.
func (s wordSeq) at(tokens []token) bool {
	last := len(s.words) - 1
	if len(tokens) <= last {
		return false
	}
	for i, w := range s.words[:last] {
		if tokens[i].word != w {
			return false
		}
	}
	return tokens[last].word == s.words[last] || s.prefix && strings.HasPrefix(tokens[last].word, s.words[last])
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
