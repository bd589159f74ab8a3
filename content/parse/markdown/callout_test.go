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

func TestBoxesOfDocumentationAreCallouts(t *testing.T) {
	rope := model.Prose{
		Kind: model.Quote, Source: "> Tie it twice.", Plain: "Tie it twice.",
		Callout: model.Callout{Kind: "tip", Title: "The rope"},
	}
	bare := rope
	bare.Callout.Title = ""
	for name, c := range map[string]struct {
		source string
		want   []model.Block
	}{
		"colons":            {":::tip[The rope]\nTie it twice.\n:::", []model.Block{rope}},
		"colons and a word": {"::: tip The rope\n\nTie it twice.\n\n:::", []model.Block{rope}},
		"braces":            {":::{tip} The rope\nTie it twice.\n:::", []model.Block{rope}},
		"attributes":        {":::tip The rope {#rope}\nTie it twice.\n:::", []model.Block{rope}},
		"set in":            {"!!! tip \"The rope\"\n    Tie it twice.", []model.Block{rope}},
		"folded":            {"??? tip \"The rope\"\n\n    Tie it twice.", []model.Block{rope}},
		"no title":          {"???+ tip\n    Tie it twice.", []model.Block{bare}},
		"what follows": {"!!! tip\n    Tie it twice.\n\nThen row.", []model.Block{
			bare, model.Prose{Kind: model.Paragraph, Source: "Then row."},
		}},
		"one in another": {"::::note\n:::tip\nTie it twice.\n:::\n::::", []model.Block{model.Prose{
			Kind: model.Quote, Source: "> > **Tip**\n> >\n> > Tie it twice.", Plain: "Tip\nTie it twice.",
			Callout: model.Callout{Kind: "note"},
		}}},
		"no kind": {"::: {.wide}\nTie it twice.\n:::", []model.Block{
			model.Prose{Kind: model.Paragraph, Source: "Tie it twice."},
		}},
		"a cry": {"!!! Watch out, all of you", []model.Block{
			model.Prose{Kind: model.Paragraph, Source: "\\!!! Watch out, all of you", Plain: "!!! Watch out, all of you"},
		}},
	} {
		a := Read(c.source, "", model.Entry{}, lang.Labels{})
		if d := cmp.Diff(c.want, a.Blocks()); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		if again := Read(a.Markdown(), "", model.Entry{}, lang.Labels{}); cmp.Diff(a.Blocks(), again.Blocks()) != "" {
			t.Errorf("%s: written %q, and read back as %+v", name, a.Markdown(), again.Blocks())
		}
	}
}

func TestACalloutInAnotherHasItsHeadAbove(t *testing.T) {
	a := Read("> [!tip] Rope\n> Tie it.\n> > [!note]\n> > Twice.", "", model.Entry{}, lang.Labels{})
	want := []model.Block{model.Prose{
		Kind: model.Quote, Source: "> Tie it.\n>\n> > **Note**\n> >\n> > Twice.", Plain: "Tie it.\nNote\nTwice.",
		Callout: model.Callout{Kind: "tip", Title: "Rope"},
	}}
	if d := cmp.Diff(want, a.Blocks()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestFormulasOfTeXInALine(t *testing.T) {
	for source, want := range map[string]string{
		`So \(a_b*c_d*e\) holds.`:       "So $a_b*c_d*e$ holds.",
		`So \( x \) holds.`:             "So $x$ holds.",
		`Then \[ \frac{a_1}{b} \] and.`: `Then $\frac{a_1}{b}$ and.`,
		`He \(who knows\) left.`:        "He (who knows) left.",
		`See \[the note\] there.`:       "See [the note] there.",
	} {
		a := Read(source, "", model.Entry{}, lang.Labels{})
		if p, ok := a.Blocks()[0].(model.Prose); !ok || p.Text() != want {
			t.Errorf("Read(%q) = %q, want %q", source, p.Text(), want)
		}
	}
}
