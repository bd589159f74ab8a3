package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/lang"
	"lede/model"
)

func TestCalloutHasItsKindAndTitleApart(t *testing.T) {
	for name, c := range map[string]struct {
		source string
		want   model.Prose
	}{
		"GitHub": {
			"> [!IMPORTANT]\n> Stop it first.\n>\n> Then *wait*.",
			model.Prose{
				Kind: model.Quote, Source: "> Stop it first.\n>\n> Then *wait*.", Plain: "Stop it first.\nThen wait.",
				Callout: model.Callout{Kind: "important"},
			},
		},
		"title": {
			"> [!tip] Grease **well**\n> - oil\n> - fat",
			model.Prose{
				Kind: model.Quote, Source: "> - oil\n> - fat", Plain: "oil\nfat",
				Callout: model.Callout{Kind: "tip", Title: "Grease well"},
			},
		},
		"folded": {
			"> [!faq]- Does it hum?\n> It does.",
			model.Prose{
				Kind: model.Quote, Source: "> It does.", Plain: "It does.",
				Callout: model.Callout{Kind: "faq", Title: "Does it hum?"},
			},
		},
		"alone": {
			"> [!note] Closed on Friday",
			model.Prose{Kind: model.Quote, Callout: model.Callout{Kind: "note", Title: "Closed on Friday"}},
		},
		"link": {
			"> [!note](https://mill.example/a) is a link",
			model.Prose{Kind: model.Quote, Source: "> [!note](<https://mill.example/a>) is a link", Plain: "!note is a link"},
		},
		"no kind":  {"> [!] a", model.Prose{Kind: model.Quote, Source: "> \\[!\\] a", Plain: "[!] a"}},
		"no quote": {"[!NOTE] a", model.Prose{Kind: model.Paragraph, Source: "\\[!NOTE\\] a", Plain: "[!NOTE] a"}},
	} {
		a := Read(c.source, "", model.Entry{}, lang.Labels{})
		if d := cmp.Diff([]model.Block{c.want}, a.Blocks()); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		if again := Read(a.Markdown(), "", model.Entry{}, lang.Labels{}); cmp.Diff(a.Blocks(), again.Blocks()) != "" {
			t.Errorf("%s: written %q, and read back as %+v", name, a.Markdown(), again.Blocks())
		}
	}
}
