package ui

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// keyMap is every key of the program, by screen. Footer, help, palette and manual are made from it. Two
// groups may use one key, a group never twice, and none uses a common one.
type keyMap struct {
	move   moveKeys
	list   listKeys
	lib    libraryKeys
	column columnKeys
	topics pickTopicKeys
	prompt promptKeys
}

// moveKeys move through anything that scrolls.
type moveKeys struct {
	Down, Up, HalfDown, HalfUp, PageDown, PageUp, Top, Bottom, Back, Open key.Binding
}

// listKeys belong to the list of articles.
type listKeys struct {
	Topics, Filter, Clear, Sort, Problems, Browse key.Binding
}

// libraryKeys belong to the library.
type libraryKeys struct {
	Topics, Search, Clear, Sort, Column, Number, Star, Read, Remove, Undo, Select, SelectAll, Tag, Story, Sources, Browse, Complete,
	Retry key.Binding
}

// columnKeys belong to the left column of the library while it has the keys.
type columnKeys struct {
	Rows, Only, Add, LeaveOut, Order, Rename, Merge, Hide, Hidden key.Binding
}

// pickTopicKeys belong to the picker of topics, beside those of the prompt.
type pickTopicKeys struct {
	Add, LeaveOut, Either key.Binding
}

// promptKeys belong to any line that takes text, and to the rows that it filters.
type promptKeys struct {
	Accept, Choose, Cancel, Next, Prev                                                        key.Binding
	Erase, EraseWord, EraseAll, Delete, EraseEnd, Left, Right, WordLeft, WordRight, Home, End key.Binding
}

// editing are the keys that edit a line.
func (k *promptKeys) editing() []key.Binding {
	return []key.Binding{
		k.Erase, k.EraseWord, k.EraseAll, k.Delete, k.EraseEnd, k.Left, k.Right, k.WordLeft, k.WordRight, k.Home, k.End,
	}
}

// keyMap is the keys as a textinput takes them: none pastes, since every value goes through the door, and none deletes the next word,
// which ends in a panic at the last character (bubbles v2.2.1).
func (k *promptKeys) keyMap() textinput.KeyMap {
	return textinput.KeyMap{
		CharacterForward: k.Right, CharacterBackward: k.Left, WordForward: k.WordRight, WordBackward: k.WordLeft,
		DeleteWordBackward: k.EraseWord, DeleteAfterCursor: k.EraseEnd, DeleteBeforeCursor: k.EraseAll,
		DeleteCharacterBackward: k.Erase, DeleteCharacterForward: k.Delete, LineStart: k.Home, LineEnd: k.End,
	}
}

// keyGroup is the keys of one screen under its name, in the order that help shows them.
type keyGroup struct {
	name     string
	bindings []key.Binding
}

// bind makes a binding: what it does, and its keys, the one to show first.
func bind(does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(keyLabel(keys[0]), does))
}

func newKeyMap() *keyMap {
	return &keyMap{
		move: moveKeys{
			Down:     bind("down", "j", "down", "ctrl+n"),
			Up:       bind("up", "k", "up", "ctrl+p"),
			HalfDown: bind("half a page down", "d", "ctrl+d"),
			HalfUp:   bind("half a page up", "u", "ctrl+u"),
			PageDown: bind("page down", "space", "pgdown", "ctrl+f"),
			PageUp:   bind("page up", "b", "pgup", "ctrl+b", "shift+space"),
			Top:      bind("to the top", "g", "home"),
			Bottom:   bind("to the end", "G", "end"),
			Back:     bind("back", "q", "esc"),
			Open:     bind("open", "enter"),
		},
		list: listKeys{
			Topics:   bind("topics", "T"),
			Filter:   bind("filter", "/"),
			Clear:    bind("clear", "backspace"),
			Sort:     bind("sort", "S"),
			Problems: bind("what was not read", "E"),
			Browse:   bind("open in the browser", "o"),
		},
		lib: libraryKeys{
			Topics:    bind("topics", "T"),
			Search:    bind("search", "/"),
			Clear:     bind("clear", "backspace"),
			Sort:      bind("sort", "S"),
			Column:    bind("topics, queries, sites", "tab", "h", "left"),
			Number:    bind("only the topic of that number", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
			Star:      bind("star", "s"),
			Read:      bind("read, unread", "m"),
			Remove:    bind("remove", "x", "D", "delete"),
			Undo:      bind("undo", "U"),
			Select:    bind("select", "v"),
			SelectAll: bind("select all that are shown", "V", "*"),
			Tag:       bind("tag", "t"),
			Story:     bind("what belongs to it", "a"),
			Sources:   bind("its sources", "e"),
			Browse:    bind("open in the browser", "o"),
			Complete:  bind("complete", "tab"),
			Retry:     bind("try again", "r"),
		},
		column: columnKeys{
			Rows:     bind("articles", "tab", "l", "right"),
			Only:     bind("only this", "enter"),
			Add:      bind("add", "space"),
			LeaveOut: bind("leave out", "-"),
			Order:    bind("order of topics", "S"),
			Rename:   bind("rename", "r"),
			Merge:    bind("merge", "M"),
			Hide:     bind("hide", "x"),
			Hidden:   bind("hidden topics", "X"),
		},
		topics: pickTopicKeys{
			Add:      bind("add", "space"),
			LeaveOut: bind("leave out", "-"),
			Either:   bind("all / any", "tab"),
		},
		prompt: promptKeys{
			Accept:    bind("accept", "enter"),
			Choose:    bind("choose", "enter"),
			Cancel:    bind("cancel", "esc"),
			Next:      bind("next", "down", "ctrl+n"),
			Prev:      bind("previous", "up", "ctrl+p"),
			Erase:     bind("erase", "backspace", "ctrl+h"),
			EraseWord: bind("erase the word", "ctrl+w", "alt+backspace"),
			EraseAll:  bind("erase all", "ctrl+u"),
			Delete:    bind("delete", "delete", "ctrl+d"),
			EraseEnd:  bind("erase to the end", "ctrl+k"),
			WordLeft:  bind("a word left", "alt+left", "ctrl+left", "alt+b"),
			WordRight: bind("a word right", "alt+right", "ctrl+right", "alt+f"),
			Left:      bind("left", "left", "ctrl+b"),
			Right:     bind("right", "right", "ctrl+f"),
			Home:      bind("to the start", "home", "ctrl+a"),
			End:       bind("to the end", "end", "ctrl+e"),
		},
	}
}

// groups are all keys in the order of the help.
func (k *keyMap) groups() []keyGroup {
	m, l, t, p, lib, col := &k.move, &k.list, &k.topics, &k.prompt, &k.lib, &k.column
	return []keyGroup{
		{"move", []key.Binding{
			m.Down, m.Up, m.HalfDown, m.HalfUp, m.PageDown, m.PageUp, m.Top, m.Bottom, m.Open, m.Back,
		}},
		{"library", []key.Binding{
			lib.Topics, lib.Number, lib.Search, lib.Clear, lib.Column, lib.Sort, lib.Star, lib.Read, lib.Remove, lib.Undo,
			lib.Select, lib.SelectAll, lib.Tag, lib.Story, lib.Sources, lib.Browse, lib.Retry,
		}},
		{"column", []key.Binding{col.Only, col.Add, col.LeaveOut, col.Order, col.Rename, col.Merge, col.Hide, col.Hidden, col.Rows}},
		{"list", []key.Binding{l.Topics, l.Filter, l.Clear, l.Sort, l.Problems, l.Browse}},
		{"topics", []key.Binding{t.Add, t.LeaveOut, t.Either}},
		{"searching", []key.Binding{lib.Complete}},
		{"typing", []key.Binding{
			p.Accept, p.Cancel, p.Next, p.Prev, p.Erase, p.EraseWord, p.EraseAll, p.Delete, p.EraseEnd, p.Left, p.Right,
			p.WordLeft, p.WordRight, p.Home, p.End,
		}},
	}
}

// keyLabel is how a key is written in the footer and the help.
func keyLabel(name string) string {
	switch name {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "1":
		return "1–9"
	}
	return name
}

// digit is the number that a key from 1 to 9 chooses, counted from 0. A keypad has other codes for them, of the same name.
func digit(msg tea.KeyPressMsg) int { return int(msg.String()[0] - '1') }

// keyPress is the message of a key by its name: "]", "enter", "ctrl+d". It is the reverse of
// tea.KeyPressMsg.String for every key in keyMap.
func keyPress(name string) tea.KeyPressMsg {
	var mod tea.KeyMod
	for _, m := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, m.prefix); ok {
			name, mod = rest, mod|m.mod
		}
	}
	if code, ok := namedKey(name); ok {
		text := ""
		if code == tea.KeySpace && mod == 0 {
			text = " "
		}
		return tea.KeyPressMsg{Code: code, Text: text, Mod: mod}
	}
	code, _ := utf8.DecodeRuneInString(name)
	if mod != 0 {
		return tea.KeyPressMsg{Code: code, Mod: mod}
	}
	return tea.KeyPressMsg{Code: code, Text: name}
}

func namedKey(name string) (rune, bool) {
	switch name {
	case "enter":
		return tea.KeyEnter, true
	case "esc":
		return tea.KeyEscape, true
	case "space":
		return tea.KeySpace, true
	case "tab":
		return tea.KeyTab, true
	case "backspace":
		return tea.KeyBackspace, true
	case "up":
		return tea.KeyUp, true
	case "down":
		return tea.KeyDown, true
	case "left":
		return tea.KeyLeft, true
	case "right":
		return tea.KeyRight, true
	case "home":
		return tea.KeyHome, true
	case "end":
		return tea.KeyEnd, true
	case "pgup":
		return tea.KeyPgUp, true
	case "pgdown":
		return tea.KeyPgDown, true
	case "delete":
		return tea.KeyDelete, true
	case "f1":
		return tea.KeyF1, true
	}
	return 0, false
}
