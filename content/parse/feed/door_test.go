package feed

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestTheDoorCleansWhatAServerHandsOn(t *testing.T) {
	got := Door(model.Item{
		ID: " 17\x1b[2J ", URL: "https://tides.example/quay", Image: "javascript:alert(1)",
		Title: "Low \x9b water\n &amp; high", Summary: "<b>Rain</b> at noon", Language: "en\x07",
		HTML: `<p onclick="x()">The quay<script>bad()</script> <a href="/map">map</a> ` +
			`<img src="one.png" width=1></p>`,
		Authors:     []model.Author{{Name: "Ada\u202eR"}, {}},
		Topics:      []string{"harbour\x1b]0;x\x07", ""},
		Links:       []string{"file:///etc/passwd", "/notes"},
		Attachments: []model.Attachment{{URL: "data:,x"}, {URL: "talk.ogg", Type: "audio/ogg\n"}},
	})
	want := model.Item{
		ID: "17\uFFFD[2J", URL: "https://tides.example/quay", Title: "Low \uFFFD water & high", Summary: "Rain at noon",
		Language: "en\uFFFD", HTML: `<p>The quay <a href="https://tides.example/map">map</a> </p>`,
		Authors:     []model.Author{{Name: "AdaR"}},
		Topics:      []string{"harbour\uFFFD]0;x\uFFFD"},
		Links:       []string{"https://tides.example/notes"},
		Attachments: []model.Attachment{{URL: "https://tides.example/talk.ogg", Type: "audio/ogg"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTheDoorKeepsPlainWordsOfTitles(t *testing.T) {
	for title, want := range map[string]string{
		"1 < 2 and 3 > 2":   "1 < 2 and 3 > 2",
		"Salt &lt;x&gt;":    "Salt <x>",
		"<em>Salt</em> run": "Salt run",
	} {
		if got := Door(model.Item{Title: title}).Title; got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
	if got := Door(model.Item{Title: strings.Repeat("ä", 9000)}).Title; len(got) != maxTitle {
		t.Errorf("a title of 9,000 letters has %d bytes, want %d", len(got), maxTitle)
	}
}
