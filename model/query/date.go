package query

import (
	"strconv"
	"strings"
	"time"

	"lede/model"
)

// Dated holds when the article was published in [From, To). A zero bound is open. An article without a date is never
// Dated. An article of a day (see model.IsDay) is compared by the date and the clock of the bounds, in their zones.
// With Came it holds when the article came into the library in that time.
type Dated struct {
	From, To time.Time
	Came     bool
}

func (Dated) term() {}

func (d Dated) write(bool) string {
	if d.Came {
		return "came:" + d.From.Format(time.RFC3339)
	}
	var parts []string
	if !d.From.IsZero() {
		parts = append(parts, "since:"+d.From.Format(time.RFC3339))
	}
	if !d.To.IsZero() {
		parts = append(parts, "before:"+d.To.Format(time.RFC3339))
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, " ") + ")"
}

func (d Dated) holds(r model.Record) bool {
	t := r.Article.Published
	if d.Came {
		return !r.Status.Arrived.IsZero() && !r.Status.Arrived.Before(d.From)
	}
	if model.IsDay(t) {
		d = d.Days()
	}
	return !t.IsZero() && !t.Before(d.From) && (d.To.IsZero() || t.Before(d.To))
}

// Days returns the bounds for articles of a day: those that a clock on the wall shows, as if in UTC.
func (d Dated) Days() Dated { return Dated{From: wall(d.From), To: wall(d.To)} }

func wall(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
}

const dateHelp = "A date is written 2026-03-14, 2026-03, 2026, today, yesterday, or an age such as 12h, 3d, 2w, 6m, 1y"

func readSince(p *parser, v string) (Expr, string) {
	from, _, ok := span(v, p.now)
	if !ok {
		return nil, dateHelp
	}
	return Dated{From: from}, ""
}

// readCame reads the time since which an article has come into the library.
func readCame(p *parser, v string) (Expr, string) {
	from, _, ok := span(v, p.now)
	if !ok {
		return nil, dateHelp
	}
	return Dated{From: from, Came: true}, ""
}

func readBefore(p *parser, v string) (Expr, string) {
	from, _, ok := span(v, p.now)
	if !ok {
		return nil, dateHelp
	}
	return Dated{To: from}, ""
}

func readOn(p *parser, v string) (Expr, string) {
	from, to, ok := span(v, p.now)
	if !ok {
		return nil, dateHelp
	}
	return Dated{From: from, To: to}, ""
}

// span returns the time that a date covers, [from, to), in the time zone of now. Ages count back from the start of
// today, hours from now.
func span(v string, now time.Time) (from, to time.Time, ok bool) {
	v = strings.ToLower(v)
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch v {
	case "today":
		return today, today.AddDate(0, 0, 1), true
	case "yesterday":
		return today.AddDate(0, 0, -1), today, true
	}
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.ParseInLocation(form.layout, v, now.Location()); err == nil {
			return t, t.AddDate(form.years, form.months, form.days), true
		}
	}
	if t, err := time.Parse(time.RFC3339, strings.ToUpper(v)); err == nil {
		return t, t.Add(time.Second), true
	}
	return age(v, now, today)
}

// age reads "12h", "3d", "2w", "6m" or "1y": the day that long ago, or the hour.
func age(v string, now, today time.Time) (from, to time.Time, ok bool) {
	if len(v) < 2 {
		return from, to, false
	}
	n, err := strconv.Atoi(v[:len(v)-1])
	if err != nil || n < 0 || n > 100_000 {
		return from, to, false
	}
	switch v[len(v)-1] {
	case 'h':
		from = now.Add(-time.Duration(n) * time.Hour)
		return from, from.Add(time.Hour), true
	case 'd':
		from = today.AddDate(0, 0, -n)
	case 'w':
		from = today.AddDate(0, 0, -7*n)
	case 'm':
		from = today.AddDate(0, -n, 0)
	case 'y':
		from = today.AddDate(-n, 0, 0)
	default:
		return from, to, false
	}
	return from, from.AddDate(0, 0, 1), true
}

const ageHelp = "An age is written <2d, >1w, 1d..2w; the units are h, d, w, m, y, and a number alone is days"

// readAge reads "<2d", ">1w" or "1d..2w": how long ago an article was published, by the clock.
func readAge(p *parser, v string) (Expr, string) {
	young, old, isRange := strings.Cut(v, "..")
	op := strings.TrimRight(v[:len(v)-len(strings.TrimLeft(v, "<>="))], "=")
	if isRange {
		to, ok1 := ago(young, p.now)
		from, ok2 := ago(old, p.now)
		if !ok1 || !ok2 || from.After(to) {
			return nil, ageHelp
		}
		return Dated{From: from, To: to}, ""
	}
	at, ok := ago(strings.TrimLeft(v, "<>="), p.now)
	switch {
	case ok && op == "<":
		return Dated{From: at}, ""
	case ok && op == ">":
		return Dated{To: at}, ""
	}
	return nil, ageHelp
}

// ago returns the time that an age, such as 12h, 3d or 2, lies back from now.
func ago(v string, now time.Time) (time.Time, bool) {
	if strings.Trim(v, "0123456789") == "" {
		v += "d"
	}
	now = now.Truncate(time.Second)
	from, _, ok := age(strings.ToLower(v), now, now)
	return from, ok
}
