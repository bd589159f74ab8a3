package widget

import (
	"slices"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"

	"lede/ui/action"
)

// The names of the edits that go over a character.
const (
	eraseEdit  = "erase"
	deleteEdit = "delete"
	leftEdit   = "left"
	rightEdit  = "right"
)

// Editing are the actions that edit a line of text. They are bare: the field takes their keys.
func Editing[S any]() action.Table[S] {
	edit := func(name, words string, keys ...string) action.Action[S] {
		return action.Action[S]{Name: name, Words: words, Keys: keys, Where: action.Typing, Under: action.Text}
	}
	return action.Table[S]{
		edit(eraseEdit, "erase", "backspace", "ctrl+h"),
		edit("erase-word", "erase the word", "ctrl+w", "alt+backspace"),
		edit("erase-all", "erase all", "ctrl+u"),
		edit(leftEdit, "left", "left", "ctrl+b"),
		edit(rightEdit, "right", "right", "ctrl+f"),
		edit("start", "to the start", "home", "ctrl+a"),
		edit("end", "to the end", "end", "ctrl+e"),
		edit(deleteEdit, "delete", "delete", "ctrl+d"),
		edit("erase-end", "erase to the end", "ctrl+k"),
		edit("word-left", "a word left", "alt+left", "ctrl+left", "alt+b"),
		edit("word-right", "a word right", "alt+right", "ctrl+right", "alt+f"),
	}
}

// editOf is the name of the edit that a key makes, or "".
func editOf(name string) string {
	for _, r := range Editing[struct{}]().Rows() {
		if slices.Contains(r.Keys, name) {
			return r.Name
		}
	}
	return ""
}

// fieldKeys are the edits as a textinput takes them: none pastes, since every value goes through the door, and none
// deletes the next word, which ends in a panic at the last character (bubbles v2.2.1).
func fieldKeys() textinput.KeyMap {
	keys := map[string]key.Binding{}
	for _, r := range Editing[struct{}]().Rows() {
		keys[r.Name] = key.NewBinding(key.WithKeys(r.Keys...))
	}
	return textinput.KeyMap{
		CharacterForward: keys[rightEdit], CharacterBackward: keys[leftEdit],
		WordForward: keys["word-right"], WordBackward: keys["word-left"],
		DeleteCharacterBackward: keys[eraseEdit], DeleteCharacterForward: keys[deleteEdit],
		DeleteWordBackward: keys["erase-word"], DeleteBeforeCursor: keys["erase-all"], DeleteAfterCursor: keys["erase-end"],
		LineStart: keys["start"], LineEnd: keys["end"],
	}
}
