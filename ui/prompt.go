package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"

	"lede/model/clean"
	"lede/ui/render"
)

// maxInput is how many bytes a line of input holds.
const maxInput = 64 << 10

// prompt is a line that takes text. It is a value: a copy is another prompt, and the zero value is an empty one.
//
// Bubbles' textinput edits it, made for a key and let go after it. What is drawn is cut by line, since textinput takes every character for
// one cell wide where it places the cursor.
type prompt struct {
	text string
	at   int // the byte that the cursor is before
}

// update takes a key or a paste and reports whether the text is another one then.
func (p *prompt) update(msg tea.Msg) (changed bool) {
	before := p.text
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.insert(msg.Content)
	case tea.KeyPressMsg:
		p.edit(msg)
	}
	return p.text != before
}

// edit takes a key. One that goes over a character goes over all that is seen as one: textinput takes the runes of it one by one.
func (p *prompt) edit(msg tea.KeyPressMsg) {
	times := 1
	switch editOf(msg.String()) {
	case "":
		p.insert(msg.Text)
		return
	case eraseEdit, leftEdit:
		times = utf8.RuneCountInString(p.text[p.left():p.at])
	case deleteEdit, rightEdit:
		times = utf8.RuneCountInString(p.text[p.at:p.right()])
	}
	field := p.field()
	for range times {
		field, _ = field.Update(msg)
	}
	p.take(field)
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
	if text == "" {
		return
	}
	field, _ := p.field().Update(tea.PasteMsg{Content: text})
	p.take(field)
}

// field is a textinput with the text and the cursor.
func (p *prompt) field() textinput.Model {
	field := textinput.New()
	field.SetVirtualCursor(false)
	field.KeyMap = fieldKeys()
	field.Focus()
	field.SetValue(p.text)
	field.SetCursor(utf8.RuneCountInString(p.text[:p.at]))
	return field
}

// take takes the text and the cursor of a field.
func (p *prompt) take(field textinput.Model) {
	p.text = field.Value()
	p.at = len(string([]rune(p.text)[:field.Position()]))
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

// line draws as much of the text round the cursor as fits in w cells, and tells the cursor's cell.
func (p *prompt) line(w int) (text string, cursor int) {
	cursor = render.Width(p.text[:p.at])
	from := max(0, cursor-w+1)
	return render.Slice(p.text, from, from+w), cursor - from
}
