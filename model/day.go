package model

import "time"

// IsDay reports whether a time stands for a day and not for a moment: a source that names only a day is read as its
// midnight in UTC.
func IsDay(t time.Time) bool { return t.Unix()%(24*60*60) == 0 }

// Day returns a time in the zone that its day is to be shown in: a day is the same everywhere, a moment is in a day
// of the user's zone.
func Day(t time.Time, zone *time.Location) time.Time {
	if IsDay(t) {
		return t.UTC()
	}
	return t.In(zone)
}
