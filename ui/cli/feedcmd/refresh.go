package feedcmd

import (
	"fmt"
	"strings"
	"time"

	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/feed"
)

// patience is how long a refresh takes before it says how far it is.
const patience = 500 * time.Millisecond

// shownFailures is how many failures are told one by one.
const shownFailures = 20

// refreshed is the JSON of a refresh.
type refreshed struct {
	Asked   int       `json:"asked"`
	New     int       `json:"new"`
	Changed int       `json:"changed"`
	Same    int       `json:"unchanged_feeds"`
	Fresh   []news    `json:"feeds,omitempty"`
	Failed  []problem `json:"failed,omitempty"`
	Waiting []problem `json:"waiting,omitempty"`
	Ended   bool      `json:"ended"` // false when it was stopped
}

type news struct {
	ID      model.ID `json:"id"`
	Name    string   `json:"name"`
	New     int      `json:"new"`
	Changed int      `json:"changed,omitempty"`
	Note    string   `json:"note,omitempty"`
}

type problem struct {
	ID   model.ID   `json:"id"`
	Name string     `json:"name"`
	Why  string     `json:"why"`
	Next *time.Time `json:"next_try,omitempty"`
}

// waitedLate is how many feeds count as done that were not asked for: their host has asked to wait meanwhile.
func waitedLate(sum *model.Refresh) int {
	return max(0, sum.Done-len(sum.Fresh)-len(sum.Failed)-sum.Same)
}

// sum reports what has come of a refresh: what is new on standard output, what failed on standard error.
func (f commands) sum(sum *model.Refresh, one, asJSON, stopped bool) error {
	if asJSON {
		out := refreshed{
			Asked: sum.Done - waitedLate(sum), New: sum.New, Changed: sum.Changed, Same: sum.Same, Ended: !stopped,
			Failed: problems(sum.Failed), Waiting: problems(sum.Waiting),
		}
		for _, n := range sum.Fresh {
			out.Fresh = append(out.Fresh, news(n))
		}
		return f.JSONLine(out)
	}
	for i, p := range sum.Failed {
		if i == shownFailures {
			f.Say(fmt.Sprintf("and %s more; see lede feed health", figure.Number(len(sum.Failed)-i)))
			break
		}
		f.Say(clean.Line(p.Name) + ": " + clean.Line(p.Why))
	}
	for _, n := range sum.Fresh {
		if n.Note != "" {
			f.Say(clean.Line(n.Name) + ": " + clean.Line(n.Note))
		}
	}
	if one && sum.Total == 0 && len(sum.Waiting) == 1 {
		return f.Lines([]string{waits(sum.Waiting[0], time.Now())})
	}
	text := sentence(sum)
	if stopped {
		text = "Stopped. " + text
	}
	return f.Lines([]string{text})
}

func problems(all []model.FeedProblem) []problem {
	var out []problem
	for _, p := range all {
		out = append(out, problem{p.ID, p.Name, p.Why, moment(p.Next)})
	}
	return out
}

// waits says why one feed is not asked for now.
func waits(p model.FeedProblem, now time.Time) string {
	text := clean.Line(p.Name) + " is not asked for now: " + clean.Line(p.Why) + "."
	if !p.Next.IsZero() {
		text += " The next time is " + feed.Clock(p.Next, now) + "."
	}
	return text
}

// sentence sums up a refresh.
func sentence(sum *model.Refresh) string {
	if sum.Total == 0 {
		return "Nothing to ask for yet: " + count(len(sum.Waiting)) + " not due."
	}
	parts := []string{"Nothing new in " + count(sum.Same)}
	if sum.New > 0 {
		fresh := 0
		for _, n := range sum.Fresh {
			if n.New > 0 {
				fresh++
			}
		}
		parts = []string{fmt.Sprintf("%s from %s", strings.Replace(figure.Articles(sum.New), " ", " new ", 1), count(fresh))}
		if sum.Same > 0 {
			parts = append(parts, "nothing new in "+figure.Number(sum.Same))
		}
	}
	if sum.Changed > 0 {
		parts = append(parts, figure.Number(sum.Changed)+" changed")
	}
	if n := len(sum.Failed); n > 0 {
		parts = append(parts, figure.Number(n)+" failed")
	}
	if n := len(sum.Waiting); n > 0 {
		parts = append(parts, figure.Number(n)+" not due")
	}
	return strings.Join(parts, "; ") + "."
}
