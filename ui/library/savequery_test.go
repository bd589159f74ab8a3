package library

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/model/query"
	"lede/ui/uitest"
)

func TestWhatIsAskedForIsWrittenAsAQuery(t *testing.T) {
	ferries, tides := topicTerm{"ferries", "ferries"}, topicTerm{"spring tides", "spring tides"}
	for want, a := range map[string]ask{
		"":                                   {},
		"is:unread":                          {view: unread},
		`topic:ferries topic:"spring tides"`: {with: []topicTerm{ferries, tides}},
		`(topic:ferries OR topic:"spring tides") -topic:x`: {
			with: []topicTerm{ferries, tides}, either: true, without: []topicTerm{{"x", "x"}},
		},
		`(site:notes OR site:"The Post") quay* sort:title`: {
			sites: []string{"notes", "The Post"}, words: "quay", sort: query.ByTitle,
		},
		"(is:starred OR is:unread) lang:de": {
			saved: model.NamedQuery{Name: "Mine", Query: "is:starred OR is:unread"}, words: "lang:de",
		},
	} {
		got := a.text()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		now := time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)
		if _, err := query.Parse(got, now); err != nil {
			t.Errorf("%s: %v", got, err)
		}
	}
}

func TestAQueryIsSavedFromWhatIsShown(t *testing.T) {
	a := home(uitest.Kept(), 120, 40)
	var saved []model.NamedQuery
	a.SaveQuery = func(q model.NamedQuery) error { saved = append(saved, q); return nil }
	uitest.Drive(a, uitest.Press("1", "Q", "enter")...)
	want := model.NamedQuery{Name: "Westhaven", Query: "topic:Westhaven"}
	if diff := cmp.Diff([]model.NamedQuery{want}, saved); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	got := uitest.ScreenText(a)
	if !strings.Contains(got, "    Westhaven   ") || !strings.Contains(got, "Saved as “Westhaven”") {
		t.Errorf("it is not at hand:\n%s", got)
	}
}

func TestAQueryThatCannotBeSavedSaysWhy(t *testing.T) {
	a := home(uitest.Kept(), 80, 24)
	a.SaveQuery = func(model.NamedQuery) error {
		return errors.New("Cannot change lede/config.toml: you may not write there.") //nolint:revive // it is a sentence
	}
	if uitest.Drive(a, uitest.Press("Q")...); !strings.Contains(uitest.LastLine(a), "Filter them first") {
		t.Errorf("with nothing asked for: %q", uitest.LastLine(a))
	}
	uitest.Drive(a, uitest.Press("1", "Q", "enter")...)
	if got := uitest.LastLine(a); !strings.Contains(got, "you may not write there") {
		t.Errorf("the last line is %q", got)
	}
}
