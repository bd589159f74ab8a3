package feed

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"lede/model"
)

// pace reads how often a feed asks to be asked for. Hours and days that it misspells are left out, and so are all of
// them where no time would be left.
//
// See https://www.rssboard.org/rss-specification#optionalChannelElements and https://www.rssboard.org/skip-hours-days.
func pace(n *node) model.Pace {
	var p model.Pace
	if ttl, err := strconv.Atoi(strings.TrimSpace(n.kid("ttl").words())); err == nil && ttl > 0 {
		p.TTL = ttl
	}
	for _, k := range n.kid("skiphours").all("hour") {
		h, err := strconv.Atoi(strings.TrimSpace(k.words()))
		if h %= 24; err == nil && h >= 0 && !slices.Contains(p.SkipHours, h) {
			p.SkipHours = append(p.SkipHours, h)
		}
	}
	for _, k := range n.kid("skipdays").all("day") {
		if d, ok := weekday(k.words()); ok && !slices.Contains(p.SkipDays, d) {
			p.SkipDays = append(p.SkipDays, d)
		}
	}
	if len(p.SkipHours) == 24 || len(p.SkipDays) == 7 {
		p.SkipHours, p.SkipDays = nil, nil
	}
	return p
}

// weekday reads the English name of a day.
func weekday(s string) (time.Weekday, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name := strings.ToLower(d.String()); s == name || s == name[:3] {
			return d, true
		}
	}
	return 0, false
}
