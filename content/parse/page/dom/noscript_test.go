package dom

import (
	"strings"
	"testing"
)

func TestTextForBrowsersWithoutScriptsIsReadWhereThePageHasNoOther(t *testing.T) {
	words := strings.Repeat("The sluice is opened by hand. ", 20)
	page := Parse(`<body><div id="app"></div><noscript><h1>Sluice</h1><p>`+words+`</p></noscript></body>`, "", nil)
	if got := page.TextOf(page.Doc); !strings.Contains(got, "opened by hand") {
		t.Errorf("text %q", got)
	}
}

func TestTextForBrowsersWithoutScriptsIsLeftWhereThePageHasMore(t *testing.T) {
	words := strings.Repeat("The sluice is opened by hand. ", 20)
	for _, held := range []string{"<p>Turn scripts on.</p>", "<p>" + words[:len(words)-60] + "Twice.</p>"} {
		page := Parse(`<body><p>`+words+`</p><noscript>`+held+`</noscript></body>`, "", nil)
		if got := page.TextOf(page.Doc); strings.Contains(got, "scripts on") || strings.Contains(got, "Twice") {
			t.Errorf("text %q", got)
		}
	}
}

func TestShortWordsForBrowsersWithoutScriptsAreNoText(t *testing.T) {
	page := Parse(`<body><noscript>Please turn scripts on to see this page.</noscript></body>`, "", nil)
	if got := page.TextOf(page.Doc); got != "" {
		t.Errorf("text %q", got)
	}
}
