package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxHeading is the length in columns of the longest heading.
const maxHeading = 140

// markHeadings turns the units that read like headings into headings. A heading is told by what it is, by what stands around it, and
// by how often lines of its look occur in the text: see feature.
func markHeadings(units []unit, marked []found, title string) {
	d := newOutline(units, marked, title)
	weights := headingWeights()
	for i := range units {
		if !d.candidate(i) {
			continue
		}
		if d.features(i).score(weights) > 0 {
			units[i].kind, units[i].level = headingUnit, 2
		}
	}
}

// look is what matters of a unit to the units around it.
type look struct {
	size   int    // columns, up to maxSize
	end    ending // how it ends
	quote  bool   // it ends with a quotation mark or bracket
	first  rune
	kind   unitKind
	marked bool // it is a post, a related link or a notice
	bare   bool // short, and not the end of a sentence
	aside  bool // says nothing of the lines around it: a credit, a byline, a post, a related link
}

const (
	maxSize = 1000
	maxBare = 115
)

// ending is the mark that ends a text, before quotation marks and brackets.
type ending int

const (
	endNone ending = iota
	endStop
	endQuestion
	endBang
	endColon
	endComma
	endDots
)

func endingOf(s string) (e ending, closed bool) {
	t := strings.TrimRight(withoutNotes(s), closers)
	r, _ := utf8.DecodeLastRuneInString(t)
	switch {
	case r == '…' || strings.HasSuffix(t, ".."):
		e = endDots
	case strings.ContainsRune(".。．।॥۔։።", r):
		if e = endStop; len(t) < 32 && len(t) > 1 && t[len(t)-2] >= '0' && t[len(t)-2] <= '9' {
			e = endNone // an ordinal, as in "18. 7."
		}
	case strings.ContainsRune("?？؟", r):
		e = endQuestion
	case strings.ContainsRune("!！", r):
		e = endBang
	case strings.ContainsRune(":：", r):
		e = endColon
	case strings.ContainsRune(",;、，；،", r):
		e = endComma
	}
	return e, len(t) < len(s)
}

// withoutNotes takes the marks of footnotes from the end of s: "[3]", "[n 2]".
func withoutNotes(s string) string {
	for strings.HasSuffix(s, "]") {
		i := strings.LastIndexByte(s, '[')
		if i <= 0 || len(s)-i > 20 {
			break
		}
		s = strings.TrimRight(s[:i], " ")
	}
	return s
}

// prose tells whether a unit reads like a paragraph.
func (l look) prose() bool {
	return l.kind == plainUnit && !l.marked && (l.size > maxBare || l.end != endNone && l.end != endComma)
}

// outline is a text on its way to having headings.
type outline struct {
	units    []unit
	looks    []look
	title    string
	seen     map[string]int  // how often each short line occurs
	toc      map[string]bool // the items of lists
	label    map[string]int  // how often a line begins with the same words and a colon
	hasTOC   bool
	top      int
	paras    int // units of prose that end a sentence
	bares    int
	quests   int
	answered int
	numbers  map[int]int
	stops    int // short units that end a sentence
	caps     int
	typical  int // mean size of prose
}

func newOutline(units []unit, marked []found, title string) *outline {
	d := &outline{units: units, title: title, looks: make([]look, len(units)), seen: map[string]int{}, toc: map[string]bool{}, label: map[string]int{}, numbers: map[int]int{}}
	sum := 0
	for i, u := range units {
		s := u.text
		if len(s) > 2*maxSize {
			s = s[len(s)-2*maxSize:]
		}
		l := look{size: min(columns(s), maxSize), kind: u.kind}
		l.end, l.quote = endingOf(u.text)
		l.first, _ = utf8.DecodeRuneInString(u.text)
		l.bare = u.kind == plainUnit && l.size <= maxBare && l.end == endNone
		d.looks[i] = l
		if u.kind == listUnit {
			for item := range strings.Lines(u.text) {
				if len(item) < 2*maxHeading {
					d.toc[unnumbered(item)] = true
				}
			}
		}
		if u.kind != plainUnit {
			continue
		}
		if l.size <= maxHeading {
			d.seen[key(u.text)]++
			if p := prefix(u.text); p != "" {
				d.label[p]++
			}
			if m, ok := numbered(u.text); ok {
				d.numbers[m.number]++
			}
		}
		switch {
		case l.bare:
			d.bares++
			if u.text == strings.ToUpper(u.text) {
				d.caps++
			}
		case l.end == endQuestion && l.size <= maxHeading:
			d.quests++
			if i+1 < len(units) && strings.ContainsRune("\"“„«‘'‹「『–—", firstRune(units[i+1].text)) {
				d.answered++
			}
		case l.size <= maxHeading:
			d.stops++
		}
		if l.size > maxHeading/2 && l.end != endNone {
			d.paras++
			sum += l.size
		}
	}
	for _, f := range marked {
		for i := f.from; i < f.to; i++ {
			d.looks[i].marked = true
			d.looks[i].aside = true
		}
	}
	for i, u := range units {
		if l := &d.looks[i]; l.kind == plainUnit && l.size <= maxBare && d.beside(u.text) {
			l.aside, l.bare = true, false
		}
	}
	for d.top < len(d.looks) && d.looks[d.top].bare {
		d.top++
	}
	named := 0
	for i, l := range d.looks {
		if l.bare && d.toc[unnumbered(units[i].text)] {
			named++
		}
	}
	d.hasTOC = named >= 4
	d.typical = 200
	if d.paras > 0 {
		d.typical = sum / d.paras
	}
	return d
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// prefix is the words before a colon inside a line, or "".
func prefix(s string) string {
	i := strings.Index(s, ":")
	if i <= 0 || i > 30 || i == len(s)-1 {
		return ""
	}
	return s[:i]
}

func (d *outline) candidate(i int) bool {
	l := d.looks[i]
	return l.kind == plainUnit && !l.marked && l.size <= maxHeading && !d.never(i)
}

// never tells what no heading is, whatever stands around it.
func (d *outline) never(i int) bool {
	s, l := d.units[i].text, d.looks[i]
	p := prefix(s)
	listed := d.toc[unnumbered(s)]
	switch {
	case l.aside || !hasLetter(s) || strings.Contains(s, "\n") || l.end == endComma:
		return true
	case unicode.IsLower(l.first) && !listed, strings.HasPrefix(s, "$ "), strings.Contains(s, "://"):
		return true
	case l.end == endQuestion && d.answered*3 >= d.quests && d.quests >= 4:
		return true
	case d.hasTOC && !listed && !conventional(s):
		return true
	}
	return p != "" && d.label[p] > 3
}

// beside tells the lines that stand beside the text: credits, bylines, remarks in brackets, and what is repeated as it is.
func (d *outline) beside(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	bracketed := strings.IndexRune("([（【［＜", firstRune(s)) >= 0 && strings.ContainsRune(")]）】］＞", r)
	return bracketed || d.seen[key(s)] > 3 || imprintLike(s) || isCredit(s)
}

// key is s, with all numbers alike when they stand in brackets: "Comments (12)".
func key(s string) string {
	if !strings.HasSuffix(s, ")") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

// around returns the look of the unit n away from i; the title stands before the first.
func (d *outline) around(i, n int) (look, bool) {
	j := d.step(i, n)
	if j < 0 || j >= len(d.looks) {
		return look{}, false
	}
	return d.looks[j], true
}

// step is the index of the unit n away from i that is not passed over.
func (d *outline) step(i, n int) int {
	by := 1
	if n < 0 {
		by, n = -1, -n
	}
	for ; n > 0; n-- {
		for i += by; i >= 0 && i < len(d.looks) && d.looks[i].aside; i += by {
		}
	}
	return i
}

// The features of a line.
const (
	fBias = iota
	fVeryShort
	fShort
	fMedium
	fLong
	fVeryLong
	fWords
	fEndStop
	fEndQuestion
	fEndBang
	fEndColon
	fEndComma
	fEndDots
	fEndQuote
	fQuoteQuestion
	fStartLower
	fStartDigit
	fStartNumber
	fStartQuote
	fStartBracket
	fStartOther
	fWholeQuote
	fUnbalanced
	fSentenceInside
	fCaps
	fTitleCase
	fDigits
	fSymbols
	fCode
	fSlash
	fAddress
	fPipe
	fLabel
	fLabelRepeated
	fRepeated
	fTOC
	fImprint
	fDate
	fTitle
	fFirst
	fSecond
	fLast
	fNearEnd
	fPrevStop
	fPrevColon
	fPrevBare
	fPrevOther
	fPrevMarked
	fNextStop
	fNextColon
	fNextBare
	fNextQuestion
	fNextOther
	fNextMarked
	fNextShort
	fNextMuchLonger
	fNextLong
	fNextQuote
	fNextLower
	fNext2Bare
	fPrev2Bare
	fShareBare
	fShareBareSq
	fManyBare
	fShareCapsOdd
	fQuestionsShare
	fInterview
	fTypicalShort
	fRatio
	fSandwich
	fSandwichLong
	fSandwichQ
	fSandwichTop
	fOverlap
	fOverlapLong
	fSequence
	fInterviewDoc
	fRunFirst
	fRunLater
	fBracketEnd
	fQuestNoBares
	fNotInTOC
	fConventional
	fNextImprint
	fBareList
	fSequenceStrong
	fSandwichBelow
	fAlone
	fRunLaterPunct
	fTopRun
	fEndsAnd
	numFeatures
)

var featureNames = strings.Fields("Bias VeryShort Short Medium Long VeryLong Words EndStop EndQuestion EndBang EndColon EndComma EndDots EndQuote QuoteQuestion StartLower StartDigit StartNumber StartQuote StartBracket StartOther WholeQuote Unbalanced SentenceInside Caps TitleCase Digits Symbols Code Slash Address Pipe Label LabelRepeated Repeated TOC Imprint Date Title First Second Last NearEnd PrevStop PrevColon PrevBare PrevOther PrevMarked NextStop NextColon NextBare NextQuestion NextOther NextMarked NextShort NextMuchLonger NextLong NextQuote NextLower Next2Bare Prev2Bare ShareBare ShareBareSq ManyBare ShareCapsOdd QuestionsShare Interview TypicalShort Ratio Sandwich SandwichLong SandwichQ SandwichTop Overlap OverlapLong Sequence InterviewDoc RunFirst RunLater BracketEnd QuestNoBares NotInTOC Conventional NextImprint BareList SequenceStrong SandwichBelow Alone RunLaterPunct TopRun EndsAnd")

type features [numFeatures]float64

func (f *features) score(w *features) float64 {
	s := 0.0
	for i, v := range f {
		s += v * w[i]
	}
	return s
}

func (d *outline) features(i int) *features {
	var f features
	on := func(k int, cond bool) {
		if cond {
			f[k] = 1
		}
	}
	u, l := d.units[i], d.looks[i]
	s := u.text
	f[fBias] = 1
	on(fVeryShort, l.size <= 10)
	on(fShort, l.size > 10 && l.size <= 24)
	on(fMedium, l.size > 24 && l.size <= 60)
	on(fLong, l.size > 80 && l.size <= 110)
	on(fVeryLong, l.size > 110)
	words := strings.Fields(s)
	f[fWords] = float64(min(len(words), 20)) / 10
	on(fEndStop, l.end == endStop)
	on(fEndQuestion, l.end == endQuestion)
	on(fEndBang, l.end == endBang)
	on(fEndColon, l.end == endColon)
	on(fEndComma, l.end == endComma)
	on(fEndDots, l.end == endDots)
	on(fEndQuote, l.quote && l.end == endNone)
	first, size := l.first, utf8.RuneLen(l.first)
	if size < 0 {
		size = 1
	}
	_, isNumber := numbered(s)
	quoteStart := strings.ContainsRune("\"“„«‘'‹「『”", first)
	on(fStartLower, unicode.IsLower(first))
	on(fStartDigit, unicode.IsDigit(first) && !isNumber)
	on(fStartNumber, isNumber)
	on(fStartQuote, quoteStart)
	on(fStartBracket, strings.ContainsRune("([{<（【＜［", first))
	on(fStartOther, !unicode.IsLetter(first) && !unicode.IsDigit(first) && !quoteStart && f[fStartBracket] == 0)
	on(fWholeQuote, quoteStart && l.quote)
	on(fQuoteQuestion, quoteStart && l.quote && l.end != endNone)
	on(fUnbalanced, unbalanced(s))
	on(fSentenceInside, sentenceInside(s))
	on(fCaps, s == strings.ToUpper(s) && s != strings.ToLower(s))
	f[fTitleCase] = titleCase(words)
	digits, symbols := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case strings.ContainsRune("$€£¥%=+*/\\_{}[]<>#@^~→›»«©", r):
			symbols++
		}
	}
	on(fDigits, digits*4 > len(s))
	f[fSymbols] = float64(min(symbols, 4)) / 4
	on(fCode, looksLikeCode(s))
	on(fSlash, strings.Contains(s, "/"))
	on(fAddress, strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@") || strings.Contains(s, ".com"))
	on(fPipe, strings.Contains(s, "|"))
	p := prefix(s)
	on(fLabel, p != "")
	on(fLabelRepeated, p != "" && d.label[p] > 2)
	on(fRepeated, d.seen[key(s)] > 2)
	on(fTOC, d.toc[unnumbered(s)])
	on(fImprint, imprintLike(s))
	on(fDate, dateLike(s))
	on(fTitle, strings.EqualFold(s, d.title))
	on(fFirst, i == 0)
	on(fSecond, i == 1)
	on(fLast, i == len(d.units)-1)
	on(fNearEnd, i >= len(d.units)-3)

	prev, okPrev := d.around(i, -1)
	if okPrev {
		on(fPrevStop, prev.prose() && prev.end != endColon)
		on(fPrevColon, prev.end == endColon)
		on(fPrevBare, prev.bare)
		on(fPrevOther, prev.kind != plainUnit)
		on(fPrevMarked, prev.marked)
	}
	next, okNext := d.around(i, 1)
	if okNext {
		on(fNextStop, next.prose() && next.end != endColon)
		on(fNextColon, next.end == endColon)
		on(fNextBare, next.bare)
		on(fNextQuestion, next.end == endQuestion && next.size <= maxHeading)
		on(fNextOther, next.kind != plainUnit)
		on(fNextMarked, next.marked)
		on(fNextShort, next.size < l.size*3/2)
		on(fNextMuchLonger, next.size > l.size*4)
		on(fNextLong, next.size > 200)
		on(fNextQuote, strings.ContainsRune("\"“„«‘'‹「『–—", next.first))
		on(fNextLower, unicode.IsLower(next.first))
		f[fRatio] = min(float64(next.size)/float64(d.typical), 2)
	}
	next2, ok2 := d.around(i, 2)
	on(fNext2Bare, ok2 && next2.bare)
	prev2, ok2 := d.around(i, -2)
	on(fPrev2Bare, ok2 && prev2.bare)
	share := float64(d.bares) / float64(max(1, d.paras+d.bares))
	f[fShareBare] = share
	f[fShareBareSq] = share * share
	on(fManyBare, d.bares > d.paras)
	if d.bares > 0 {
		capsShare := float64(d.caps) / float64(d.bares)
		if f[fCaps] == 1 {
			f[fShareCapsOdd] = 1 - capsShare
		} else {
			f[fShareCapsOdd] = capsShare
		}
	}
	if l.end == endQuestion {
		f[fQuestionsShare] = float64(d.quests) / float64(d.paras+1)
		on(fInterview, f[fNextQuote] == 1)
	}
	on(fTypicalShort, d.typical < 150)
	above := okPrev && prev.prose() || i == 0
	below := okNext && next.prose() && next.end != endQuestion
	on(fSandwich, l.bare && above && below)
	on(fSandwichLong, l.bare && above && below && l.size > 60)
	on(fSandwichQ, l.end == endQuestion && above && below && next.size > l.size)
	on(fSandwichTop, l.bare && below && i == 0)
	if okNext && next.kind == plainUnit {
		f[fOverlap] = overlap(words, d.units[d.step(i, 1)].text)
		if l.size > 50 {
			f[fOverlapLong] = f[fOverlap]
		}
	}
	on(fSequence, isNumber && d.numbers[number(s)-1]+d.numbers[number(s)+1] > 0)
	if l.end == endQuestion {
		f[fInterviewDoc] = float64(d.answered) / float64(max(d.quests, 1))
	}
	on(fRunFirst, l.bare && above && okNext && next.bare)
	on(fRunLater, l.bare && okPrev && prev.bare)
	on(fBracketEnd, strings.HasSuffix(s, ")"))
	on(fRunLaterPunct, l.bare && okPrev && prev.bare && strings.ContainsAny(s, "(,:"))
	on(fTopRun, i < d.top)
	on(fEndsAnd, strings.HasSuffix(s, " and") || strings.HasSuffix(s, " or") || strings.HasSuffix(s, " as"))
	on(fNotInTOC, d.hasTOC && f[fTOC] == 0)
	on(fConventional, conventional(s))
	on(fNextImprint, okNext && next.kind == plainUnit && i+1 < len(d.units) && d.looks[i+1].size < 80 && imprintLike(d.units[i+1].text))
	on(fBareList, l.bare && !prev.bare && prev.end != endColon && okNext && next.kind != plainUnit)
	on(fSequenceStrong, isNumber && d.numbers[number(s)-1]+d.numbers[number(s)+1] > 0 && d.numbers[3] > 0)
	on(fSandwichBelow, l.bare && below && !above)
	on(fAlone, l.bare && above && below && d.bares*4 < d.paras)
	on(fQuestNoBares, l.end == endQuestion && d.bares > 2*d.quests)
	return &f
}

func number(s string) int { m, _ := numbered(s); return m.number }

// overlap is the share of the longer words of a line that the text below it repeats.
func overlap(words []string, below string) float64 {
	if len(below) > maxSize {
		below = below[:maxSize]
	}
	below = strings.ToLower(below)
	all, again := 0, 0
	for _, w := range words {
		w = strings.ToLower(bare(w))
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		all++
		if strings.Contains(below, w[:len(w)-len(w)/4]) || strings.Contains(below, w) {
			again++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(again) / float64(all)
}

// unnumbered is a line without the mark or number that it begins with.
func unnumbered(s string) string {
	return bare(strings.TrimLeft(strings.TrimLeft(s, "-*•–·. \t"), "0123456789."))
}

func titleCase(words []string) float64 {
	large, all := 0, 0
	for i, w := range words {
		if i == 0 || utf8.RuneCountInString(w) < 4 {
			continue
		}
		all++
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			large++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(large) / float64(all)
}

func unbalanced(s string) bool {
	for _, pair := range []string{"()", "[]", "“”", "«»"} {
		rs := []rune(pair)
		if strings.Count(s, string(rs[0])) != strings.Count(s, string(rs[1])) {
			return true
		}
	}
	return strings.Count(s, `"`)%2 == 1
}

func sentenceInside(s string) bool {
	for _, stop := range []string{". ", "! ", "? ", ".” ", ".\" "} {
		rest := s
		for {
			i := strings.Index(rest, stop)
			if i < 0 {
				break
			}
			word := lastWord(rest[:i])
			rest = rest[i+len(stop):]
			if len(word) > 3 && !startsLower(rest) && strings.Trim(word, "0123456789") != "" {
				return true
			}
		}
	}
	return false
}

func dateLike(s string) bool {
	end, _ := scanDate(s)
	return end > 0 && end*3 > len(s)*2
}

func imprintLike(s string) bool {
	rest, ok := unsigned(s)
	if !ok {
		return false
	}
	if authors(s, false) != nil {
		return true
	}
	words := strings.Fields(rest)
	return len(words) > 3 && isName(strings.Join(words[:2], " ")) && len(words) < 9 && strings.ContainsFunc(words[len(words)-1], unicode.IsDigit)
}

// isCredit tells the credit of a picture that has no label: "Ines Okafor/Courier".
func isCredit(s string) bool {
	name, agency, ok := strings.Cut(s, "/")
	return ok && len(s) <= 50 && isName(name) && agency != "" && !startsLower(agency) && titleCase(strings.Fields(s)) == 1
}

func conventional(s string) bool {
	return strings.Contains(conventionalHeadings, "|"+strings.ToLower(bare(s))+"|")
}

// conventionalHeadings are headings that many texts have.
const conventionalHeadings = "|introduction|background|overview|summary|conclusion|conclusions|references|see also|external links|further reading|footnotes|notes|citations|bibliography|" +
	"contents|appendix|abstract|acknowledgements|history|discussion|results|methods|faq|einleitung|hintergrund|fazit|zusammenfassung|literatur|weblinks|einzelnachweise|siehe auch|ausblick|" +
	"conclusion|contexte|références|voir aussi|conclusión|introducción|referencias|véase también|enlaces externos|conclusione|bibliografia|note|conclusie|slutsats|bakgrund|bakgrunn|wnioski|введение|заключение|выводы|примечания|литература|ссылки|"
