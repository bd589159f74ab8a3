package settings

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSiteRulesAreThoseOfTheNearestDomain(t *testing.T) {
	for _, c := range []struct {
		address string
		want    []string
	}{
		{"https://www.news.example/a", []string{"news.example"}},
		{"http://Live.News.Example:8080/", []string{"live.news.example", "news.example"}},
		{"http://127.0.0.1:8080/", []string{"127.0.0.1"}},
		{"http://localhost/", []string{"localhost"}},
		{"http://[::1]/", nil},
		{"", nil},
	} {
		if diff := cmp.Diff(c.want, siteNames(c.address)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.address, diff)
		}
	}
}

func TestSiteRulesNameWhatIsWrongWithThem(t *testing.T) {
	for _, c := range []struct {
		file    string
		line    int
		problem string
	}{
		{"drop = [\n  '.ad',\n  '.box[',\n]\n", 3, `drop ".box["`},
		{"# mine\ntitel = 'h1'\n", 2, "there is no rule titel"},
		{"date = 3\n", 1, "date must be a selector"},
		{"drop = ['.a', 4]\n", 1, "drop must be a selector"},
		{"title = 'h1\n", 1, ""},
		{"select = '" + strings.Repeat(":not(", 5) + "p" + strings.Repeat(")", 5) + "'\n", 1, "too many brackets"},
		{"select = '" + strings.Repeat("p ", 300) + "'\n", 1, "longer than 500"},
		{"drop = [" + strings.Repeat("'p',", 101) + "]\n", 1, "at most 100"},
		{"title = 'h1::before'\n", 1, "pseudo-element"},
	} {
		_, err := parseSiteRules("/c/sites/news.example.toml", []byte(c.file))
		wrong, ok := err.(*Error) //nolint:errorlint // it is returned as it is
		if !ok || wrong.Line != c.line || !strings.Contains(wrong.Problem, c.problem) {
			t.Errorf("%.40q: got %v, want line %d, %q", c.file, err, c.line, c.problem)
		}
	}
}

// TestManualShowsGoodSiteRules reads the example of the manual's page on rules for a site.
func TestManualShowsGoodSiteRules(t *testing.T) {
	page, err := os.ReadFile("../manual/sites.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(page), "```toml\n")
	example, _, _ = strings.Cut(example, "```")
	rules, err := parseSiteRules("sites.md", []byte(example))
	if err != nil || len(rules.Drop) != 2 || len(rules.Next) != 1 {
		t.Errorf("got %+v, %v", rules, err)
	}
}
