package charset

import (
	"bytes"

	"lede/content/lang"
)

const (
	spokenBytes = 4 << 10 // how much of a text is looked at, on both sides, for its plain words
	spokenWords = 2       // how many of them tell a language
)

// spokenIn returns the encodings of the language that has most of a text's plain words, those of ASCII letters alone.
// It is nil when there are few such words, or when languages of other encodings have as many.
func spokenIn(data []byte) []charset {
	votes := lang.Votes(plainWords(data))
	most, rival := 0, 0
	var best []charset
	for _, t := range tongues() {
		switch n := votes[t.code]; {
		case best != nil && t.charsets[0] == best[0]:
			most = max(most, n)
		case n > most:
			most, rival, best = n, most, t.charsets
		default:
			rival = max(rival, n)
		}
	}
	if rival = max(rival, votes["en"]); most < spokenWords || most <= rival {
		return nil
	}
	return best
}

// plainWords returns the words of a text that are ASCII, without the tags of a page.
func plainWords(data []byte) string {
	var b bytes.Buffer
	tag := false
	for word := range bytes.FieldsFuncSeq(data, func(r rune) bool { return r <= ' ' }) {
		for _, part := range bytes.SplitAfter(bytes.ReplaceAll(word, []byte("<"), []byte("> <")), []byte(">")) {
			tag = tag || bytes.HasPrefix(bytes.TrimSpace(part), []byte("<"))
			if !tag && bytes.IndexFunc(part, func(r rune) bool { return r >= 0x80 }) < 0 {
				b.Write(part)
				b.WriteByte(' ')
			}
			tag = tag && !bytes.HasSuffix(part, []byte(">"))
		}
	}
	return b.String()
}
