package arrive

import (
	"math"
	"strconv"
	"strings"
	"time"

	"lede/content/parse/date"
)

// epoch is a time as a number since 1970: seconds, milliseconds or microseconds, which its size tells.
func epoch(n float64) Date {
	const (
		maxSeconds = 1e11 // the year 5138
		maxMilli   = 1e14
		maxMicro   = 1e17
	)
	switch {
	case !(n > 0) || n >= maxMicro:
		return Date{}
	case n >= maxMilli:
		return Date{At: time.UnixMicro(int64(n)).UTC()}
	case n >= maxSeconds:
		return Date{At: time.UnixMilli(int64(n)).UTC()}
	}
	whole, part := math.Modf(n)
	return Date{At: time.Unix(int64(whole), int64(math.Round(part*1e3))*1e6).UTC()}
}

// dateOf reads a date that a program or a user has written; one without a zone is in UTC. What cannot be read is none.
func dateOf(s string) Date {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 100 {
		return Date{}
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		return epoch(n)
	}
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return sane(Date{At: t, Day: true})
	}
	for _, layout := range [...]string{
		time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700",
		"2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 MST", "2006-01-02T15:04:05", time.DateTime,
		"2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04", time.RFC1123Z, time.RFC1123,
		"Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700", "January 2, 2006 3:04 PM", "Jan 2, 2006 3:04 PM",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return sane(Date{At: t.UTC()})
		}
	}
	if t, ok := date.Stated(s); ok {
		return sane(Date{At: t, Day: !strings.Contains(s, ":")})
	}
	if t, ok := date.Parse(s); ok {
		return sane(Date{At: t, Day: !strings.Contains(s, ":")})
	}
	return Date{}
}

// sane is a date that can be written in RFC 3339 and is not before the clocks of computers begin.
func sane(d Date) Date {
	if d.At.Unix() <= 0 && !d.Day || d.At.Year() < 1 || d.At.Year() > 9999 {
		return Date{}
	}
	return d
}

// earlier is the earlier of two dates of which one may be none.
func earlier(a, b Date) Date {
	if a.At.IsZero() || !b.At.IsZero() && b.At.Before(a.At) {
		return b
	}
	return a
}
