package reader

import (
	"strings"
	"testing"

	"lede/model"
	"lede/ui/uitest"
)

func TestFFollowsTheFeedOfTheArticle(t *testing.T) {
	page := uitest.Harbour().URL
	courier := model.FeedAdded{Feed: model.Subscription{Title: "The Courier"}, New: true, Entries: 12}
	for _, c := range []struct {
		name  string
		found map[string]model.FeedAdded
		keys  []string
		want  string
	}{
		{"one", map[string]model.FeedAdded{page: courier}, []string{"F"}, "You follow The Courier now: 12 articles."},
		{
			"known",
			map[string]model.FeedAdded{page: {Feed: courier.Feed}},
			[]string{"F"},
			"You follow The Courier already.",
		},
		{"none", nil, []string{"F"}, "There is no feed at " + page + "."},
		{
			"several",
			map[string]model.FeedAdded{
				page: {Choices: []model.FeedChoice{
					{URL: "https://courier.example/all", Title: "All"}, {URL: "https://courier.example/sea", Title: "Sea"},
				}},
				"https://courier.example/sea": courier,
			},
			[]string{"F", "2"},
			"You follow The Courier now: 12 articles.",
		},
	} {
		o := uitest.WithStore(uitest.HeldStore())
		o.Feeds = &uitest.FakeFeeds{Found: c.found}
		a := showing(o, 80, 24)
		if uitest.Drive(a, uitest.Press(c.keys...)...); a.Notice.Text != c.want {
			t.Errorf("%s: %q, want %q", c.name, a.Notice.Text, c.want)
		}
		if len(a.Stack) != 1 {
			t.Errorf("%s: a box stays open", c.name)
		}
	}
}

func TestNoFeedIsFollowedOfAnArticleWithoutAnAddress(t *testing.T) {
	article := uitest.Harbour()
	article.URL = ""
	o := uitest.One(article)
	o.Feeds = &uitest.FakeFeeds{}
	a := showing(o, 80, 24)
	if uitest.Drive(a, uitest.Press("F")...); !strings.Contains(a.Notice.Text, "no address") {
		t.Errorf("%q", a.Notice.Text)
	}
}
