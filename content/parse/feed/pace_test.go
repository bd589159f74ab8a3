package feed

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestAFeedSaysHowOftenToAskForIt(t *testing.T) {
	for name, c := range map[string]struct {
		says string
		want model.Pace
	}{
		"nothing":       {"", model.Pace{}},
		"ttl":           {"<ttl> 90 </ttl>", model.Pace{TTL: 90}},
		"a ttl of none": {"<ttl>-5</ttl><skipHours><hour>x</hour></skipHours>", model.Pace{}},
		"hours": {
			"<skipHours><hour>0</hour><hour>24</hour><hour>7</hour></skipHours>",
			model.Pace{SkipHours: []int{0, 7}},
		},
		"days": {
			"<skipDays><day>Sunday</day><day>sat</day><day>Sonntag</day></skipDays>",
			model.Pace{SkipDays: []time.Weekday{time.Sunday, time.Saturday}},
		},
		"all days": {
			"<skipDays><day>Mon</day><day>Tue</day><day>Wed</day><day>Thu</day><day>Fri</day>" +
				"<day>Sat</day><day>Sun</day></skipDays>",
			model.Pace{},
		},
	} {
		f, err := Read("<rss><channel><title>x</title>"+c.says+"<item><title>a</title></item></channel></rss>", "")
		if diff := cmp.Diff(c.want, f.Pace); err != nil || diff != "" {
			t.Errorf("%s (-want +got)\n%s%v", name, diff, err)
		}
	}
}
