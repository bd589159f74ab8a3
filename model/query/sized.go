package query

import (
	"math"
	"strconv"
	"strings"

	"lede/model"
)

// Sized holds when the number of words, or of minutes, is from Min to Max, both included.
type Sized struct {
	Minutes  bool // count minutes, not words
	Min, Max int
}

func readWords(_ *parser, v string) (Expr, string) { return readSized(v, false) }

func readMinutes(_ *parser, v string) (Expr, string) { return readSized(v, true) }

// readSized reads ">800", ">=800", "<5", "<=5", "5" or "3..5".
func readSized(v string, minutes bool) (Expr, string) {
	s := Sized{Minutes: minutes, Min: 0, Max: math.MaxInt}
	from, to, isRange := strings.Cut(v, "..")
	op := strings.TrimRight(v, "0123456789")
	n, err := strconv.Atoi(v[len(op):])
	switch {
	case isRange:
		lo, err1 := strconv.Atoi(from)
		hi, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || lo < 0 || hi < lo {
			return nil, "A range is written like 300..800"
		}
		s.Min, s.Max = lo, hi
	case err != nil:
		return nil, "A length is a number, or >800, <800, 300..800"
	case op == ">" && n < math.MaxInt:
		s.Min = n + 1
	case op == ">=":
		s.Min = n
	case op == "<":
		s.Max = n - 1
	case op == "<=":
		s.Max = n
	case op == "" || op == "=":
		s.Min, s.Max = n, n
	default:
		return nil, "A length is a number, or >800, <800, 300..800"
	}
	return s, ""
}

func (Sized) term() {}

func (s Sized) write(bool) string {
	field := "words:"
	if s.Minutes {
		field = "minutes:"
	}
	switch {
	case s.Max < 0:
		return field + "<0"
	case s.Min == s.Max:
		return field + strconv.Itoa(s.Min)
	case s.Max == math.MaxInt:
		return field + ">=" + strconv.Itoa(s.Min)
	case s.Min <= 0:
		return field + "<=" + strconv.Itoa(s.Max)
	}
	return field + strconv.Itoa(s.Min) + ".." + strconv.Itoa(s.Max)
}

func (s Sized) holds(r model.Record) bool {
	n := r.Article.Words
	if s.Minutes {
		n = r.Article.Minutes()
	}
	return s.Min <= n && n <= s.Max
}
