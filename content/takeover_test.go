package content_test

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"lede/content/contenttest"
	"lede/content/fetch"
	"lede/model"

	"lede/content"
)

// telling is a text that may be a page, a file or a row.
type telling struct {
	title, author string
	paragraphs    []string
}

// quay is the text that is kept. The others are another text of it, and texts that are none.
func quay(more ...string) telling {
	return telling{"Water over the lower quay", "Ada Okafor", append([]string{
		"The gauge at the lower quay stood at four metres before six in the morning, and the ferry did not leave.",
		"Twelve people who live by the slipway spent the night at the school on the hill, with blankets from the parish.",
		"Nobody was hurt, the harbour master said, but two boats are still missing somewhere in the outer bay.",
		"The council meets on Thursday to hear what a second gate would cost, and who is to pay for it.",
	}, more...)}
}

func forSale() telling {
	return telling{"This domain is for sale", "", []string{
		"Make this name yours today: it is short, easy to remember and free of any history that you would have to explain.",
		"Our brokers answer within one working day and take every common card, in a dozen currencies.",
		"Buyers who looked at this name also looked at eleven others, which we will gladly show you.",
	}}
}

// page is the text as a page of the web that names an address as its own.
func (x telling) page(address string) string {
	return fmt.Sprintf(
		`<html><head><title>%[1]s</title><meta name="author" content="%[2]s"><link rel="canonical" href="%[3]s"></head>`+
			`<body><article><h1>%[1]s</h1><p>%[4]s</p></article></body></html>`,
		html.EscapeString(x.title), x.author, html.EscapeString(address), strings.Join(x.paragraphs, "</p><p>"))
}

// markdown is the text as a file whose front matter names an address.
func (x telling) markdown(address string) string {
	return fmt.Sprintf("---\ntitle: %q\nauthor: %q\nurl: %q\n---\n\n%s\n", x.title, x.author, address,
		strings.Join(x.paragraphs, "\n\n"))
}

// row is the text as a plain row of JSON Lines that names an address.
func (x telling) row(address string) string {
	return encoded(map[string]any{
		"title": x.title, "author": x.author, "url": address,
		"body": strings.Join(x.paragraphs, "\n\n"),
	})
}

// keptRow is the text as a row of an export that names the ID of an article.
func (x telling) keptRow(id model.ID) string {
	blocks := []map[string]any{}
	for _, p := range x.paragraphs {
		blocks = append(blocks, map[string]any{"kind": "prose", "prose": "paragraph", "text": p, "markdown": p})
	}
	return encoded(map[string]any{
		"id": id, "title": x.title, "byline": []string{x.author}, "sections": []any{map[string]any{"blocks": blocks}},
	})
}

func encoded(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data) + "\n"
}

// TestNothingTakesThePlaceOfAKeptArticle keeps and stars an article, and brings in what names its address or its ID,
// from both sides of the line between a newer text of it and another article.
func TestNothingTakesThePlaceOfAKeptArticle(t *testing.T) {
	texts := []struct {
		name string
		text telling
		want model.Progress
	}{
		{"another text", forSale(), model.Progress{Added: 1, Apart: 1}},
		{
			"a longer text", quay("One of the boats came home in the evening under its own sail."),
			model.Progress{Known: 1, Updated: 1},
		},
		{"the same text", quay(), model.Progress{Known: 1}},
	}
	ways := []struct {
		name  string
		bring func(t *testing.T, k *takeover, x telling) model.Progress
	}{
		{"the page itself", func(t *testing.T, k *takeover, x telling) model.Progress {
			k.page.Store(x.page(k.url))
			return contenttest.Finish(k.Add(t.Context(), []string{k.url}, content.Files))
		}},
		{"a saved page", func(t *testing.T, k *takeover, x telling) model.Progress {
			return contenttest.Finish(k.Add(t.Context(), []string{contenttest.File(t, "saved.html", x.page(k.url))},
				content.Files))
		}},
		{"a Markdown file", func(t *testing.T, k *takeover, x telling) model.Progress {
			return contenttest.Finish(k.Add(t.Context(), []string{contenttest.File(t, "notes.md", x.markdown(k.url))},
				content.Files))
		}},
		{"a row that names the address", func(t *testing.T, k *takeover, x telling) model.Progress {
			return contenttest.Finish(k.Add(t.Context(), []string{contenttest.File(t, "rows.jsonl", x.row(k.url))},
				content.JSONLines))
		}},
		{"a row that names the ID", func(t *testing.T, k *takeover, x telling) model.Progress {
			return contenttest.Finish(k.Add(t.Context(), []string{contenttest.File(t, "kept.jsonl", x.keptRow(k.id))},
				content.JSONLines))
		}},
	}
	for _, w := range ways {
		for _, c := range texts {
			t.Run(w.name+": "+c.name, func(t *testing.T) {
				k := newTakeover(t)
				got := w.bring(t, k, c.text)
				if got.Added != c.want.Added || got.Apart != c.want.Apart || got.Known != c.want.Known ||
					got.Updated != c.want.Updated || len(got.Errs) > 0 {
					t.Errorf("got %+v, want %+v", got, c.want)
				}
				k.check(t, c.want)
			})
		}
	}
}

// takeover is a library with one starred article, and the server that its page is on.
type takeover struct {
	*content.Library
	url   string
	id    model.ID
	first string // the text that was kept
	page  atomic.Value
}

func newTakeover(t *testing.T) *takeover {
	t.Helper()
	k := &takeover{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(k.page.Load().(string)))
	}))
	t.Cleanup(s.Close)
	k.url = s.URL + "/quay"
	k.Library = contenttest.NewLibrary(t,
		content.Options{Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }}})
	k.page.Store(quay().page(k.url))
	if got := contenttest.Finish(k.Add(t.Context(), []string{k.url}, content.Files)); got.Added != 1 {
		t.Fatalf("%+v", got)
	}
	yes := true
	for id := range contenttest.Every(t, k.Library) {
		k.id = id
		if _, err := k.Mark(t.Context(), "star", []model.ID{id}, model.StatusChange{Starred: &yes}); err != nil {
			t.Fatal(err)
		}
	}
	a, err := k.Read(t.Context(), string(k.id))
	if err != nil {
		t.Fatal(err)
	}
	k.first = a.SearchText()
	return k
}

// check looks for the star, the ID and the first text, which have stayed whatever was brought in.
func (k *takeover) check(t *testing.T, brought model.Progress) {
	t.Helper()
	rows := contenttest.Every(t, k.Library)
	if len(rows) != 1+brought.Added || rows[k.id].URL != k.url {
		t.Errorf("the library has %+v", rows)
	}
	for id, r := range rows {
		if r.Status.Starred != (id == k.id) {
			t.Errorf("%s is starred: %t", r.Title, r.Status.Starred)
		}
	}
	all, err := k.Versions(t.Context(), k.id)
	if err != nil || len(all) != 1+brought.Updated {
		t.Errorf("it has %d texts (%v), want %d", len(all), err, 1+brought.Updated)
	}
	first, err := k.Version(t.Context(), k.id, 1)
	if err != nil || first.SearchText() != k.first {
		t.Errorf("its first text is %q (%v), want %q", first.SearchText(), err, k.first)
	}
}
