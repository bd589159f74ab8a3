package settings

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestReadConfigSetsOverDefaults(t *testing.T) {
	path := written(t, `
theme = "light"
mouse = false
opener = "firefox --new-tab %u"
search = "http://localhost:8080/find/%s"
[labels]
related = ["FROM THE HARBOUR"]
[labels.notices]
disclaimer = ["The views expressed are"]
`)
	got, err := Read(path, nil)
	want := model.DefaultConfig()
	want.Theme, want.Mouse, want.Opener = "light", false, "firefox --new-tab %u"
	want.Search = "http://localhost:8080/find/%s"
	want.Labels.Related = []string{"FROM THE HARBOUR"}
	want.Labels.Notices = map[model.NoticeKind][]string{model.Disclaimer: {"The views expressed are"}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestReadConfigNamesLineAndKey(t *testing.T) {
	check := func(c model.Config) error {
		if c.Theme != "auto" {
			return &ValueError{Key: "theme", Problem: "cannot be used"}
		}
		return nil
	}
	for text, want := range map[string]string{
		"width = 60\ntheme = \"nosuch\"":         "line 2: theme cannot be used.",
		"\n\nwidth = 5000":                       "line 3: width is 5000, and must be between 20 and 400.",
		"width = \"wide\"":                       "line 1: width",
		"opener = \"firefox\"":                   "line 1: opener has no %u",
		"opener = \"%u\"":                        "line 1: opener must begin with the name of a program.",
		"search = \"https://a.example/\"":        "line 1: search must have one %s",
		"search = \"https://a.example/%s?q=%s\"": "line 1: search must have one %s",
		"search = \"https://%s.example/\"": `line 1: search is "https://%s.example/", and must be an http or ` +
			`https address.`,
		"search = \"file:///a?%s\"":            "line 1: search is",
		"search = \"mailto:a@b.example?s=%s\"": "line 1: search is",
		"colour = 3":                           "line 1: there is no setting colour.",
		"[labels]\nodd = 1":                    "line 2: there is no setting labels.odd.",
		"[labels.notices]\nodd = [\"x\"]":      "line 2: labels.notices.odd is not a kind of notice.",
		"[labels]\nrelated = [\"\"]":           "line 2: labels.related holds an empty label.",
		"theme":                                "line 1: ",
		strings.Repeat("[[topic]]\nname = 'a'\nquery = 'b'\n", maxQueries+1): "topic has 1001 entries, and may have 1000.",
		"theme = \"\x00\"": "line 1: ",
		strings.Repeat("# long\n", 1<<20/7) + "# end": "it is not a settings file.",
	} {
		path := written(t, text)
		got, err := Read(path, check)
		var known *Error
		if !errors.As(err, &known) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q:\n got %v\nwant %s", text, err, want)
		}
		if diff := cmp.Diff(model.DefaultConfig(), got); diff != "" {
			t.Errorf("%.40q is no default: %s", text, diff)
		}
	}
}

func TestReadConfigWithoutFileIsTheDefault(t *testing.T) {
	got, err := Read(filepath.Join(t.TempDir(), "none.toml"), nil)
	if diff := cmp.Diff(model.DefaultConfig(), got); diff != "" || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v %s", err, diff)
	}
}

func TestConfigPathFollowsXDG(t *testing.T) {
	for _, c := range []struct{ xdg, home, want string }{
		{"/x", "/home/i", "/x/lede/config.toml"},
		{"", "/home/i", "/home/i/.config/lede/config.toml"},
		{"relative", "/home/i", "/home/i/.config/lede/config.toml"},
		{"", "", ""},
	} {
		got := Path(func(key string) string {
			return map[string]string{"XDG_CONFIG_HOME": c.xdg, "HOME": c.home}[key]
		})
		if got != filepath.FromSlash(c.want) {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}

// TestManualShowsGoodSettings reads the example of the manual's page on settings.
func TestManualShowsGoodSettings(t *testing.T) {
	page, err := os.ReadFile("../manual/settings.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(page), "```toml\n")
	example, _, found := strings.Cut(example, "```")
	if !found {
		t.Fatal("no example")
	}
	if _, err := parseConfig([]byte(example)); err != nil {
		t.Error(err)
	}
}

// written returns the path of a file of settings with a text.
func written(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
