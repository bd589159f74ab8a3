package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

func TestAPromptThatIsFullTakesNoMore(t *testing.T) {
	p := prompt{}
	p.update(tea.PasteMsg{Content: strings.Repeat("界", maxInput)})
	if len(p.text) > maxInput || !utf8.ValidString(p.text) {
		t.Fatalf("it holds %d bytes", len(p.text))
	}
	p.complete(completion{from: 0, to: 3, texts: []string{`topic:"night trains"`}})
	over := p.text
	p.update(keyPress("x"))
	if p.text != over {
		t.Errorf("it has grown from %d bytes to %d", len(over), len(p.text))
	}
}

func TestALongPasteIsCutBetweenCharacters(t *testing.T) {
	a := home(newFakeStore(courier()), 80, 24)
	drive(a, keyPress("/"), tea.PasteMsg{Content: strings.Repeat("\u200b", 10) + "xx" + strings.Repeat("界", maxPaste)})
	if got := theLibrary(a).typing.prompt.text; !strings.HasSuffix(got, "界") {
		t.Errorf("the paste ends with %q", got[len(got)-3:])
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
		p := prompt{}
		for _, name := range strings.Fields(c.keys) {
			switch msg := keyPress(name); {
			case len([]rune(name)) > 1 && msg.Mod == 0 && msg.Text == name:
				p.update(tea.PasteMsg{Content: name})
			default:
				p.update(msg)
			}
		}
		if got := p.text[:p.at] + "|" + p.text[p.at:]; got != c.want {
			t.Errorf("%s: %q, want %q", c.keys, got, c.want)
		}
	}
}

func TestACopyOfAPromptIsAnotherOne(t *testing.T) {
	p := prompt{text: "abcdef", at: 3}
	q := p
	q.update(keyPress("backspace"))
	q.update(keyPress("x"))
	if p.text != "abcdef" || q.text != "abxdef" {
		t.Errorf("%q and %q", p.text, q.text)
	}
}

func BenchmarkPromptKey(b *testing.B) {
	p := prompt{text: strings.Repeat("topic:ferries ", 8)}
	for b.Loop() {
		p.update(keyPress("x"))
		p.update(keyPress("backspace"))
	}
}
