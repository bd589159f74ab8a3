package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"

	"lede/model/clean"
	"lede/ui/render"
)

// maxInput is how many bytes a line of input holds.
const maxInput = 64 << 10

// prompt is a line that takes text.
type prompt struct {
	text string
	at   int // the byte that the cursor is before
}

// update takes a key or a paste and tells whether the text is another one then.
func (p *prompt) update(k *promptKeys, msg tea.Msg) (changed bool) {
	before := p.text
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.insert(msg.Content)
	case tea.KeyPressMsg:
		p.edit(k, msg)
	}
	return p.text != before
}

func (p *prompt) edit(k *promptKeys, msg tea.KeyPressMsg) {
	switch {
	case key.Matches(msg, k.Erase):
		p.cut(p.left(), p.at)
	case key.Matches(msg, k.EraseWord):
		p.cut(p.wordLeft(), p.at)
	case key.Matches(msg, k.EraseAll):
		p.cut(0, p.at)
	case key.Matches(msg, k.Left):
		p.at = p.left()
	case key.Matches(msg, k.Right):
		p.at = p.right()
	case key.Matches(msg, k.Home):
		p.at = 0
	case key.Matches(msg, k.End):
		p.at = len(p.text)
	case msg.Text != "":
		p.insert(msg.Text)
	}
}

// insert puts text at the cursor, clean and on one line, as far as there is room.
func (p *prompt) insert(text string) {
	text = clean.Text(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text))
	if room := max(0, maxInput-len(p.text)); len(text) > room {
		text = strings.ToValidUTF8(text[:room], "")
	}
	p.text = p.text[:p.at] + text + p.text[p.at:]
	p.at += len(text)
}

func (p *prompt) cut(from, to int) {
	p.text = p.text[:from] + p.text[to:]
	p.at = from
}

// left is where the character before the cursor begins; right is where the one after it ends.
func (p *prompt) left() int {
	g := uniseg.NewGraphemes(p.text[:p.at])
	from := 0
	for g.Next() {
		from, _ = g.Positions()
	}
	return from
}

func (p *prompt) right() int {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(p.text[p.at:], -1)
	return p.at + len(cluster)
}

func (p *prompt) wordLeft() int {
	s := strings.TrimRightFunc(p.text[:p.at], unicode.IsSpace)
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if unicode.IsSpace(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return len(s)
}

// line draws as much of the text round the cursor as fits in w cells, and tells the cursor's cell.
func (p *prompt) line(w int) (text string, cursor int) {
	cursor = render.Width(p.text[:p.at])
	from := max(0, cursor-w+1)
	return render.Slice(p.text, from, from+w), cursor - from
}
