package model

import (
	"strings"
	"unicode/utf8"
)

// IsTurn reports whether a block is a message that an article is made of, with its words: one that an outline names.
func IsTurn(b Block) (Post, bool) {
	p, ok := b.(Post)
	return p, ok && p.Own && len(p.Body) > 0
}

// maxName is how many characters of a post's text stand for its name.
const maxName = 60

// Name is what an outline calls the post: its author and its time, or how it begins where it has neither.
func (p Post) Name() string {
	who := p.Author
	if who == "" {
		who = p.Handle
	}
	switch {
	case who != "" && p.Posted != "":
		return who + " · " + p.Posted
	case who+p.Posted != "":
		return who + p.Posted
	}
	line := strings.Join(strings.Fields(p.Text()), " ")
	if utf8.RuneCountInString(line) <= maxName {
		return line
	}
	return string([]rune(line)[:maxName-1]) + "…"
}
