package matter

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestFrontMatterIsReadInEachOfItsForms(t *testing.T) {
	day := time.Date(2026, 4, 2, 0, 0, 0, 0, time.UTC)
	topics := []model.Topic{model.NewTopic("eels", "", model.Publisher), model.NewTopic("salt", "", model.Publisher)}
	for name, c := range map[string]struct {
		source string
		want   model.Entry
	}{
		"folded": {
			"---\nsummary: >-\n  One line\n  and another.\n\n  A third.\ntitle: The weir\n---\n",
			model.Entry{Title: "The weir", Summary: "One line and another. A third."},
		},
		"literal, odd title": {
			"---\ntitle: The weir: a report\nsummary: |\n  One line\n  and another.\n---\n",
			model.Entry{Title: "The weir: a report", Summary: "One line and another."},
		},
		"taxonomies": {
			"+++\ntitle = \"The weir\"\ndate = 2026-04-02\n[taxonomies]\ntags = [\"eels\", \"salt\"]\n[extra]\nauthor = " +
				"\"Tom Ash\"\n+++\n", model.Entry{Title: "The weir", Published: day, Topics: topics, Byline: []string{"Tom Ash"}},
		},
		"JSON": {
			"{\n  \"title\": \"The weir\",\n  \"tags\": [\"eels\", \"salt\"],\n  \"date\": \"2026-04-02\"\n}\n",
			model.Entry{Title: "The weir", Topics: topics, Published: day},
		},
		"JSON between fences": {"---json\n{\"title\": \"The weir\"}\n---\n", model.Entry{Title: "The weir"}},
		"TOML between dashes": {"---toml\ntitle = \"The weir\"\n---\n", model.Entry{Title: "The weir"}},
		"names of notes": {
			"---\nauthor:\n  - \"[[people/Tom Ash]]\"\n  - \"[[Ida Roon|Ida]]\"\ntags: \"[[eels]], salt\"\n---\n",
			model.Entry{Byline: []string{"Tom Ash", "Ida"}, Topics: topics},
		},
		"a name alone": {"---\nauthor: [[Tom Ash]]\n---\n", model.Entry{Byline: []string{"Tom Ash"}}},
	} {
		m, rest := Cut(c.source + "The text.\n")
		var got model.Entry
		m.Fill(&got, "")
		if rest != "The text.\n" {
			t.Errorf("%s: what is left is %q", name, rest)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestWhatOnlyLooksLikeFrontMatterStays(t *testing.T) {
	for _, s := range []string{
		"{\"title\": \"one\"}\n{\"title\": \"two\"}\n", "{\"a\": 1}\n\nText.\n", "{title}\n\nText.\n",
		"{\"title\": \"one\"} is what it said.\n", "---json\n{oops\n---\nText.\n",
		"---\nA line\n---\n",
	} {
		if m, rest := Cut(s); m.Kind != NoMatter || rest != s {
			t.Errorf("Cut(%q) took %+v", s, m)
		}
	}
}

// FuzzCut holds that front matter and the text below it are the whole text, and that filling in what it states ends.
func FuzzCut(f *testing.F) {
	for _, s := range []string{
		"---\na: >\n  b\n---\nc", "{\"title\":\"x\"}\ny", "+++\n[extra]\na=1\n+++\n", ";;;\n{}\n;;;\n",
		"---\nauthor: [[A|B]] [[\n---\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, rest := Cut(s)
		if !strings.HasSuffix(s, rest) || !strings.Contains(s, m.Source) {
			t.Fatalf("Cut(%q) = %q, %q", s, m.Source, rest)
		}
		m.Fill(new(model.Entry), "")
	})
}
