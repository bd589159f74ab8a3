// Package figure writes numbers for people: counts, sizes, days and durations, as English prose has them.
package figure

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

// Articles returns a number of articles: "1 article", "1,200 articles".
func Articles(n int) string { return count(n, "article") }

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Number(n) + " " + noun + "s"
}

// Minutes returns a time to read, in minutes up to 90 and in hours from there on: "12 min", "135 h".
func Minutes(n int) string {
	if n <= 90 {
		return strconv.Itoa(n) + " min"
	}
	return Number((n+30)/60) + " h"
}

// Day returns a day as a row shows it, in the zone of now: without its year if that is the present one.
func Day(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = model.Day(t, now.Location())
	if t.Year() == now.Year() {
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}

// Added returns the day of an arrival as a row shows it: "added today", "added 3 May", and of another year "added
// 2024".
func Added(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	switch t = t.In(now.Location()); {
	case t.Year() == now.Year() && t.YearDay() == now.YearDay():
		return "added today"
	case t.Year() == now.Year():
		return t.Format("added 2 Jan")
	}
	return t.Format("added 2006")
}

// Bytes returns a size in decimal units: "3.2 MB".
func Bytes(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d bytes", n)
	case n < 1_000_000:
		return fmt.Sprintf("%d kB", n/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

// Seconds returns a duration in seconds: "10 s".
func Seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'g', 3, 64) + " s" }

// Wait returns a time to wait, rounded up to the unit that suits it: "90 seconds", "2 hours".
func Wait(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d < 2*time.Minute:
		return count(units(d, time.Second), "second")
	case d < 2*time.Hour:
		return count(units(d, time.Minute), "minute")
	case d < 2*day:
		return count(units(d, time.Hour), "hour")
	}
	return count(units(d, day), "day")
}

// units returns how many units d takes, the last one begun.
func units(d, unit time.Duration) int { return int((d + unit - 1) / unit) }
