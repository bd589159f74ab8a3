package render

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lede/ui/theme"
)

func TestGateLetsThroughOnlyWhatLedeWrites(t *testing.T) {
	th := theme.New(true)
	look := th.Accent.Open()
	const letters = "Ünï 港 👩‍👩‍👧‍👦 کتاب\n"
	cases := []struct{ name, in, screen, plain string }{
		{"text", letters, letters, letters},
		{"look", look + "a" + theme.Reset, look + "a" + theme.Reset, "a"},
		{"link", linkTo("https://a.example", "x"), linkTo("https://a.example", "x"), "x"},
		{"colour of another", "\x1b[38;2;1;2;3ma", "a", "a"},
		{"colour by number", "\x1b[31m\x1b[38;5;9ma", "a", "a"},
		{"blinking and concealed", "\x1b[5m\x1b[8ma", "a", "a"},
		{"cut colour", "\x1b[38;2;224ma", "a", "a"},
		{"cursor", "\x1b[2Ja", "�[2Ja", "�[2Ja"},
		{"private", "\x1b[?1049ha", "�[?1049ha", "�[?1049ha"},
		{"subparameters", "\x1b[4:3ma", "a", "a"},
		{"title", "\x1b]0;x\aa", "�]0;x�a", "�]0;x�a"},
		{"clipboard", "\x1b]52;c;eA==\x1b\\a", "�]52;c;eA==�\\a", "�]52;c;eA==�\\a"},
		{"open title", "\x1b]0;x", "�]0;x", "�]0;x"},
		{"device control", "\x1bPx\x1b\\", "�Px�\\", "�Px�\\"},
		{"link to a file", "\x1b]8;id=a;file:///etc\x1b\\x", "�]8;id=a;file:///etc�\\x", "�]8;id=a;file:///etc�\\x"},
		{"link with a bell", "\x1b]8;id=a;https://a\ax", "�]8;id=a;https://a�x", "�]8;id=a;https://a�x"},
		{"link with a strange id", "\x1b]8;x=y;https://a\x1b\\x", "�]8;x=y;https://a�\\x", "�]8;x=y;https://a�\\x"},
		{"controls", "a\x00\t\r\x7f\u0085\u009bb", "a������b", "a������b"},
		{"bad bytes", "a\xff\xc2", "a��", "a��"},
		{"order", "a\u202eb\u2066c\u200fd", "abcd", "abcd"},
		{"unseen", "a\u200b\u00ad\ufeff\u2028\U000e0001b", "ab", "ab"},
		{"noncharacters", "a\uffff\ufdd0", "a��", "a��"},
	}
	g := NewGate(th)
	for _, c := range cases {
		if got := g.Screen(c.in); got != c.screen {
			t.Errorf("%s: Screen(%q) = %q, want %q", c.name, c.in, got, c.screen)
		}
		if got := Plain(c.in); got != c.plain {
			t.Errorf("%s: Plain(%q) = %q, want %q", c.name, c.in, got, c.plain)
		}
	}
}

func TestGateDropsEveryCharacterThatReorders(t *testing.T) {
	g := NewGate(theme.New(true))
	for _, r := range "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" {
		in := "a" + string(r) + "b"
		if got := g.Screen(in); got != "ab" {
			t.Errorf("Screen with %U between letters = %q, want it dropped", r, got)
		}
		if got := Plain(in); got != "ab" {
			t.Errorf("Plain with %U between letters = %q, want it dropped", r, got)
		}
	}
}

func TestGateCopiesNothingThatIsFine(t *testing.T) {
	th := theme.New(true)
	g := NewGate(th)
	s := strings.Repeat(th.Border.Render("│")+" вода "+linkTo("https://a.example", "x")+"\n", 50)
	if n := testing.AllocsPerRun(10, func() { g.Screen(s) }); n > 0 {
		t.Errorf("%v allocations for a screen that is fine, want none", n)
	}
}

// FuzzGate checks that whatever goes in, no escape comes out but ours, no control and nothing that reorders.
func FuzzGate(f *testing.F) {
	th := theme.New(true)
	g := NewGate(th)
	for _, s := range []string{
		"a\x1b[1mb\x1b[m", "\x1b]8;id=a;https://a.example\x1b\\x\x1b]8;;\x1b\\", "\x1b[38;2;224;164;88mx",
		"\u009b31m\xff\u202e",
		"\x1b]8;;https://a\x1b\\", "\x1b\x1b[m", "\x1b[\x1b[m", "\x1b]\x1b\\",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		screen, plain := g.Screen(in), Plain(in)
		if again := g.Screen(screen); again != screen {
			t.Errorf("not the same twice: %q, %q", screen, again)
		}
		if i := strings.IndexFunc(plain, forbidden); i >= 0 || !utf8.ValidString(plain) {
			t.Errorf("Plain(%q) = %q", in, plain)
		}
		for rest := screen; rest != ""; {
			if rest[0] == esc {
				n := sequence(rest)
				if is, known := looks(rest[:n], th); (!is || !known) && !leads(rest[:n]) {
					t.Fatalf("Screen(%q) = %q", in, screen)
				}
				rest = rest[n:]
				continue
			}
			r, n := utf8.DecodeRuneInString(rest)
			if forbidden(r) || r == utf8.RuneError && n == 1 {
				t.Fatalf("Screen(%q) = %q", in, screen)
			}
			rest = rest[n:]
		}
	})
}

func forbidden(r rune) bool {
	return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 ||
		r == 0x200e || r == 0x200f || r == 0x61c
}
