package date

import (
	"strings"
	"time"
)

// Parse reads a date as it is printed: "May 3, 2026 at 4:05 PM", "16 мая 2018 г.", "2019年11月18日", RFC 3339, RFC 1123
// and the like, in the languages of monthNames. The whole of s must be the date. A time without a zone is taken as
// UTC, and a date without a time is midnight; the result is in UTC.
//
// Of numbers alone the year is the one with four digits; with dots or a first part above 12 the day comes first, and
// 3/5/2026 is the third of May unless a time with AM or PM or an American zone follows.
func Parse(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if t, ok := machine(s); ok {
		return t, true
	}
	end, d := Scan(s)
	if end == 0 || strings.Trim(s[end:], " .,)") != "" {
		return time.Time{}, false
	}
	return d.Time()
}

// Parts is what a printed date says. A zero year, month or day was not printed.
type Parts struct {
	Year, month, day  int
	hour, minute, sec int
	timed, pm, am     bool
	american          bool // the order of 3/5/2026 is month first
	Offset            int  // seconds east of UTC
}

// Time returns the date in UTC; ok is false for one that no calendar has.
func (d Parts) Time() (time.Time, bool) {
	if d.Year > 2400 && d.Year < 2700 {
		d.Year -= 543 // the Buddhist era
	}
	if d.Year < 1000 || d.Year > 2400 || d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 {
		return time.Time{}, false
	}
	switch {
	case d.pm && d.hour < 12:
		d.hour += 12
	case d.am && d.hour == 12:
		d.hour = 0
	}
	if d.hour > 24 || d.minute > 59 || d.sec > 60 {
		return time.Time{}, false
	}
	t := time.Date(d.Year, time.Month(d.month), d.day, d.hour, d.minute, d.sec, 0, time.UTC)
	if t.Day() != d.day && d.hour < 24 {
		return time.Time{}, false // 31 February
	}
	return t.Add(-time.Duration(d.Offset) * time.Second), true
}

// Scan finds how far a date reaches that s begins with, and what it says. The end is 0 when s does not begin with a
// date: a month by name with a day or a year, or three numbers of which one is a year.
func Scan(s string) (end int, d Parts) {
	r := reader{tokens: tokens(s)}
	for r.at < len(r.tokens) && r.step() {
	}
	if !r.whole() {
		return 0, Parts{}
	}
	return r.end, r.settle()
}

// reader goes over the tokens of a date.
type reader struct {
	Parts
	tokens []token
	at     int
	end    int     // where the date ends as far as read
	loose  []token // numbers of which it is not yet known whether they are day, month or year
	dotted bool
}

// whole reports whether enough has been read for a date.
func (r *reader) whole() bool {
	if r.month > 0 {
		return r.day > 0 || r.Year > 0 || len(r.loose) > 0
	}
	n := r.loose
	return len(n) >= 3 &&
		(n[0].digits() == 4 || n[2].digits() == 4 || n[2].digits() == 2 && n[0].value <= 31 && n[1].value <= 31)
}

// complete reports whether day, month and year are there, so that a further number can only be a time.
func (r *reader) complete() bool {
	if r.month > 0 {
		return r.Year > 0 && (r.day > 0 || len(r.loose) > 0)
	}
	return len(r.loose) >= 3
}

// step reads on by a token, or by the tokens of a time, and reports whether the date may go on after it.
func (r *reader) step() bool {
	t := r.tokens[r.at]
	r.at++
	if t.kind == dateFiller && !r.bareZone(t) {
		return true
	}
	if t.kind != dateFiller && !r.take(t) {
		return false
	}
	r.end = r.tokens[r.at-1].end
	return true
}

func (r *reader) take(t token) bool {
	switch t.kind {
	case dateNumber:
		return r.number(t)
	case dateMonth:
		if r.month > 0 {
			return false
		}
		r.month = t.value
	case dateMonthMark:
		if r.month > 0 || r.peek(0).kind != dateNumber {
			return false
		}
		r.month = r.peek(0).value
		r.at++
	case dateAM, datePM:
		if t.text == "am" && r.at == 1 {
			return false // a preposition: "Erstellt am 09.02.2022"
		}
		if r.am || r.pm || !r.timed && r.peek(0).kind != dateNumber {
			return false
		}
		r.am, r.pm = t.kind == dateAM, t.kind == datePM
	case dateZone:
		if !r.timed {
			return false
		}
		r.zone(t)
	case dateSuffix:
		if dot := r.peek(0); dot.text == "." && dot.start == t.end && r.end > 0 {
			r.at++
		}
		return r.end > 0
	case dateWeekday:
		return !r.complete() || t.end-t.start > 4 // "man" and "die" are short for a day
	case dateEra:
	default:
		return false
	}
	return true
}

// number takes a number for a part of the date or of the time, by what is round it.
func (r *reader) number(t token) bool {
	next := r.peek(0)
	switch {
	case next.kind == dateUnit:
		r.at++
		r.unit(t.value, next.value)
	case !r.timed && t.value <= 24 && r.clockAhead(t):
		r.clock(t)
	case r.complete():
		if r.timed || t.value > 24 || next.kind != dateAM && next.kind != datePM && next.text != "uhr" && next.text != "h" {
			return false
		}
		r.hour, r.timed = t.value, true
		r.at++
		r.am, r.pm = next.kind == dateAM, next.kind == datePM
	case t.digits() > 4:
		return false
	case r.month > 0 && t.value > 31 && r.Year == 0:
		r.Year = t.value
	case r.month > 0 && r.day == 0 && len(r.loose) == 0:
		r.day = t.value
	default:
		r.loose = append(r.loose, t)
		r.dotted = r.dotted || next.text == "."
	}
	return true
}

// clockAhead reports whether t is the hour of 16:05, 16h05, 4.05 pm or, once the date is there, 16.05.
func (r *reader) clockAhead(t token) bool {
	mark, minute := r.peek(0), r.peek(1)
	if mark.start != t.end || minute.start != mark.end || minute.kind != dateNumber || minute.value > 59 ||
		minute.digits() != 2 {
		return false
	}
	after := r.peek(2)
	return mark.text == ":" || mark.text == "h" ||
		mark.text == "." && (r.complete() || after.kind == dateAM || after.kind == datePM || after.text == "uhr")
}

func (r *reader) clock(t token) {
	r.hour, r.minute, r.timed = t.value, r.peek(1).value, true
	r.at += 2
	if mark, sec := r.peek(0), r.peek(1); mark.text == ":" && sec.kind == dateNumber && sec.start == mark.end &&
		sec.value <= 60 {
		r.sec = sec.value
		r.at += 2
	}
}

// unit takes a number before a word such as 年, 월 or 日.
func (r *reader) unit(value, unit int) {
	switch unit {
	case unitYear:
		r.Year = value
	case unitMonth:
		r.month = value
	case unitDay:
		r.day = value
	case unitHour:
		r.hour, r.timed = value, true
	case unitMinute:
		r.minute = value
	}
}

// zone takes a name such as EST or GMT, and the numbers of GMT+05:30.
func (r *reader) zone(t token) {
	r.Offset = t.value * 900
	r.american = r.american || t.value < -12
	sign, hours := r.peek(0), r.peek(1)
	if hours.kind != dateNumber || sign.text != "+" && sign.text != "-" || sign.start != t.end {
		return
	}
	r.at += 2
	seconds := hours.value * 3600
	if hours.value > 99 {
		seconds = hours.value/100*3600 + hours.value%100*60
	}
	if mark, minute := r.peek(0), r.peek(1); mark.text == ":" && minute.kind == dateNumber {
		seconds += minute.value * 60
		r.at += 2
	}
	if sign.text == "-" {
		seconds = -seconds
	}
	r.Offset = seconds
}

// bareZone takes the offset of "16:05 +0100", and reports whether there is one.
func (r *reader) bareZone(t token) bool {
	n := r.peek(0)
	if !r.timed || r.Offset != 0 || t.text != "+" && t.text != "-" || n.kind != dateNumber || n.start != t.end ||
		n.digits() != 4 {
		return false
	}
	r.Offset = n.value/100*3600 + n.value%100*60
	if t.text == "-" {
		r.Offset = -r.Offset
	}
	r.at++
	return true
}

// settle gives the loose numbers their meaning.
func (r *reader) settle() Parts {
	d, n := r.Parts, r.loose
	switch {
	case d.month > 0:
		for _, t := range n {
			if v := t.value; d.day == 0 {
				d.day = v
			} else if d.Year == 0 && t.digits() > 1 {
				d.Year = v
			}
		}
		if d.day > 31 && d.Year > 0 && d.Year <= 31 {
			d.day, d.Year = d.Year, d.day
		}
	case n[0].digits() == 4:
		d.Year, d.month, d.day = n[0].value, n[1].value, n[2].value
	case n[0].value <= 12 && (d.am || d.pm || d.american || !r.dotted && n[1].value > 12):
		d.month, d.day, d.Year = n[0].value, n[1].value, n[2].value
	default:
		d.day, d.month, d.Year = n[0].value, n[1].value, n[2].value
		if d.month > 12 && d.day <= 12 {
			d.day, d.month = d.month, d.day
		}
	}
	if d.Year > 0 && d.Year < 100 {
		d.Year += 2000
	}
	return d
}

func (r *reader) peek(n int) token {
	if r.at+n < len(r.tokens) {
		return r.tokens[r.at+n]
	}
	return token{}
}
