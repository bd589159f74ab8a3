package widget

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

// MaxInput is how many bytes a line of input holds.
const MaxInput = 64 << 10

// Prompt is a line that takes text. It is a value: a copy is another prompt, and the zero value is an empty one.
//
// Bubbles' textinput edits it, made for a key and let go after it. What is drawn is cut by line, since textinput
// takes every character for one cell wide where it places the cursor.
type Prompt struct {
	Text string
	At   int // the byte that the cursor is before
}

// Update takes a key or a paste and reports whether the text is another one then.
func (p *Prompt) Update(msg tea.Msg) (changed bool) {
	before := p.Text
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.insert(msg.Content)
	case tea.KeyPressMsg:
		p.edit(msg)
	}
	return p.Text != before
}

// edit takes a key. One that goes over a character goes over all that is seen as one: textinput takes the runes of it
// one by one.
func (p *Prompt) edit(msg tea.KeyPressMsg) {
	times := 1
	switch editOf(msg.String()) {
	case "":
		p.insert(msg.Text)
		return
	case eraseEdit, leftEdit:
		times = utf8.RuneCountInString(p.Text[p.left():p.At])
	case deleteEdit, rightEdit:
		times = utf8.RuneCountInString(p.Text[p.At:p.right()])
	}
	field := p.field()
	for range times {
		field, _ = field.Update(msg)
	}
	p.take(field)
}

// insert puts text at the cursor, clean and on one line, as far as there is room.
func (p *Prompt) insert(text string) {
	text = clean.Text(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text))
	if room := max(0, MaxInput-len(p.Text)); len(text) > room {
		text = strings.ToValidUTF8(text[:room], "")
	}
	if text == "" {
		return
	}
	field, _ := p.field().Update(tea.PasteMsg{Content: text})
	p.take(field)
}

// field is a textinput with the text and the cursor.
func (p *Prompt) field() textinput.Model {
	field := textinput.New()
	field.SetVirtualCursor(false)
	field.KeyMap = fieldKeys()
	field.Focus()
	field.SetValue(p.Text)
	field.SetCursor(utf8.RuneCountInString(p.Text[:p.At]))
	return field
}

// take takes the text and the cursor of a field.
func (p *Prompt) take(field textinput.Model) {
	p.Text = field.Value()
	p.At = len(string([]rune(p.Text)[:field.Position()]))
}

// left is where the character before the cursor begins; right is where the one after it ends.
func (p *Prompt) left() int {
	g := uniseg.NewGraphemes(p.Text[:p.At])
	from := 0
	for g.Next() {
		from, _ = g.Positions()
	}
	return from
}

func (p *Prompt) right() int {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(p.Text[p.At:], -1)
	return p.At + len(cluster)
}

// Line draws as much of the text round the cursor as fits in w cells, and returns the cursor's cell.
func (p *Prompt) Line(w int) (text string, cursor int) {
	cursor = render.Width(p.Text[:p.At])
	from := max(0, cursor-w+1)
	return render.Slice(p.Text, from, from+w), cursor - from
}
