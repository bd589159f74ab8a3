package date

import "time"

// machine reads the forms of RFC 3339 and those near it.
func machine(s string) (time.Time, bool) {
	if len(s) < len("2006-01-02T15:04") || s[4] != '-' {
		return time.Time{}, false
	}
	for _, layout := range [...]string{
		time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05Z07:00",
		"2006-01-02T15:04:05Z0700",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// Stated reads a date of front matter.
func Stated(s string) (time.Time, bool) {
	if len(s) < len(time.DateOnly) {
		return time.Time{}, false
	}
	for _, layout := range [...]string{
		time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15:04:05-0700",
		time.DateTime, "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04",
		"2006-01-02 15:04 -0700",
		"2006/01/02", time.RFC1123, time.RFC1123Z, "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}
