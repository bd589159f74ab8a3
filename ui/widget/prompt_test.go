package widget

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

func TestAPromptThatIsFullTakesNoMore(t *testing.T) {
	p := Prompt{}
	p.Update(tea.PasteMsg{Content: strings.Repeat("界", MaxInput)})
	if len(p.Text) > MaxInput || !utf8.ValidString(p.Text) {
		t.Fatalf("it holds %d bytes", len(p.Text))
	}
	p.Complete(Completion{From: 0, To: 3, Texts: []string{`topic:"night trains"`}})
	over := p.Text
	p.Update(keyOf("x"))
	if p.Text != over {
		t.Errorf("it has grown from %d bytes to %d", len(over), len(p.Text))
	}
}

func TestAPromptIsEdited(t *testing.T) {
	for _, c := range []struct {
		keys, want string
	}{
		{"abc left delete", "ab|"},
		{"abc home ctrl+d", "|bc"},
		{"one space two space three alt+left alt+left ctrl+k", "one |"},
		{"one space two home alt+right X", "oneX| two"},
		{"one space two alt+backspace", "one |"},
		{"one space two left ctrl+u", "|o"},
		{"e\u0301\u0301 x left left delete", "|x"},
		{"👩\u200d👩\u200d👧 界 left backspace", "|界"},
		{"ctrl+v ctrl+y alt+d alt+x a", "a|"},
	} {
		p := Prompt{}
		for _, name := range strings.Fields(c.keys) {
			switch msg := keyOf(name); {
			case len([]rune(name)) > 1 && msg.Mod == 0 && msg.Text == name:
				p.Update(tea.PasteMsg{Content: name})
			default:
				p.Update(msg)
			}
		}
		if got := p.Text[:p.At] + "|" + p.Text[p.At:]; got != c.want {
			t.Errorf("%s: %q, want %q", c.keys, got, c.want)
		}
	}
}

func TestACopyOfAPromptIsAnotherOne(t *testing.T) {
	p := Prompt{Text: "abcdef", At: 3}
	q := p
	q.Update(keyOf("backspace"))
	q.Update(keyOf("x"))
	if p.Text != "abcdef" || q.Text != "abxdef" {
		t.Errorf("%q and %q", p.Text, q.Text)
	}
}

func BenchmarkPromptKey(b *testing.B) {
	p := Prompt{Text: strings.Repeat("topic:ferries ", 8)}
	for b.Loop() {
		p.Update(keyOf("x"))
		p.Update(keyOf("backspace"))
	}
}

// keyOf is the message of a key by its name.
func keyOf(name string) tea.KeyPressMsg {
	var msg tea.KeyPressMsg
	for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			name, msg.Mod = rest, mod
		}
	}
	named := map[string]rune{
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome,
	}
	if code, ok := named[name]; ok {
		msg.Code = code
		return msg
	}
	if msg.Code, _ = utf8.DecodeRuneInString(name); msg.Mod == 0 {
		msg.Text = name
	}
	if name == "space" {
		msg.Code, msg.Text = tea.KeySpace, " "
	}
	return msg
}
