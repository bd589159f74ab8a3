package widget

import (
	"fmt"
	"strconv"
	"time"

	"lede/model"
)

// Number writes n with commas between thousands.
func Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Articles counts articles in words.
func Articles(n int) string {
	if n == 1 {
		return "1 article"
	}
	return Number(n) + " articles"
}

// DayOf returns a day as a row shows it, in the zone of now: without its year if that is the present one.
func DayOf(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = model.Day(t, now.Location())
	if t.Year() == now.Year() {
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}

// BytesRead is a size as a reader of English says it: "3.2 MB".
func BytesRead(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d bytes", n)
	case n < 1_000_000:
		return fmt.Sprintf("%d kB", n/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
