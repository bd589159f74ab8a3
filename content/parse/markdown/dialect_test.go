package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// TestDialectsAreRead holds for what Markdown has beyond CommonMark and GFM: each text is the plain text that it
// shows, and what is written of it reads back to the same blocks.
func TestDialectsAreRead(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"bold beside CJK": {
			"米は**「新米」**だけ。**大切です。**と言う。",
			"米は「新米」だけ。大切です。と言う。",
		},
		"bold beside Korean":  {"이것은**(중요)**하다.", "이것은(중요)하다."},
		"bold beside letters": {`The **"mill"**s and so**("x")**is, 2**(3)`, `The "mill"s and so("x")is, 2**(3)`},
		"open bold":           {"a**(**b and c", "a**(**b and c"},
		"formula": {
			`Sum $\{b_j\}_{j=0}^{m}$ of $u*v*w$, $x$ and $$\int x\,dx$$`,
			`Sum $\{b_j\}_{j=0}^{m}$ of $u*v*w$, $x$ and $$\int x\,dx$$`,
		},
		"formula in backticks": {"So $`a_1 * b`$ holds.", "So $a_1 * b$ holds."},
		"prices": {
			"From $5 to $6, US$7 or 8$ *at most*, $HOME and $PATH",
			"From $5 to $6, US$7 or 8$ at most, $HOME and $PATH",
		},
		"formula in a table":      {"| a | b |\n|---|---|\n| $\\|x\\|_2$ | y |", "a\tb\n$|x|_2$\ty"},
		"link by name":            {"See [[Eels]], [[Weir#Gate]] and [[#Now|today]].", "See Eels, Weir > Gate and today."},
		"link by name in a table": {"| a |\n|---|\n| [[Eels\\|fish]] |", "a\nfish"},
		"brackets that are none":  {"[[1]](https://a.example/x) and [[ ]]", "[1] and [[ ]]"},
		"defined brackets":        {"[[eels]] swim.\n\n[eels]: https://a.example/x", "[eels] swim."},
		"comment":                 {"Eels %%are they?%% swim, 5%% or 6%%.", "Eels swim, 5%% or 6%%."},
		"highlight":               {"The ==weir== is old, a==b==c, and 1 == 2.", "The weir is old, a==b==c, and 1 == 2."},
		"name of a paragraph":     {"Eels swim. ^d0e4f2", "Eels swim."},
		"power at the end":        {"It is x ^2", "It is x ^2"},
		"size of a picture":       {"An ![eel|300x200](https://a.example/e.png) here", "An eel here"},
		"picture taken in":        {"An ![[eel.png]] here", "An eel.png here"},
		"comment that never ends": {"%%\nnever", "%% never"},
		"formula that never ends": {"$$\nnever *so*", "$$ never so"},
		"environment of its own": {
			"\\begin{align}\na &= b \\\\\n\\end{align}",
			"\\begin{align}\na &= b \\\\\n\\end{align}",
		},
		"formula in brackets":      {"\\[\na_1 * b * c\n\\]", "a_1 * b * c"},
		"formula over lines":       {"$$\na_1 \\\\\nb_2\n$$", "a_1 \\\\\nb_2"},
		"formula on a line":        {"$$a_1 * b$$", "a_1 * b"},
		"formula in a quotation":   {"> $$\n> a_1\n> $$", "a_1"},
		"comment of several lines": {"Before.\n\n%%\nhidden\n\nthis too\n%%\n\nAfter.", "Before.\nAfter."},
		"table in HTML": {
			"<table>\n<tr><th>Year</th><th>Eels</th></tr>\n\n  <tr><td>1911</td><td><b>17</b> | <a " +
				"href='https://a.example/x'>x</a></td></tr>\n</table>", "Year\tEels\n1911\t17 | x",
		},
		"layout in HTML": {
			"<table><tr><td>Left side</td><td>Right side</td></tr></table>",
			"Left side\nRight side",
		},
		"Markdown in a table": {"<table><tr><td>\n\n**Left** side\n\n</td></tr></table>", "Left side"},
		"pictures in a list": {
			"- ![a](https://a.example/1.png)\n- [![b](https://a.example/2.png)](https://a.example/3)", "a\nb",
		},
		"picture with its caption": {
			"[![a](https://a.example/1.png)](https://a.example/2)\n*The eel, in May*",
			"The eel, in May",
		},
		"picture with other words":  {"![a](https://a.example/1.png) *The eel, in May*", "a The eel, in May"},
		"two pictures beside":       {"![a](https://a.example/1.png) ![b](https://a.example/2.png)", "a\nb"},
		"picture of a vault, alone": {"![[eel.png|The eel]]", "The eel"},
	} {
		a := read(c.source)
		var texts []string
		for _, b := range a.Blocks() {
			texts = append(texts, b.Text())
		}
		if got := strings.Join(texts, "\n"); got != c.want {
			t.Errorf("%s: read %q, want %q", name, got, c.want)
		}
		if diff := cmp.Diff(a.Blocks(), read(a.Markdown()).Blocks()); diff != "" {
			t.Errorf("%s: written %q, and read back differently:\n%s", name, a.Markdown(), diff)
		}
	}
}

func TestNotesAreFoundWhereverTheyStand(t *testing.T) {
	a := read(
		"They swam![^1] And *slept*^[In mud, **deep** [down](https://a.example/x).] and " +
			"![^pic](https://a.example/e.png).\n\n[^1]: All night.\n")
	if got, want := a.Blocks()[0].Text(), "They swam![1] And slept[2] and ^pic."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := a.Blocks()[1].Text(), "1. All night.\n2. In mud, deep down."; got != want {
		t.Errorf("the notes are %q, want %q", got, want)
	}
}

func TestFormulasThatStandAloneAreCode(t *testing.T) {
	want := []model.Block{model.Code{Language: "math", Source: "a_1"}, model.Code{Language: "math", Source: "b"}}
	if diff := cmp.Diff(want, read("$$\na_1\n$$\n\n```math\nb\n```\n").Blocks()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
