package feed

import (
	"strings"
	"time"

	"lede/content/parse/date"
)

// loose reads the dates of RFC 822 with what is often wrong in them: no day of the week or a wrong one, a year of two
// digits, names of zones, fractions of seconds.
func loose(s string) (time.Time, bool) {
	s = undayed(s)
	zone := ""
	if at := strings.LastIndexByte(s, ' '); at >= 0 {
		if offset, ok := zones()[strings.ToUpper(s[at+1:])]; ok {
			s, zone = s[:at], offset
		}
	}
	s += zone
	for _, layout := range []string{
		"2 Jan 2006 15:04:05 -0700", "2 Jan 06 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "2 Jan 06 15:04 -0700",
		"2 Jan 2006 15:04:05", "2 Jan 06 15:04:05", "2 Jan 2006 15:04", "2 January 2006 15:04:05 -0700",
		"2 January 2006 15:04 -0700",
		"Jan 2 2006 15:04:05 -0700", "January 2 2006 15:04:05 -0700", "Jan 2 15:04:05 2006 -0700",
		"Jan 2 15:04:05 -0700 2006",
		"2 Jan 2006 15:04:05 Z07:00", "2 Jan 2006 15:04:05 Z0700", "2-Jan-2006 15:04:05 -0700", "2-Jan-06 15:04:05 -0700",
		"2 Jan 2006",
		"2006-01-02T15:04:05.999999999-07", "2006-01-02T15:04:05-0700", "2006-01-02T15:04-07:00", "2006-01-02T15:04Z",
		"20060102T15:04:05-0700", "20060102T150405Z",
		"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05.999999999", "2006-01-02", "2006-01", "2006", "20060102",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return sane(t), true
		}
	}
	return time.Time{}, false
}

// undayed returns a date without the day of the week before it.
func undayed(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, ",", " ")), " ")
	if first, rest, ok := strings.Cut(s, " "); ok && len(first) >= 2 && first[0] > '9' && len(rest) > 0 &&
		rest[0] <= '9' {
		return rest
	}
	return s
}

// named reads a date with the name of a month in any language, and a zone as RFC 822 writes it.
func named(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if t, ok := date.Parse(s); ok {
		return t, true
	}
	s = undayed(s)
	offset := time.Duration(0)
	if at := strings.LastIndexByte(s, ' '); at >= 0 {
		zone := s[at+1:]
		if known, ok := zones()[strings.ToUpper(zone)]; ok {
			zone = known[1:]
		}
		if z, err := time.Parse("-0700", strings.Replace(zone, ":", "", 1)); err == nil {
			_, seconds := z.Zone()
			s, offset = s[:at], time.Duration(seconds)*time.Second
		}
	}
	t, ok := date.Parse(s)
	return t.Add(-offset), ok
}

// zones are the names of zones that feeds use, and how far they are from UTC.
func zones() map[string]string {
	return map[string]string{
		"GMT": " +0000", "UTC": " +0000", "UT": " +0000", "Z": " +0000", "EST": " -0500", "EDT": " -0400", "CST": " -0600",
		"CDT": " -0500",
		"MST": " -0700", "MDT": " -0600", "PST": " -0800", "PDT": " -0700", "CET": " +0100", "CEST": " +0200",
		"MEZ": " +0100", "MESZ": " +0200",
		"BST": " +0100", "WET": " +0000", "WEST": " +0100", "EET": " +0200", "EEST": " +0300", "MSK": " +0300",
		"JST": " +0900", "IST": " +0530",
		"AKST": " -0900", "AKDT": " -0800", "HST": " -1000", "AEST": " +1000", "AEDT": " +1100", "NZST": " +1200",
		"NZDT": " +1300", "A": " -0100",
		"M": " -1200", "N": " +0100", "Y": " +1200", "ET": " -0500", "CT": " -0600", "MT": " -0700", "PT": " -0800",
	}
}
