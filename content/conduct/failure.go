package conduct

import (
	"net/http"
	"strconv"
	"time"

	"lede/model"
)

// failed is a feed after a try that brought nothing. Its validators stay: what they stand for has not been replaced.
func failed(s model.Subscription, a Answer) model.Subscription {
	s.Error = a.Problem
	s.Failures++
	if s.Failing.IsZero() {
		s.Failing = s.Tried
	}
	if a.Status != http.StatusNotFound {
		s.Missing = time.Time{}
	} else if s.Missing.IsZero() {
		s.Missing = s.Tried
	}
	wait := backOff(s.Failures)
	s.Why = "it failed the last time"
	switch {
	case a.Status == http.StatusGone:
		s.Gone, s.Why = true, "its server says that it is gone for good"
	case a.Status == http.StatusTooManyRequests || a.Status == http.StatusServiceUnavailable:
		if asked := RetryAfter(a.Header, a.At); asked > 0 {
			wait = asked
		}
		s.Until, s.Host = s.Tried.Add(wait), a.Status == http.StatusTooManyRequests
		s.Why = "its server asks to wait"
	case !s.Missing.IsZero() && s.Tried.Sub(s.Missing) >= missing:
		wait, s.Why = longest, "it has not been found for a month, so it is asked for once a day"
	}
	s.Due = s.Tried.Add(max(wait, Floor))
	if s.ETag == "" && s.Modified == "" && !s.Came.IsZero() {
		s.Due = later(s.Due, s.Tried.Add(Plain))
	}
	return s
}

// backOff is how long a feed rests that has failed so often in a row: 1, 2, 4 … 24 hours.
func backOff(failures int) time.Duration {
	return min(Floor<<min(max(failures-1, 0), 5), longest)
}

// RetryAfter is how long a server asks to be left alone, a week at most; 0 when it does not.
//
// See RFC 9110, section 10.2.3.
func RetryAfter(h http.Header, now time.Time) time.Duration {
	value := h.Get("Retry-After")
	if n, err := strconv.Atoi(value); err == nil {
		return min(time.Duration(min(max(n, 0), 1<<30))*time.Second, silence)
	}
	if at, err := http.ParseTime(value); err == nil {
		return min(max(at.Sub(serverTime(h, now)), 0), silence)
	}
	return 0
}

// serverTime is what time it is by the server's own clock.
func serverTime(h http.Header, now time.Time) time.Time {
	if at, err := http.ParseTime(h.Get("Date")); err == nil {
		return at
	}
	return now
}
