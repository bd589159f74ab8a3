package terminal

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// inPieces is what is left of an input that comes in pieces of some bytes.
func inPieces(s string, size int) string {
	var b bounded
	var out strings.Builder
	for len(s) > 0 {
		piece := []byte(s[:min(size, len(s))])
		s = s[len(piece):]
		out.Write(piece[:b.cut(piece)])
	}
	return out.String()
}

// decode reads an input as the decoder of keys does, with room for 32 parameters; it panics at one more.
func decode(s string) {
	p := ansi.NewParser()
	state := byte(0)
	for len(s) > 0 {
		_, _, n, next := ansi.DecodeSequence(s, state, p)
		s, state = s[n:], next
	}
}

func TestKeysPastesAndAnswersComeAsTheyAre(t *testing.T) {
	for _, s := range []string{
		"j", "\x1b", "\x1b[A", "\x1b[1;5C", "\x1b[<35;120;40M", "\x1b[97;2:1;65:66:67u", "\x1b[?62;1;4;22c",
		"\x1b[200~a;b;c: 1;2;3\x1b[201~", "\x1bP>|term 1.0\x1b\\", "ś更;;;", "\x9b1;2R",
		"\x1b[200~" + strings.Repeat("1;", 500) + "\x1b[201~",
	} {
		for _, size := range []int{1, 3, 4096} {
			if got := inPieces(s, size); got != s {
				t.Errorf("%q in pieces of %d comes as %q", s, size, got)
			}
		}
	}
}

func TestASequenceWithoutAnEndIsBounded(t *testing.T) {
	for _, begin := range []string{"\x1b[", "\x1bP", "\x9b", "\x90", "\x1b[200~x\x1b[", "\x1b[?"} {
		for _, size := range []int{1, 256, 4096} {
			got := inPieces(begin+strings.Repeat("1;", 1<<14)+"mj", size)
			if size > 1 && len(got) > 600 || !strings.HasSuffix(got, "mj") {
				t.Errorf("of %q in pieces of %d, %d bytes are left", begin, size, len(got))
			}
			decode(got)
		}
	}
}

func TestNoInputEndsTheDecoderOfKeys(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var b strings.Builder
		for b.Len() < 400 {
			const signs = "\x1b\x1b[P]0;;;;:::9<?m\\\x9b\x90\xc5é"
			b.WriteByte(signs[rnd.IntN(len(signs))])
			if rnd.IntN(40) == 0 {
				b.WriteString(strings.Repeat(";", 40))
			}
		}
		decode(inPieces(b.String(), 1+rnd.IntN(64)))
	}
}
