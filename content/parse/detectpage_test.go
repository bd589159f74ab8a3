package parse

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
)

func TestDetectTellsPages(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Format
	}{
		{"", "<!DOCTYPE html><p>One", HTML},
		{"-", "\ufeff\n <!doctype HTML PUBLIC \"x\">", HTML},
		{"", "<html ⚡><head>", HTML},
		{"", "<html>", HTML},
		{"", "<HEAD><TITLE>One</TITLE>", HTML},
		{"", "<body class=x>One", HTML},
		{"", "<!-- saved from url -->\n<!-- two --><html>", HTML},
		{
			"",
			"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\"><html " +
				"xmlns='http://www.w3.org/1999/xhtml'>", HTML,
		},
		{"", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", HTML},
		{"", "<div><h1>One</h1><p>two</p><p>three <b>four</b></p></div>", HTML},
		{"a.xhtml", "One", HTML},
		{"a.HTM", "One", HTML},
		{"", "<?xml version='1.0'?><rss version='2.0'>", Feed},
		{"", "<!-- a comment that is not ended", Text},
		{"", "<3 this song", Text},
		{"", "<p> is the tag of a paragraph. Nobody writes it any more.", Text},
		{"", "<headline> One", Text},
		{"", "<html-like> One", Text},
		{"", "Use <b>bold</b> for emphasis, and <html> to begin a page.", Text},
		{"a.txt", "<!DOCTYPE html><p>One", HTML},
		{"a.md", "<div align=center><h1>One</h1></div>\n\n## Two\n\n- three", Markdown},
		{"", "<p align=center><img src=x></p>\n\n# One\n\n- two\n\n```\nthree\n```", Markdown},
	} {
		r, err := Begin([]byte(c.text), Options{Name: c.name})
		if err != nil || r.Format != c.want {
			t.Errorf("Begin(%q, %q) finds %s, %v; want %s", c.name, c.text, r.Format, err, c.want)
		}
	}
}

func TestCharsetOfAPage(t *testing.T) {
	const cyrillic, head = "Вода поднялась к шести часам", "<!DOCTYPE html><meta charset="
	koi, _ := charmap.KOI8R.NewEncoder().String(cyrillic)
	western, _ := charmap.Windows1252.NewEncoder().String("Straße, café — naïve")
	latin2, _ := charmap.ISO8859_2.NewEncoder().String("Žluťoučký kůň")
	kana, _ := japanese.ShiftJIS.NewEncoder().String("水が来ています")
	for _, c := range []struct{ name, page, sent, want string }{
		{"UTF-8, whatever it declares", head + "koi8-r>" + cyrillic, "iso-8859-5", cyrillic},
		{"declared by the sender", head + "iso-8859-5><p>" + koi, "koi8-r", cyrillic},
		{"declared by the page", head + "iso-8859-2><p>" + latin2, "", "Žluťoučký kůň"},
		{
			"declared in the old way", "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-2'><p>" + latin2, "",
			"Žluťoučký kůň",
		},
		{"declared in XML", "<?xml version='1.0' encoding='iso-8859-2'?><html><p>" + latin2, "", "Žluťoučký kůň"},
		{"declares UTF-8 and lies", head + "utf-8><p>" + western, "utf-8", "Straße, café — naïve"},
		{"declares what nobody knows", head + "x-mac-foo><p>" + kana, "x-user-defined", "水が来ています"},
		{"declares UTF-7", head + "utf-7><p>+ADw-b+AD4-" + western, "utf-7", "+ADw-b+AD4-Straße, café — naïve"},
		{"declares UTF-16 in ASCII", head + "utf-16><p>One", "", "One"},
	} {
		a, err := Read([]byte(c.page), Options{Format: HTML, Charset: c.sent})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := a.Blocks()[0].Text(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
