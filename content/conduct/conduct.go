// Package conduct decides when a feed may be asked for, and what an answer means for the next time. It asks nobody and
// knows no clock: what time it is comes from the caller.
//
// Start with May, before a feed is asked for, and After, when its server has answered or has not. Lanes deals feeds
// out so that no host is asked for more than two at once.
package conduct

import (
	"cmp"
	"net/http"
	"slices"
	"time"

	"lede/model"
)

// How often a feed is asked for.
const (
	Floor   = time.Hour        // the least time between two tries
	Plain   = 24 * time.Hour   // the same, where the server gives no validator
	Forced  = 10 * time.Minute // the same, when the user asks for this one feed
	longest = 24 * time.Hour   // the most that a server's wish to wait, or a failure, puts a feed off
	silence = 7 * longest      // the most that Retry-After does
	missing = 30 * longest     // a feed that is not found is asked for daily after it
)

// Wait is why a feed is not asked for now.
type Wait struct {
	Until time.Time // when it may be asked for; zero for never
	Why   string    // in a few words
}

// Silent is why a feed waits whose server asks to be left alone.
const Silent = "its server asks to wait"

// May reports whether a feed may be asked for at a time, and why not. forced is set when the user wants this one feed.
// host is until when its host asks to be left alone.
func May(s *model.Subscription, now time.Time, forced bool, host time.Time) (Wait, bool) {
	tried, due := sane(s, now)
	switch until := later(s.Until, host); {
	case s.Account != "":
		return Wait{Why: "its account brings it: lede sync"}, false
	case s.Paused:
		return Wait{Why: "it is paused"}, false
	case s.Gone:
		return Wait{Why: "its server says that it is gone for good"}, false
	case now.Before(until) && until.Sub(now) <= silence+longest:
		return Wait{until, Silent}, false
	case forced:
		due, s = tried.Add(Forced), &model.Subscription{}
	case now.Before(tried.Add(Floor)):
		due = later(due, tried.Add(Floor))
	}
	if next := outside(s.Pace, later(due, now)); next.After(now) {
		return Wait{next, cmp.Or(s.Why, "it was asked for a short time ago")}, false
	}
	return Wait{}, true
}

// sane are the times of a feed, without those that a clock which was wrong has set.
func sane(s *model.Subscription, now time.Time) (tried, due time.Time) {
	tried, due = s.Tried, s.Due
	if tried.After(now.Add(longest)) {
		tried = time.Time{}
	}
	if due.After(now.Add(silence + longest)) {
		due = time.Time{}
	}
	return tried, due
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// Answer is what has come of asking for a feed, as far as the next time depends on it.
type Answer struct {
	At      time.Time   // when it was asked for
	Status  int         // 0 when no answer came
	Header  http.Header // of the last answer
	Feed    *model.Feed // what was read; nil for none
	Whole   bool        // all of it came that the server wanted to send
	Moved   string      // where the address leads on to for good; "" when it does not
	Problem string      // why nothing could be read, in a sentence; "" when there is a feed, or it is as it was
}

// After returns a feed as it is after an answer: when it may be asked for again, its validators, its address, and what
// is wrong with it.
func After(s model.Subscription, a Answer) model.Subscription {
	s.Tried, s.Status, s.Error, s.Until, s.Host = upward(a.At), a.Status, "", time.Time{}, false
	if a.Problem != "" {
		return failed(s, a)
	}
	s.Failures, s.Failing, s.Missing, s.Gone, s.Came = 0, time.Time{}, time.Time{}, false, s.Tried
	s = moved(s, a)
	s = validated(s, a)
	s.Due, s.Why = next(&s)
	return s
}

// upward is a time in whole seconds that is not before t: times are kept so, and an hour shall be a whole one.
func upward(t time.Time) time.Time {
	t = t.UTC()
	if whole := t.Truncate(time.Second); whole.Before(t) {
		return whole.Add(time.Second)
	}
	return t
}

// validated takes over what the next request is made conditional by, and for how long the answer holds. What has not
// come whole must come again, so its validators are not taken.
func validated(s model.Subscription, a Answer) model.Subscription {
	fresh, stated := freshness(a.Header, a.At)
	switch {
	case a.Feed == nil: // as it was
		s.ETag, s.Modified = cmp.Or(a.Header.Get("ETag"), s.ETag), cmp.Or(a.Header.Get("Last-Modified"), s.Modified)
		if stated {
			s.Fresh = int(fresh / time.Second)
		}
	case a.Whole:
		s.ETag, s.Modified = a.Header.Get("ETag"), a.Header.Get("Last-Modified")
		s.Fresh, s.Pace = int(fresh/time.Second), a.Feed.Pace
	}
	return s
}

// next is when a feed may be asked for after a good answer, and why not sooner.
func next(s *model.Subscription) (due time.Time, why string) {
	due, why = s.Tried.Add(Floor), "each feed is asked for once an hour at most"
	if s.ETag == "" && s.Modified == "" {
		due, why = s.Tried.Add(Plain), "its server cannot say whether it has changed, so it is asked for once a day"
	}
	for _, w := range []struct {
		wait time.Duration
		why  string
	}{
		{time.Duration(s.Fresh) * time.Second, "its server says how long an answer holds"},
		{time.Duration(min(s.Pace.TTL, int(longest/time.Minute))) * time.Minute, "the feed says how long it holds"},
	} {
		if at := s.Tried.Add(min(w.wait, longest)); at.After(due) {
			due, why = at, w.why
		}
	}
	if at := outside(s.Pace, due); at.After(due) {
		return at, "the feed says that nothing new comes before"
	}
	return due, why
}

// outside is the first time from t on that is in none of the hours and days that a feed leaves out.
func outside(p model.Pace, t time.Time) time.Time {
	if len(p.SkipHours) == 0 && len(p.SkipDays) == 0 {
		return t
	}
	for at := t.UTC(); at.Before(t.Add(silence + longest)); at = at.Truncate(time.Hour).Add(time.Hour) {
		if !slices.Contains(p.SkipHours, at.Hour()) && !slices.Contains(p.SkipDays, at.Weekday()) {
			return at
		}
	}
	return t // it leaves all of them out
}
