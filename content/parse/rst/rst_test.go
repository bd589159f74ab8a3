package rst

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model/clean"
)

func TestBlocks(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"titles": {
			"====\nWeir\n====\n\nGate\n====\n\nKey\n---\n\nLock\n====\n",
			"# Weir\n\n## Gate\n\n### Key\n\n## Lock\n",
		},
		"comment, target": {".. a comment\n   goes on\n\n.. _weir:\n\n..\n\n   quoted\n", "> quoted\n"},
		"literal": {
			"Run::\n\n    weir *now*\n\n      --all\n\nand ::\n\n> this\n> too\n\n::\n\n  alone\n",
			"Run:\n\n```\nweir *now*\n\n  --all\n```\n\nand\n\n```\n> this\n> too\n```\n\n```\nalone\n```\n",
		},
		"admonitions": {
			".. note:: Mind the\n   gap.\n\n.. admonition:: On *eels*\n   :class: tip\n\n   They bite.\n\n   - at night\n",
			"> [!NOTE]\n> Mind the gap.\n\n> [!TIP] On *eels*\n> They bite.\n> \n> - at night\n",
		},
		"versions": {".. versionadded:: 2.1\n   The gate.\n", "> [!NOTE] New in version 2.1\n> The gate.\n"},
		"code":     {".. code-block:: go\n   :linenos:\n\n   a := 1\n\n     b\n", "```go\na := 1\n\n  b\n```\n"},
		"pictures": {
			".. image:: a.png\n   :alt: Weir\n\n.. figure:: b.png\n\n   The *old* \"weir\"\n\n   More.\n",
			"![Weir](<a.png>)\n\n![](<b.png> \"The old \\\"weir\\\"\")\n\nMore.\n",
		},
		"lists": {
			"- one\n- two\n  goes on\n\n  - in\n\n1. a\n#. b\n\na) c\nb) d\n",
			"- one\n- two goes on\n\n  - in\n\n1. a\n2. b\n\n1) c\n2) d\n",
		},
		"no list": {"A. Einstein was\nthere.\n\n-5 degrees\n", "A. Einstein was there.\n\n-5 degrees\n"},
		"terms and options": {
			"Term : kind\n  What it is.\n\n-a, --all=ALL  every *one*\n",
			"**Term** (kind)\n: What it is.\n\n`-a, --all=ALL`\n: every *one*\n",
		},
		"verse":   {"| One line\n  goes on\n| another\n|\n| after\n", "One line goes on\\\nanother\n\nafter\n"},
		"session": {">>> 1\n1\n", "```pycon\n>>> 1\n1\n```\n"},
		"simple table": {
			"=====  =====\nMonth  Eels\n=====  =====\nMay    40\n       more\nJune   \\\n=====  =====\n",
			"| Month | Eels |\n| --- | --- |\n| May | 40 more |\n| June |  |\n",
		},
		"grid table": {
			"+---+------+\n| a | b    |\n+===+======+\n| c | d    |\n|   | more |\n+---+------+\n",
			"| a | b |\n| --- | --- |\n| c | d more |\n",
		},
		"list table": {
			".. list-table:: Eels\n   :header-rows: 1\n\n   * - Month\n     - Eels\n   * - May\n     - 40\n",
			"*Eels*\n\n| Month | Eels |\n| --- | --- |\n| May | 40 |\n",
		},
		"csv table": {
			".. csv-table::\n   :header: Month, Eels\n\n   May, \"4,0\"\n",
			"| Month | Eels |\n| --- | --- |\n| May | 4,0 |\n",
		},
		"transition": {"One.\n\n----\n\nTwo.\n", "One.\n\n***\n\nTwo.\n"},
		"unknown": {
			".. py:function:: open(gate)\n\n   Opens it.\n\n.. raw:: html\n\n   <b>\n",
			"`open(gate)`\n: Opens it.\n",
		},
		"notes": {
			"A [1]_ and [#x]_.\n\n.. [1] One\n   more.\n.. [#x] Two\n",
			"A [^1] and [^auto-x].\n\n[^1]: One more.\n\n[^auto-x]: Two\n",
		},
	} {
		if got, _ := Markdown(c.source); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestInline(t *testing.T) {
	for source, want := range map[string]string{
		"*a* **b** ``c*d`` `e` f*g*h 2 " +
			"* 3 * 4": "*a* **b** `c*d` *e* f\\*g\\*h 2 \\* 3 \\* 4",
		"`the guide <https://weir.example/g>`_ again: `the " +
			"guide`_": "[the guide](<https://weir.example/g>) again: [the guide](<https://weir.example/g>)",
		"Weir_ and `two words`_ not_known_ or_\n\n.. _Weir: https://weir.example/w\n.. _two words: " +
			"https://weir.example/2": "[Weir](<https://weir.example/w>) and [two words](<https://weir.example/2>) " +
			"not_known\\_ or\\_",
		"`one`__ `two`__\n\n__ https://weir.example/1\n" +
			"__ https://weir.example/2": "[one](<https://weir.example/1>) [two](<https://weir.example/2>)",
		"H\\ :sub:`2`\\ O, \\*no\\*, :ref:`the gate <g>`, :func:`~weir.open`, " +
			":math:`a_1`": "H<sub>2</sub>O, \\*no\\*, the gate, `open`, $`a_1`$",
		"|eel| |no|\n\n.. |eel| replace:: " +
			"an *eel*": "an *eel* \\|no\\|",
		"_`here` it is": "here it is",
	} {
		if got, _ := Markdown(source); strings.TrimSpace(got) != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
	}
}

func TestFieldsOfTheWholeText(t *testing.T) {
	for _, source := range []string{
		"Weir\n####\n\n:author: Tom Ash\n:date: 2026-04-02\n:tags: eels; salt\n:slug: weir\n\nText.\n",
		":orphan:\n\n:author: Tom Ash\n:date: 2026-04-02\n:tags: eels; salt\n\nWeir\n####\n\nText.\n",
		".. title: Weir\n.. author: Tom Ash\n.. date: 2026-04-02\n.. tags: eels; salt\n\nText.\n",
	} {
		_, got := Markdown(source)
		delete(got, "slug")
		delete(got, "title")
		if diff := cmp.Diff(map[string]any{"author": "Tom Ash", "date": "2026-04-02", "tags": []any{"eels", "salt"}},
			got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", source, diff)
		}
	}
}

// TestCostlyTextsEnd holds that the time for a text grows with its length: ten times as much takes less than forty
// times as long.
func TestCostlyTextsEnd(t *testing.T) {
	for name, piece := range map[string]string{
		"strong": "**a ", "stress": "*a ", "names": "a-", "roles": ":a:`x ", "notes": "[a", "fields": ":a: b\n",
		"directives": ".. note::\n\n  a\n\n", "deep": "- ", "bars": "|a| ", "options": "-a\n", "terms": "a\n b\n",
		"marks": "===\n", "grid": "+--+\n|a |\n", "quotes": "`a", "dots": ".. ", "colons": "::\n\n a\n\n",
	} {
		took := func(n int) time.Duration {
			start := time.Now()
			Markdown(strings.Repeat(piece, n))
			return time.Since(start)
		}
		took(10)
		short, long := took(2000)+10*time.Millisecond, took(20000)
		for range 3 { // the machine may have been busy with something else
			if long > 40*short {
				long = min(long, took(20000))
			}
		}
		if long > 40*short {
			t.Errorf("%s: %v for a short text and %v for one ten times as long", name, short, long)
		}
	}
	bomb := ".. |a| replace:: aaaaaaaaaa\n"
	for c := 'b'; c < 'z'; c++ {
		bomb += ".. |" + string(c) + "| replace:: |" + string(c-1) + "| |" + string(c-1) + "|\n"
	}
	if got, _ := Markdown(bomb + "\n" + strings.Repeat("|y| |f| ", 1000)); len(got) > 20*len(bomb)+100000 {
		t.Errorf("%d bytes became %d", len(bomb), len(got))
	}
}

// FuzzMarkdown holds that what comes out is clean and not much more than went in.
func FuzzMarkdown(f *testing.F) {
	f.Add("====\nWeir\n====\n\n:a: b\n\nText::\n\n  x\n\n.. note:: y\n\n- `a <b>`_\n\n  1. |c|\n")
	f.Add("+--+--+\n|a |b |\n+--+--+\n\n==  ==\na   b\n==  ==\n\n.. list-table::\n\n   * - a\n")
	f.Fuzz(func(t *testing.T, s string) {
		s = clean.Text(clean.Newlines(s))
		got, _ := Markdown(s)
		if clean.Text(got) != got || len(got) > 100*len(s)+10000 {
			t.Fatalf("Markdown(%q) = %q", s, got)
		}
	})
}
