package query

import (
	"fmt"
	"strings"
	"time"
)

// Error reports where a query is wrong and what would be right.
type Error struct {
	At   int    // the byte offset of the mistake in the query
	Len  int    // its length in bytes; 0 at the end
	Text string // a sentence without its period
}

// Error returns the sentence.
func (e *Error) Error() string { return e.Text }

// Parse reads a query. Words must all match; OR, NOT or -, parentheses, "phrases", a * that leaves a word open, and
// the terms of fieldTable are understood. Behind title: by: site: text: feed: a ~ makes the value a regular
// expression.
//
// Dates are days in the time zone of now, which "yesterday" and "2w" are counted from. An empty text is the zero
// Query. The error is an *Error.
func Parse(text string, now time.Time) (Query, error) {
	p := &parser{text: text, now: now}
	expr, err := p.or()
	if err == nil && p.peek() != "" {
		err = p.fail(p.at, 1, "There is a ) without its (")
	}
	if err != nil {
		return Query{}, err
	}
	return Query{Expr: simplify(expr), Sort: p.sort}, nil
}

// parser reads a query from left to right.
type parser struct {
	text string
	at   int
	now  time.Time
	sort Order
	deep int
	said int // how many terms have been read
}

const (
	// maxDepth limits the nesting of parentheses and negations.
	maxDepth = 50
	// maxTerms is how many terms a query has at most, and maxPhrase how many words each of them: every one is looked up
	// by itself.
	maxTerms  = 500
	maxPhrase = 200
)

func (p *parser) or() (Expr, error) {
	first, err := p.and()
	if err != nil {
		return nil, err
	}
	parts := Or{first}
	for p.takeWord("OR") {
		if end := p.peek(); end == "" || end == ")" {
			return nil, p.fail(p.at, 0, "OR needs something on its right")
		}
		next, err := p.and()
		if err != nil {
			return nil, err
		}
		parts = append(parts, next)
	}
	if len(parts) == 1 {
		return first, nil
	}
	return parts, nil
}

func (p *parser) and() (Expr, error) {
	if p.is("OR") {
		return nil, p.fail(p.at, 2, "OR needs something on its left")
	}
	parts := And{}
	for end := p.peek(); end != "" && end != ")" && !p.is("OR"); end = p.peek() {
		p.takeWord("AND")
		e, err := p.unary()
		if err != nil {
			return nil, err
		}
		if e != nil {
			parts = append(parts, e)
		}
	}
	return parts, nil
}

func (p *parser) unary() (Expr, error) {
	if p.deep++; p.deep > maxDepth {
		return nil, p.fail(p.at, 1, "The query is nested too deep")
	}
	defer func() { p.deep-- }()
	start := p.at
	switch {
	case p.takeWord("NOT") || p.take("-"):
		return p.not(start)
	case !p.take("("):
		return p.term()
	}
	e, err := p.or()
	if err == nil && !p.take(")") {
		err = p.fail(start, 1, "This ( has no )")
	}
	return e, err
}

// not reads what follows a negation that begins at start. Negating nothing is no condition.
func (p *parser) not(start int) (Expr, error) {
	if end := p.peek(); end == "" || end == ")" {
		return nil, p.fail(p.at, 0, "There is nothing to leave out")
	}
	at := p.at
	e, err := p.unary()
	switch {
	case err != nil:
		return nil, err
	case e != nil:
		return Not{e}, nil
	case strings.HasPrefix(p.text[at:], "sort:"):
		return nil, p.fail(start, p.at-start, "An order cannot be left out")
	}
	return nil, nil
}

// peek skips blanks and returns the next character, "" at the end.
func (p *parser) peek() string {
	for p.at < len(p.text) && (p.text[p.at] == ' ' || p.text[p.at] == '\t' || p.text[p.at] == '\n') {
		p.at++
	}
	if p.at == len(p.text) {
		return ""
	}
	return p.text[p.at : p.at+1]
}

func (p *parser) take(s string) bool {
	if p.peek() != s {
		return false
	}
	p.at++
	return true
}

// is reports whether the operator comes next, as a word of its own.
func (p *parser) is(operator string) bool {
	p.peek()
	rest, ok := strings.CutPrefix(p.text[p.at:], operator)
	return ok && (rest == "" || strings.ContainsRune(" \t\n()", rune(rest[0])))
}

func (p *parser) takeWord(operator string) bool {
	if !p.is(operator) {
		return false
	}
	p.at += len(operator)
	return true
}

func (p *parser) fail(at, n int, text string) error {
	return &Error{At: at, Len: n, Text: text}
}

// term reads a word, a phrase, or a field with its value. For sort: it sets the order and returns nil.
func (p *parser) term() (Expr, error) {
	p.peek()
	start := p.at
	name := p.fieldName()
	valueAt := p.at
	f, isKnown := fields()[name]
	isPattern := f.like && strings.HasPrefix(p.text[p.at:], "~")
	value, isQuoted, err := p.value(isPattern)
	if err != nil {
		return nil, err
	}
	if p.said++; p.said > maxTerms {
		return nil, p.fail(start, p.at-start, fmt.Sprintf("The query is too long; it may have %d terms", maxTerms))
	}
	if longPhrase(value) {
		return nil, p.fail(start, p.at-start, fmt.Sprintf("The phrase is too long; it may have %d words", maxPhrase))
	}
	if name == "" {
		return phrase(Anywhere, value), nil
	}
	if !isKnown {
		return nil, p.fail(start, len(name)+1, fmt.Sprintf("%s: is not a term; %s", name, suggestion(name)))
	}
	if value == "" && !isQuoted {
		return nil, p.fail(start, p.at-start, fmt.Sprintf("%s: needs a value, such as %s", name, f.example))
	}
	read := f.read
	if isPattern {
		read = readPattern(name)
	}
	e, why := read(p, value)
	if why != "" {
		return nil, p.fail(valueAt, p.at-valueAt, why)
	}
	return e, nil
}

// longPhrase reports whether a value has more words than a phrase may have.
func longPhrase(value string) bool {
	words := 0
	for range EachToken(value) {
		if words++; words > maxPhrase {
			return true
		}
	}
	return false
}

// fieldName reads "name:" if it comes next, and returns the name.
func (p *parser) fieldName() string {
	rest := p.text[p.at:]
	n := strings.IndexFunc(rest, func(r rune) bool { return r < 'a' || r > 'z' })
	if n <= 0 || rest[n] != ':' || strings.HasPrefix(rest[n:], "://") {
		return ""
	}
	p.at += n + 1
	return rest[:n]
}

// value reads a quoted text, or everything up to the next blank or parenthesis. A pattern begins with a ~, which is
// not part of it, and may have pairs of parentheses.
func (p *parser) value(isPattern bool) (value string, isQuoted bool, err error) {
	if isPattern {
		p.at++
	}
	rest := p.text[p.at:]
	if strings.HasPrefix(rest, `"`) {
		end := strings.IndexByte(rest[1:], '"')
		if end < 0 {
			return "", true, p.fail(p.at, 1, `This " has no second "`)
		}
		p.at += end + 2
		return rest[1 : end+1], true, nil
	}
	end := strings.IndexAny(rest, " \t\n()")
	if isPattern {
		end = patternEnd(rest)
	}
	if end < 0 {
		end = len(rest)
	}
	p.at += end
	return rest[:end], false, nil
}

// patternEnd returns where a pattern without quotes ends: at a blank, or at a ) whose ( is before it; -1 for the end.
func patternEnd(s string) int {
	open := 0
	return strings.IndexFunc(s, func(r rune) bool {
		switch r {
		case ' ', '\t', '\n':
			return true
		case '(':
			open++
		case ')':
			open--
		}
		return open < 0
	})
}

// simplify removes what has no meaning: an And or Or around a single part, an empty And.
func simplify(e Expr) Expr {
	switch e := e.(type) {
	case And:
		switch parts := simplifyAll(e); len(parts) {
		case 0:
			return nil
		case 1:
			return parts[0]
		default:
			return And(parts)
		}
	case Or:
		parts := simplifyAll(e)
		if len(parts) == 1 {
			return parts[0]
		}
		return Or(parts)
	case Not:
		return Not{simplifyAll([]Expr{e.Expr})[0]}
	}
	return e
}

// simplifyAll simplifies parts. A part without a meaning becomes an empty And.
func simplifyAll(parts []Expr) []Expr {
	out := make([]Expr, len(parts))
	for i, p := range parts {
		out[i] = simplify(p)
		if out[i] == nil {
			out[i] = And{}
		}
	}
	return out
}
