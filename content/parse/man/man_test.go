package man

import (
	"strings"
	"testing"

	"lede/model/clean"
)

// struck sets words in bold, or underlines those between underscores, as printers do.
func struck(s string) string {
	var b strings.Builder
	bold, under := false, false
	for _, r := range s {
		switch {
		case r == '*':
			bold = !bold
		case r == '~':
			under = !under
		case bold:
			b.WriteString(string(r) + "\b" + string(r))
		case under:
			b.WriteString("_\b" + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// coloured sets the same words with codes for a terminal.
func coloured(s string) string {
	bold, under := false, false
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '*':
			bold = !bold
			b.WriteString(map[bool]string{true: "\x1b[1m", false: "\x1b[0m"}[bold])
		case '~':
			under = !under
			b.WriteString(map[bool]string{true: "\x1b[4m", false: "\x1b[24m"}[under])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

const page = `WEIR(1)               Manual of the weir               WEIR(1)

*NAME*
       weir – keep the ~eels~ out of the mill in the months in which they go down to
       the sea

*SYNOPSIS*
       *weir* [*--open*=~gate~]
            ~eel~
       *weir* *-l*

*OPTIONS*
       *-l*, *--list*
              List the gates.

       *-o*     Open one of the gates at once.

   *Rare ones*
       None.

1.0                        April 2026                        WEIR(1)
`

const written = "# WEIR(1)\n\n## NAME\n\nweir – keep the _eels_ out of the mill in the months in which they go down " +
	"to the sea\n\n## SYNOPSIS\n\n" +
	"**weir** \\[**--open**=_gate_\\] _eel_\n\n**weir -l**\n\n## OPTIONS\n\n**-l**, **--list**\n: List the gates.\n\n" +
	"**-o**\n: Open one of the gates at once.\n\n" +
	"### Rare ones\n\nNone.\n\n1.0 April 2026 WEIR(1)\n"

func TestManualPagesBecomeMarkdown(t *testing.T) {
	for name, source := range map[string]string{"struck over": struck(page), "coloured": coloured(page)} {
		got, markdown, ok := Read([]byte(source))
		if !ok || !markdown || got != written {
			t.Errorf("%s: read %v %v\n%s\nwant\n%s", name, ok, markdown, got, written)
		}
	}
	if got, markdown, ok := Read([]byte(strings.NewReplacer("*", "", "~", "").Replace(page))); !ok || !markdown ||
		!strings.Contains(got, "## NAME\n\nweir") {
		t.Errorf("without marks: read %v %v %q", ok, markdown, got)
	}
}

func TestCodesAreTakenOutOfTexts(t *testing.T) {
	for source, want := range map[string]string{
		"\x1b[1;31mred\x1b[0m and \x1b[38;5;4mblue\x1b[m":           "red and blue",
		"see \x1b]8;;https://weir.example\x1b\\the weir\x1b]8;;\a.": "see the weir.",
		"\x1b]8;;https://weir.example never ends, \x1b[1mbold":      "\uFFFD]8;;https://weir.example never ends, bold",
		"n\bna\bam\bme\be, _\bx, é\bé, +\bo":                        "name, x, é, •",
		"\bstart and end\b":                                         "start and end",
	} {
		if got, markdown, ok := Read([]byte(source)); !ok || markdown || got != want {
			t.Errorf("Read(%q) = %q, %v, %v, want %q", source, got, markdown, ok, want)
		}
	}
	for _, s := range []string{"plain", "a \x1b alone", "\xFF\b\xFF", "WEIR(1) is one, and MILL(6)  another"} {
		if got, _, ok := Read([]byte(s)); ok {
			t.Errorf("Read(%q) = %q", s, got)
		}
	}
}

// FuzzRead holds that what comes out is clean and not much more than went in.
func FuzzRead(f *testing.F) {
	f.Add([]byte(struck(page)))
	f.Add([]byte(coloured(page)))
	f.Add([]byte("\x1b[1m\x1b]8;;x\x1b\\y\b_\b"))
	f.Add([]byte("A(1)  A(1)\n\nX\n   y\n  -z    a\n      b\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, _, ok := Read(data)
		if ok && clean.Text(s) != s || len(s) > 16*len(data)+64 {
			t.Fatalf("Read(%q) = %q", data, s)
		}
	})
}
