package parse

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestReadRefusesWhatIsNoArticle(t *testing.T) {
	for _, c := range []struct {
		name, data, says string
		err              error
	}{
		{"nothing", "", "it is empty", ErrEmpty},
		{"white space", " \n\n\t\u00A0\n", "it is empty", ErrEmpty},
		{"mark alone", "\xEF\xBB\xBF", "it is empty", ErrEmpty},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00", "it is not text but a PNG picture", ErrBinary},
		{"document", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "it is not text but a PDF document", ErrBinary},
		{"archive", "PK\x03\x04\x14\x00", "it is not text but a ZIP archive or an office document", ErrBinary},
		{"program", "\x7FELF\x02\x01\x01", "it is not text but a program", ErrBinary},
		{"unknown", "\x01\x02\x00\x00\x00\xFF\x00\x00\x03\x00\x00\x09", "it is not text: it has NUL bytes", ErrBinary},
	} {
		_, err := Read([]byte(c.data), Options{Name: "a.md"})
		if !errors.Is(err, c.err) || err.Error() != c.says {
			t.Errorf("%s: Read says %v, want %q", c.name, err, c.says)
		}
	}
}

func TestReadRefusesRandomBytes(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		data := make([]byte, 200+r.IntN(5000))
		for i := range data {
			data[i] = byte(r.Uint32())
		}
		if a, err := Read(data, Options{Name: "a.txt"}); !errors.Is(err, ErrBinary) {
			t.Errorf("seed %d: %d random bytes are read as %.40q, %v", seed, len(data), a.Title, err)
		}
	}
}

func TestReadTakesTextWithControls(t *testing.T) {
	for name, text := range map[string]string{
		"colours":       strings.Repeat("\x1b[1mbold\x1b[0m and \x1b[31mred\x1b[0m words\n", 40),
		"overstriking":  strings.Repeat("N\bNA\bAM\bME\bE\n     lede - read articles\n", 40),
		"pages":         strings.Repeat("A page of words.\n\f", 40),
		"a few of them": strings.Repeat("A line of ordinary words\x01\x02 goes on for a good while, and more.\n", 40),
		"short":         "\x01\x02 words",
	} {
		if _, err := Read([]byte(text), Options{Name: "a.txt"}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Format
	}{
		{"a.md", "plain", Markdown},
		{"A.Markdown", "plain", Markdown},
		{"a.txt", "# Title\n\n- [x](https://a.example)", Text},
		{"-", "Just some words.\n\nAnd more.", Text},
		{"-", "# Title\n\nWith a [link](https://a.example).", Markdown},
		{"-", "---\ntitle: One\n---\nText", Markdown},
		{"-", "%PDF-looking words in ASCII are words.", Text},
		{"-", "# A single comment\nin a script", Text},
	} {
		r, err := Begin([]byte(c.text), Options{Name: c.name})
		if r.Format != c.want || err != nil {
			t.Errorf("Begin(%q, %q) finds %q, %v, want %q", c.name, c.text, r.Format, err, c.want)
		}
	}
}

func TestReadTakesTheTitleFromTheNameAtLast(t *testing.T) {
	for name, want := range map[string]string{
		"/srv/notes/spring-tides_2026.md":     "spring tides 2026",
		"Spring - tides.txt":                  "Spring - tides",
		"https://news.example/a/story.md?x=1": "story",
		"-":                                   "",
		"bad\x1b[2Jname.md":                   "bad\uFFFD[2Jname",
	} {
		a, err := Read([]byte("Words of the first paragraph, which are not a title at all.\n"),
			Options{Name: name, Format: Markdown})
		if err != nil || a.Title != want {
			t.Errorf("title of %q = %q, %v, want %q", name, a.Title, err, want)
		}
	}
}

func TestIDIsOfTheAddressOrTheContent(t *testing.T) {
	long := []byte(strings.Repeat("0123456789", 20000))
	same := append([]byte(nil), long...)
	if ID("", long) != ID("", same) {
		t.Error("equal sources have different IDs")
	}
	same[len(same)-1] = 'x'
	if ID("", long) == ID("", same) || ID("", long) == ID("", long[:len(long)-10]) {
		t.Error("different sources have equal IDs")
	}
	if ID("https://a.example", long) != ID("https://a.example", same) {
		t.Error("the address does not decide")
	}
}

func TestCutIsABeginning(t *testing.T) {
	for _, s := range []string{"", "\xFF\xFEa\x00\x00\xD8b\x00", "one\n\ntwo", "- item\n\n  more\n", "```\ncode"} {
		for _, f := range []Format{Text, Markdown, HTML} {
			if part := cut(s, f); !strings.HasPrefix(s, part) {
				t.Errorf("cut(%q, %q) = %q is no beginning", s, f, part)
			}
		}
	}
}

func TestAnArticleCarriesHowItWasRead(t *testing.T) {
	const base = "https://courier.example/a"
	for _, c := range []struct {
		source, text string
		want         Format
	}{
		{"Words \xE9\r\nand more.", "Words é\nand more.", Text},
		{"# One\r\n\r\n- [x](y)", "# One\n\n- [x](y)", Markdown},
		{"<!DOCTYPE html>\r\n<p>One", "<!DOCTYPE html>\n<p>One", HTML},
	} {
		a, err := Read([]byte(c.source), Options{Base: base, Whole: true})
		if err != nil || a.Format != c.want || a.Base != base || !a.Whole || a.Source != c.text {
			t.Errorf("%q: got %q %q %v %q, %v; want %q with its source", c.source, a.Format, a.Base, a.Whole,
				a.Source, err, c.want)
		}
	}
}

func TestABeginningIsReadAsTheWholeIs(t *testing.T) {
	whole := "# One\n\nText of it.\n\n- [a](b)\n- " + strings.Repeat("more ", 50)
	r, err := Begin([]byte(whole), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r, err = r.Beginning(); err != nil || r.Format != Markdown || r.Source != "# One\n\nText of it.\n\n- [a](b)\n" &&
		r.Source != "# One\n\n" {
		t.Errorf("the beginning is %q %q (%v)", r.Format, r.Source, err)
	}
	r, err = Begin([]byte("\n\n\nword"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r, err = r.Beginning(); !errors.Is(err, ErrEmpty) {
		t.Errorf("the beginning of blank lines and a word is %q, %v; want ErrEmpty", r.Source, err)
	}
}
