package arrive

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"lede/model/query"
)

// queryFeed takes a query feed of newsboat: a name, a colon, and a filter, which is written as a query of lede.
func (t *taking) queryFeed(p place, s string) {
	title, filter, ok := strings.Cut(s, ":")
	if !ok || strings.TrimSpace(filter) == "" {
		t.skip(p, "The query feed has no filter.", "")
		return
	}
	q, err := queryOf(filter)
	if err != nil {
		t.skip(p, "Its filter cannot be written as a query of lede: "+err.Error()+".", "lede list "+quoted("is:unread"))
		return
	}
	t.query(Query{Title: title, Query: q, Was: filter})
}

// queryOf writes a filter of newsboat as a query. Its errors say in a few words what there is no word for.
func queryOf(filter string) (string, error) {
	f := &filterReader{rest: filter}
	s, err := f.or(0)
	if err == nil && f.peek() != "" {
		err = fmt.Errorf("%q is not expected", f.peek())
	}
	if err != nil {
		return "", err
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, " "), " ")
	if _, err := query.Parse(s, time.Unix(0, 0)); err != nil {
		return "", err
	}
	return s, nil
}

// filterReader reads newsboat's filter language from left to right:
// https://newsboat.org/releases/2.36/docs/newsboat.html#_filter_language.
type filterReader struct{ rest string }

var filterToken = regexp.MustCompile(
	`^\s*("(?:[^"\\]|\\.)*"|[()]|[A-Za-z_]+|-?\d+:-?\d+|-?\d+|=~|!~|==|!=|<=|>=|!#|[=<>#])`,
)

// peek returns the next token without taking it; "" at the end. What is no token is the rest.
func (f *filterReader) peek() string {
	if m := filterToken.FindStringSubmatch(f.rest); m != nil {
		return m[1]
	}
	return strings.TrimSpace(f.rest)
}

func (f *filterReader) next() string {
	token := f.peek()
	f.rest = strings.TrimPrefix(strings.TrimLeft(f.rest, " \t\r\n"), token)
	return token
}

func (f *filterReader) take(word string) bool {
	if !strings.EqualFold(f.peek(), word) {
		return false
	}
	f.next()
	return true
}

// maxFilterDepth is how deep parentheses are nested at most.
const maxFilterDepth = 40

func (f *filterReader) or(depth int) (string, error) {
	parts, err := f.parts(depth, "or", f.and)
	if len(parts) > 1 {
		return "(" + strings.Join(parts, " OR ") + ")", err
	}
	return strings.Join(parts, ""), err
}

func (f *filterReader) and(depth int) (string, error) {
	parts, err := f.parts(depth, "and", f.unit)
	return strings.Join(parts, " "), err
}

func (f *filterReader) parts(depth int, word string, read func(int) (string, error)) ([]string, error) {
	var all []string
	for {
		s, err := read(depth)
		if err != nil {
			return all, err
		}
		if all = append(all, s); !f.take(word) {
			return all, nil
		}
	}
}

func (f *filterReader) unit(depth int) (string, error) {
	if depth > maxFilterDepth {
		return "", errors.New("it is nested too deep")
	}
	if !f.take("(") {
		return f.comparison()
	}
	s, err := f.or(depth + 1)
	if err == nil && !f.take(")") {
		err = errors.New("a ( has no )")
	}
	return "(" + s + ")", err
}

// comparison reads an attribute, an operator and a value.
func (f *filterReader) comparison() (string, error) {
	name, op := f.next(), f.next()
	if strings.EqualFold(op, "between") {
		op = "between"
	}
	value := f.next()
	if strings.HasPrefix(value, `"`) {
		value, _ = quotedWord(value[1:])
	}
	if name == "" || op == "" {
		return "", errors.New("it ends too early")
	}
	c := comparing{strings.ToLower(name), op, value}
	return c.query()
}

// comparing is one comparison of a filter.
type comparing struct{ name, op, value string }

// terms are newsboat's attributes whose words a term of the query language looks for.
func terms(name string) (term string, ok bool) {
	switch name {
	case "title":
		return "title:", true
	case "author":
		return "by:", true
	case "feedtitle":
		return "feed:", true
	case "content", "description":
		return "", true
	}
	return "", false
}

func (c comparing) query() (string, error) {
	not := ""
	if strings.HasPrefix(c.op, "!") {
		not = "-"
	}
	switch c.name {
	case "unread":
		if (c.value == "yes") == (not == "") {
			return "is:unread", nil
		}
		return "is:read", nil
	case "tags", "flags":
		return c.topics(not)
	case "age":
		return c.age()
	}
	if term, ok := terms(c.name); ok {
		return c.words(term, not)
	}
	return "", fmt.Errorf("there is no term for %q", c.name)
}

// topics are the tags or flags that an item has, which are topics after the import.
func (c comparing) topics(not string) (string, error) {
	if strings.TrimSpace(c.value) == "" {
		return "", fmt.Errorf("%q has no value", c.name)
	}
	switch c.op {
	case "#", "!#", "=", "==", "!=", "=~", "!~":
		if c.op == "=~" || c.op == "!~" {
			return c.words("topic:", not)
		}
		return not + "topic:" + quotedTerm(c.value), nil
	}
	return "", fmt.Errorf("%q cannot be compared by %q", c.name, c.op)
}

// age is how many days ago an item was published.
func (c comparing) age() (string, error) {
	from, to, isRange := strings.Cut(c.value, ":")
	n, err := strconv.Atoi(from)
	m := n
	if err == nil && isRange {
		m, err = strconv.Atoi(to)
	}
	n, m = min(n, m), max(n, m)
	if err != nil || n < 0 || m > 100_000 {
		return "", errors.New("its age is not a number of days")
	}
	since := func(days int) string { return fmt.Sprintf("since:%dd", max(days, 1)) }
	switch c.op {
	case "<":
		return since(m), nil
	case "<=":
		return since(m + 1), nil
	case ">":
		return "-" + since(m+1), nil
	case ">=":
		return "-" + since(m), nil
	case "between":
		if n == 0 {
			return since(m + 1), nil
		}
		return since(m+1) + " -" + since(n), nil
	case "=", "==":
		return since(m+1) + " -" + since(m), nil
	}
	return "", fmt.Errorf("its age cannot be compared by %q", c.op)
}

// words looks for a text, or for a regular expression as far as it is made of words and of alternatives to them.
func (c comparing) words(term, not string) (string, error) {
	switch c.op {
	case "=", "==", "!=":
		if strings.TrimSpace(c.value) == "" {
			return "", fmt.Errorf("%q is compared with nothing", c.name)
		}
		return not + term + quotedTerm(c.value), nil
	case "=~", "!~":
	default:
		return "", fmt.Errorf("%q cannot be compared by %q", c.name, c.op)
	}
	var any []string
	inner := strings.TrimSuffix(strings.TrimPrefix(c.value, "("), ")")
	for part := range strings.SplitSeq(inner, "|") {
		part = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(part), ".*"), ".*")
		if part == "" || strings.ContainsAny(part, `.*+?[](){}^$\`) {
			return c.expression(term, not)
		}
		any = append(any, term+quotedTerm(part))
	}
	if len(any) == 1 {
		return not + any[0], nil
	}
	return not + "(" + strings.Join(any, " OR ") + ")", nil
}

// expression looks for a regular expression, where the query language has those.
func (c comparing) expression(term, not string) (string, error) {
	if term == "" {
		term = "text:"
	}
	s := not + term + "~" + strconv.Quote(c.value)
	q, err := query.Parse(s, time.Unix(0, 0))
	if err != nil || !strings.Contains(q.String(), "~") {
		return "", fmt.Errorf("there is no term for the expression %q", c.value)
	}
	return s, nil
}

// quotedTerm is a value of a term.
func quotedTerm(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, `"`, " ")), " ")
	if s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == "" {
		return s
	}
	return `"` + s + `"`
}
