package model

import "testing"

func TestCalloutIsWrittenWithItsHead(t *testing.T) {
	for _, c := range []struct {
		prose                  Prose
		markdown, text, headed string
	}{
		{
			Prose{Kind: Quote, Source: "> Use *goose* fat.", Plain: "Use goose fat.", Callout: Callout{"tip", ""}},
			"> [!TIP]\n> Use *goose* fat.", "Tip\nUse goose fat.", "> **Tip**\n>\n> Use *goose* fat.",
		},
		{
			Prose{Kind: Quote, Source: "> Stop it.", Plain: "Stop it.", Callout: Callout{"warning", "Warning"}},
			"> [!WARNING]\n> Stop it.", "Warning\nStop it.", "> **Warning**\n>\n> Stop it.",
		},
		{
			Prose{Kind: Quote, Source: "> Stop it.", Plain: "Stop it.", Callout: Callout{"", "Before you *start*"}},
			"> [!NOTE] Before you \\*start\\*\n> Stop it.", "Before you *start*\nStop it.",
			"> **Before you \\*start\\***\n>\n> Stop it.",
		},
		{Prose{Kind: Quote, Callout: Callout{"note", "Closed"}}, "> [!NOTE] Closed", "Closed", "> **Closed**"},
		{Prose{Kind: Quote, Source: "> No head.", Plain: "No head."}, "> No head.", "No head.", "> No head."},
	} {
		if got := c.prose.Markdown(); got != c.markdown {
			t.Errorf("Markdown is %q, want %q", got, c.markdown)
		}
		if got := c.prose.Text(); got != c.text {
			t.Errorf("text is %q, want %q", got, c.text)
		}
		if got := c.prose.Headed(); got != c.headed {
			t.Errorf("with its head it is %q, want %q", got, c.headed)
		}
	}
}

func TestCalloutKindIsAPlainWord(t *testing.T) {
	for word, want := range map[string]string{
		"NOTE": "note", "see-also": "see-also", "a]b": "",
		"x y": "", "ünder": "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": "",
	} {
		if got := CalloutKind(word); got != want {
			t.Errorf("CalloutKind(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestBodyOfACalloutStandsOutsideOfTheQuotation(t *testing.T) {
	p := Prose{Source: "> One.\n>\n> - two\n>   more\n>\n> > three", Callout: Callout{Kind: "note"}}
	if got, want := p.Body(), "One.\n\n- two\n  more\n\n> three"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
