package feed

import (
	"fmt"
	"time"

	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
)

// FullText is the share of the entries of a feed that came with their whole text, in percent; nil when that is not
// known.
func FullText(s *model.Subscription) *int {
	if s.Texts == 0 {
		return nil
	}
	n := 100 * (s.Texts - s.Teasers) / s.Texts
	return &n
}

// idDigits is how many digits of an ID a command is written with.
const idDigits = 8

// Health is what is to be known of how asking for a feed goes, a line a thing.
func Health(s *model.Subscription, now time.Time) []string {
	var lines []string
	add := func(name, text string) { lines = appendFact(lines, name, text) }
	add("address", clean.Masked(s.URL))
	add("articles", fmt.Sprintf("%s, %s unread", figure.Number(s.Entries), figure.Number(s.Unread)))
	if n := FullText(s); n != nil {
		add("full text", fmt.Sprintf("%d %% of %s entries", *n, figure.Number(s.Texts)))
	}
	if s.Account != "" {
		return append(lines, bringing(s.Syncing, now)...)
	}
	add("last try", ago(s.Tried, now))
	if s.Error != "" {
		add("last answer", ago(s.Came, now))
		add("problem", s.Error)
		add("failed", times(s.Failures)+", since "+day(s.Failing, now))
	}
	switch {
	case s.Paused:
		add("next try", "none: it is paused. lede feed resume "+string(s.ID[:min(idDigits, len(s.ID))])+" goes on")
	case s.Gone:
		add("next try", "none: its server says that it is gone for good")
	case s.Due.IsZero():
		add("next try", "with the next refresh")
	default:
		add("next try", Clock(s.Due, now)+": "+s.Why)
	}
	add("moved to", s.Moved)
	add("note", s.Note)
	return lines
}

// appendFact appends the line of a thing that is to be known; an empty text is none.
func appendFact(lines []string, name, text string) []string {
	if text == "" {
		return lines
	}
	return append(lines, fmt.Sprintf("%-12s %s", name, clean.Line(text)))
}

// ago is how long ago something was.
func ago(t, now time.Time) string {
	if t.IsZero() {
		return "never"
	}
	switch d := now.Sub(t); {
	case d < time.Minute:
		return "now"
	case d < time.Hour:
		return fmt.Sprintf("%d min ago", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h ago", int(d.Hours()))
	}
	return day(t, now)
}

// day is the day of a time, in the zone of now.
func day(t, now time.Time) string { return t.In(now.Location()).Format("2 January 2006") }

// Clock is a time to come in the zone of now: the hour on the same day, else with the day.
func Clock(t, now time.Time) string {
	t = t.In(now.Location())
	if t.Before(now.Add(24*time.Hour)) && t.Day() == now.Day() {
		return t.Format("15:04")
	}
	return t.Format("2 January 15:04")
}

// times says how often something has happened.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return figure.Number(n) + " times"
}
