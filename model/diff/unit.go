package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
	"lede/model/query"
)

// unit is what is compared: a heading, a sentence, a line of code.
type unit struct {
	text    string // on one line
	key     string // equal for what says the same
	part    Part
	section string
	block   int // counted over the article; of a heading the block below it
	at      int // bytes of the block's text before it; -1 outside of blocks
}

// unitsOf makes units of an article's text. What has no letter and no digit, and what only tells a time or a count of
// the page, is left out.
func unitsOf(a model.Article) []unit {
	var units []unit
	block := 0
	for _, s := range a.Sections {
		if key := keyOf(s.Title); key != "" {
			units = append(units, unit{oneLine(s.Title), "# " + key, Heading, s.Title, block, -1})
		}
		for _, b := range s.Blocks {
			units = append(units, unitsOfBlock(b, s.Title, block)...)
			block++
		}
	}
	return units
}

func unitsOfBlock(b model.Block, section string, block int) (units []unit) {
	add := func(text string, at int) {
		if key := keyOf(text); key != "" && (isRow(text) || !furniture(text, key)) {
			units = append(units, unit{oneLine(text), key, Sentence, section, block, at})
		}
	}
	switch words, how := model.Said(b); how {
	case model.Sentences, model.Quoted:
		eachSentence(words, add)
	case model.Lines:
		eachLine(words, add)
	case model.Noticed:
		if noteOf(words) == Correction {
			eachSentence(words, add)
		}
	case model.Captioned, model.Unsaid:
	}
	return units
}

// isRow reports whether a line is a row of a table. A timetable has nothing but days and figures, and tells them.
func isRow(line string) bool { return strings.Contains(line, "\t") }

func eachLine(text string, f func(line string, at int)) {
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		f(line, at)
		at += len(line) + 1
	}
}

// eachSentence calls f for the sentences of a text. A line never goes on beyond its end: lists and tables have an
// item or a row on each.
func eachSentence(text string, f func(sentence string, at int)) {
	eachLine(text, func(line string, start int) {
		from := 0
		for i := 0; i < len(line); {
			r, size := utf8.DecodeRuneInString(line[i:])
			i += size
			end, ok := sentenceEnd(line, r, i)
			if !ok {
				continue
			}
			f(line[from:end], start+from)
			from = end + len(line[end:]) - len(strings.TrimLeftFunc(line[end:], unicode.IsSpace))
			i = max(from, i)
		}
		if from < len(line) {
			f(line[from:], start+from)
		}
	})
}

// sentenceEnd reports whether a sentence ends with the sign r, which stands before the byte i, and where: behind
// quotes and brackets that close.
func sentenceEnd(line string, r rune, i int) (end int, ok bool) {
	switch r {
	case '。', '！', '？', '।', '۔', '።':
		return closed(line, i), true
	case '.', '!', '?', '…':
	default:
		return 0, false
	}
	end = closed(line, i)
	rest := strings.TrimLeftFunc(line[end:], unicode.IsSpace)
	if rest == "" || len(rest) == len(line[end:]) {
		return 0, false
	}
	if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"'“”„«‘’([¿¡–—")); unicode.IsLower(next) {
		return 0, false
	}
	return end, r != '.' || !abbreviated(line[:i-1])
}

// closed is the first byte from i on that closes no quote or bracket.
func closed(line string, i int) int {
	rest := strings.TrimLeft(line[i:], "\"'”’»)]")
	return len(line) - len(rest)
}

// abbreviated reports whether the last word of a text is a single letter or a short title, or the text is the number
// of an item, so that the full stop behind it ends no sentence.
func abbreviated(text string) bool {
	if strings.Trim(text, " 0123456789") == "" {
		return true // the number of an item
	}
	word := text[strings.LastIndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == '.' })+1:]
	if utf8.RuneCountInString(word) == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r)
	}
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Sen", "Rep", "Gov", "Gen", "Lt", "Sgt", "Col", "Jr", "Sr", "No",
		"Nr", "Hr", "Fr":
		return true
	}
	return false
}

// keyOf is a text as it is compared: its letters and digits as search folds them, with the signs that change a
// figure, and nothing of how it is set.
func keyOf(text string) string {
	var b strings.Builder
	last := 0
	for t := range query.EachToken(text) {
		if b.Len() > 0 {
			b.WriteString(between(text[last:t.From]))
		}
		b.WriteString(t.Word)
		last = t.To
	}
	return b.String()
}

// between is what is between two words as it is compared: the point or comma of a figure, a sign of money or of less
// than zero, else a space.
func between(text string) string {
	switch text {
	case ".", ",", "%", "/", ":":
		return text
	}
	for _, sign := range []string{"%", "€", "$", "£", "¥", " -", " −"} {
		if strings.Contains(text, sign) && strings.TrimSpace(sign) != "-" {
			return " " + sign
		}
	}
	return " "
}

// words is a text as its words alone.
func words(text string) string { return strings.Join(query.Tokens(text), " ") }

func sameWords(a, b string) bool { return keyOf(a) == keyOf(b) }

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// nameEnd parts the names of a byline.
const nameEnd = ", "

func names(byline []string) string { return strings.Join(byline, nameEnd) }

func keysOf(units []unit) []string {
	keys := make([]string, len(units))
	for i, u := range units {
		keys[i] = u.key
	}
	return keys
}
