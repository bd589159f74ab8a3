package conduct

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"lede/model"
	"lede/model/address"
)

// freshness is for how long an answer holds, a day at most, and whether its server says anything of that. max-age goes
// before Expires.
//
// See RFC 9111, section 4.2.1.
func freshness(h http.Header, now time.Time) (fresh time.Duration, stated bool) {
	for _, part := range strings.Split(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "no-cache", "no-store":
			return 0, true
		case "max-age":
			n, err := strconv.Atoi(strings.Trim(strings.TrimSpace(value), `"`))
			if err == nil {
				return min(time.Duration(min(max(n, 0), 1<<30))*time.Second, longest), true
			}
		}
	}
	value := h.Get("Expires")
	if value == "" {
		return 0, false
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0, true // "0", and whatever else is no date, is in the past
	}
	return min(max(at.Sub(serverTime(h, now)), 0), longest), true
}

// moved takes over the address that a feed has moved to for good: one of the same site at once, another when it is
// seen for the second time. A feed has been found there.
func moved(s model.Subscription, a Answer) model.Subscription {
	switch {
	case a.Moved == "" || a.Moved == s.URL:
		s.Moved, s.MovedAt = "", time.Time{}
	case address.SameSite(a.Moved, s.URL), a.Moved == s.Moved && !s.MovedAt.IsZero() && s.MovedAt.Before(s.Tried):
		s.URL, s.Moved, s.MovedAt = a.Moved, "", time.Time{}
	default:
		s.Moved, s.MovedAt = a.Moved, s.Tried
	}
	return s
}
