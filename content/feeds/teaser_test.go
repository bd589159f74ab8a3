package feeds_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"lede/model"
	"lede/model/query"
)

// teasing is a server of a feed with a teaser, and of its page.
func teasing(t *testing.T, robots string) *desk {
	t.Helper()
	var d *desk
	d = newDesk(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, robots)
		case "/feed":
			fmt.Fprintf(w, "<rss><channel><title>The Courier</title><item><guid>1</guid><title>High water at the quay</title>"+
				"<link>%s/page</link><description>The gauge on the pier stood at four metres on Sunday, the highest "+
				"since the wall was raised, and the council met at noon to hear of it. Read more</description></item>"+
				"</channel></rss>", d.URL)
		default:
			text := strings.Repeat("<p>The water stood on the quay for an hour, and then it went as it had come.</p>", 12)
			fmt.Fprint(w, "<!doctype html><title>High water at the quay</title><article><h1>High water at the quay</h1>"+
				"<p>The gauge on the pier stood at four metres on Sunday, the highest since the wall was raised, and the "+
				"council met at noon to hear of it.</p>"+text+"</article>")
		}
	})
	return d
}

// only returns the only article.
func (d *desk) only(t *testing.T) model.Article {
	t.Helper()
	rows, err := d.Find(t.Context(), query.Query{}, 0, 10)
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	a, err := d.Read(t.Context(), string(rows[0].ID))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestATeaserIsCompletedWhenItIsOpened(t *testing.T) {
	d := teasing(t, "")
	d.follow(t, "/feed")
	d.refreshed(t)
	teaser := d.only(t)
	if d.count() != 1 || teaser.Words > 60 {
		t.Fatalf("asked for %d times, it has %d words", d.count(), teaser.Words)
	}
	var steps []model.Article
	for step := range d.Open(t.Context(), string(teaser.ID)) {
		if step.Err != nil {
			t.Fatal(step.Err)
		}
		steps = append(steps, step.Article)
	}
	last := steps[len(steps)-1]
	if len(steps) != 2 || steps[0].Words != teaser.Words || last.ID != teaser.ID || last.Words < 150 {
		t.Errorf("%d steps, the last with %d words", len(steps), last.Words)
	}
	if kept := d.only(t); kept.Words != last.Words || !strings.Contains(kept.Summary, "The gauge on the pier") {
		t.Errorf("what is kept has %d words and says %q", kept.Words, kept.Summary)
	}
	d.wait(25 * time.Hour)
	if d.refreshed(t); d.only(t).Words != last.Words {
		t.Error("the teaser has come back")
	}
}

func TestPagesOfTeasersComeWithTheFeedWhenTheUserWants(t *testing.T) {
	for robots, full := range map[string]bool{"": true, "User-agent: *\nDisallow: /page": false} {
		d := teasing(t, robots)
		f := d.feed(t, d.follow(t, "/feed"))
		f.FullText = true
		if err := d.EditFeed(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		d.refreshed(t)
		if a := d.only(t); (a.Words > 150) != full {
			t.Errorf("with robots.txt %q it has %d words", robots, a.Words)
		}
	}
}
