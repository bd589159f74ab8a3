package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

func TestAPromptThatIsFullTakesNoMore(t *testing.T) {
	k := newKeyMap()
	p := prompt{}
	p.update(&k.prompt, tea.PasteMsg{Content: strings.Repeat("界", maxInput)})
	if len(p.text) > maxInput || !utf8.ValidString(p.text) {
		t.Fatalf("it holds %d bytes", len(p.text))
	}
	p.complete(completion{from: 0, to: 3, texts: []string{`topic:"night trains"`}})
	over := p.text
	p.update(&k.prompt, keyPress("x"))
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
