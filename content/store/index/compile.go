package index

import (
	"math"
	"strings"
	"time"

	"lede/model"
	"lede/model/query"
)

// partsOf are the topic that a key counts for and all topics that are part of it.
const partsOf = `SELECT p.t FROM topic k JOIN topic p ON p.t = coalesce(k.target, k.t)
	OR p.target = coalesce(k.target, k.t) WHERE k.key = ?`

// Compile turns a condition into SQL over a (article) and s (status). It means what query.Query.Match means.
func (c Compiler) Compile(e query.Expr) (sql string, args []any) {
	switch e := e.(type) {
	case query.And:
		return c.compileAll(e, " AND ", "1")
	case query.Or:
		return c.compileAll(e, " OR ", "0")
	case query.Not:
		inner, args := c.Compile(e.Expr)
		return "NOT coalesce(" + inner + ", 0)", args
	case query.Term:
		a := answerTo(e)
		if a.sql == nil {
			return c.compileRead(e)
		}
		return a.sql(c)
	}
	return "1", nil
}

func (c Compiler) compileAll(parts []query.Expr, op, none string) (string, []any) {
	if len(parts) == 0 {
		return none, nil
	}
	texts := make([]string, len(parts))
	var args []any
	for i, p := range parts {
		text, more := c.Compile(p)
		texts[i] = text
		args = append(args, more...)
	}
	return "(" + strings.Join(texts, op) + ")", args
}

// columnOf is the column of the names that a field is looked for in.
func columnOf(f query.Field) string {
	if f == query.InLanguage {
		return "language"
	}
	return "site"
}

func compileState(s query.State) string {
	switch s {
	case query.Unread:
		return "coalesce(s.read, 0) = 0"
	case query.Read:
		return "s.read = 1"
	case query.Starred:
		return "s.starred = 1"
	case query.Saved:
		return "s.saved = 1"
	case query.Unfinished:
		return "(s.read = 0 AND s.percent > 0)"
	case query.Removed:
		return "coalesce(s.removed, 0) > 0"
	}
	return "0"
}

func compileDated(d query.Dated) (string, []any) {
	from, to := dateBounds(d)
	firstDay, endDay := dateBounds(d.Days())
	return `(a.published IS NOT NULL AND CASE a.published % 86400 WHEN 0 THEN a.published >= ? AND a.published < ?
		ELSE a.published >= ? AND a.published < ? END)`, []any{firstDay, endDay, from, to}
}

// dateBounds returns the bounds of a publication date in seconds since 1970.
func dateBounds(d query.Dated) (from, to int64) {
	from, to = undated+1, math.MaxInt64
	if !d.From.IsZero() {
		from = ceilUnix(d.From)
	}
	if !d.To.IsZero() {
		to = ceilUnix(d.To)
	}
	return from, to
}

// ceilUnix is the first whole second that is not before t.
func ceilUnix(t time.Time) int64 {
	if t.Nanosecond() > 0 {
		return t.Unix() + 1
	}
	return t.Unix()
}

// wordBounds are the bounds of a length in words. Minutes are rounded up: m minutes are the words from (m-1)×pace+1
// to m×pace.
func wordBounds(s query.Sized) (lo, hi int) {
	lo, hi = s.Min, s.Max
	if !s.Minutes {
		return lo, hi
	}
	lo = min(lo, math.MaxInt/model.WordsPerMinute)*model.WordsPerMinute - model.WordsPerMinute + 1
	if hi < math.MaxInt/model.WordsPerMinute {
		hi *= model.WordsPerMinute
	}
	return lo, hi
}

// orderBy is the order of a query that has no words to be ranked by.
func orderBy(q query.Query) string {
	switch q.Sort {
	case query.ByTitle:
		return " ORDER BY a.sorted, a.n DESC"
	case query.ByLength:
		return " ORDER BY a.words DESC, a.n DESC"
	case ByPublished:
		return " ORDER BY a.published DESC, a.n DESC"
	case query.ByRelevance, query.ByDate, "":
	}
	return " ORDER BY a.n DESC"
}
