package terminal

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
)

// typed is input that came after a silence.
type typed struct {
	text  string
	after time.Duration
}

// decoded are the pastes and the keys that the decoder makes of input that passed the keyboard.
func decoded(t *testing.T, input ...typed) (pastes, keys []string) {
	t.Helper()
	var p pasting
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	pieces := make([]string, 0, len(input))
	for _, in := range input {
		now = now.Add(in.after)
		for s := in.text; s != ""; {
			n := min(len(s), 1000)
			pieces = append(pieces, string(p.take([]byte(s[:n]), now)))
			s = s[n:]
		}
	}
	events := make(chan uv.Event, 1<<20)
	if err := uv.NewTerminalReader(&inTurn{pieces}, "xterm").StreamEvents(context.Background(), events); err != nil {
		t.Fatal(err)
	}
	close(events)
	for e := range events {
		switch e := e.(type) {
		case uv.PasteEvent:
			pastes = append(pastes, e.Content)
		case uv.KeyPressEvent:
			keys = append(keys, e.String())
		}
	}
	return pastes, keys
}

// inTurn reads one piece at a time.
type inTurn struct{ pieces []string }

func (r *inTurn) Read(p []byte) (int, error) {
	if len(r.pieces) == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.pieces[0])
	r.pieces = r.pieces[1:]
	return n, nil
}

func TestATypedCtrlCEndsAPasteWithoutAnEnd(t *testing.T) {
	for _, ctrlC := range []string{"\x03", "\x1b[99;5u", "\x1b[99;69:1u", "\x1b[27;5;99~"} {
		pastes, keys := decoded(t, typed{"\x1b[200~a long\npaste", 0}, typed{ctrlC, time.Second}, typed{"j", time.Second})
		if len(pastes) != 1 || pastes[0] != "a long\npaste" || strings.Join(keys, " ") != "ctrl+c j" {
			t.Errorf("after %q the pastes are %q and the keys %q", ctrlC, pastes, keys)
		}
	}
}

func TestAPastedCtrlCIsNoKey(t *testing.T) {
	for _, in := range [][]typed{
		{{"\x1b[200~a\x03b\x1b[201~", 0}},
		{{"\x1b[200~a", 0}, {"\x03", silence / 2}, {"b\x1b[201~", 0}},
		{{"\x1b[200~a", 0}, {"\x03b", time.Hour}, {"\x1b[201~", 0}},
		{{"\x1b[200~a", 0}, {"\x1b[99;5u\x1b[99;5u", time.Hour}, {"\x1b[201~", 0}},
		{{"\x1b[200~" + strings.Repeat("\x03 y", mostPasted/3+1), 0}, {"\x1b[201~", 0}},
	} {
		if pastes, keys := decoded(t, in...); len(pastes) != 1 || len(keys) != 0 {
			t.Errorf("%.30q gives %d pastes and the keys %q", in[0].text, len(pastes), keys)
		}
	}
}

func TestAPasteIsBoundedAndKeysGoOnAfterIt(t *testing.T) {
	for _, unit := range []string{"x", "更", "\x1b", "\x1b[20", "\x1b[201"} {
		for end := range len(pasteEnds) {
			var p pasting
			text := strings.Repeat(unit, 2*mostPasted/len(unit))
			got := string(p.take([]byte(pasteBegins+text+pasteEnds[:end]), time.Time{}))
			got += string(p.take([]byte(pasteEnds[end:]+"j"), time.Time{}))
			if len(got) > mostPasted+20 || !strings.HasSuffix(got, pasteEnds+"j") {
				t.Errorf("of pasted %q with its mark cut at %d, %d bytes are left, %q at the end",
					unit, end, len(got), got[max(0, len(got)-20):])
			}
		}
	}
}

func TestPastesComeWhole(t *testing.T) {
	text := strings.Repeat("ś201~ 更\n", 5000)
	input := "k\x1b[200~" + text + "\x1b[201~l\x1b[200~two\x1b[201~"
	pastes, keys := decoded(t, typed{input, 0}, typed{"\x03", time.Hour})
	if len(pastes) != 2 || pastes[0] != text || pastes[1] != "two" || strings.Join(keys, " ") != "k l ctrl+c" {
		t.Errorf("the pastes are %.40q and the keys %q", pastes, keys)
	}
}
