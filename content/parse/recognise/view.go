package recognise

import (
	"strings"
	"sync"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/network"
	"lede/model"
	"lede/model/clean"
	"lede/model/fold"
)

// The words of the link above or under a post that leads to its network: those before the network's name, those put
// onto it, and those behind it.
var (
	postView    = sync.OnceValue(func() *lang.ByFirst { return lang.NewByFirst(lang.Wordings("post-view")) })
	viewEndings = sync.OnceValue(func() []string { return lang.Wordings("post-view-ending") })
	viewVerbs   = sync.OnceValue(func() []string { return lang.Wordings("post-view-after") })
)

const (
	maxView      = 4000 // bytes of a unit that begins with such a link
	maxViewed    = 40   // bytes after its words in which the network is named
	maxViewLink  = 120  // bytes before the name of the network where the link is cut off
	maxViewUnits = 8    // units that a card with it has
)

// viewOf returns the network that a unit is the link to: "View this post on Instagram".
func viewOf(text string) model.Network {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > maxView {
		return ""
	}
	if strings.HasPrefix(text, "Instagram에서") {
		return model.Instagram
	}
	for _, w := range postView()[text[0]] {
		after, ok := strings.CutPrefix(text, w)
		if !ok {
			continue
		}
		folded := fold.Text(clean.Clip(strings.TrimSpace(after), maxViewed))
		for _, n := range network.Names {
			if rest, ok := strings.CutPrefix(folded, n.Name); ok && n.Name != "x" &&
				!lang.StartsWithLetter(rest[longest(rest, viewEndings()):]) {
				return n.Network
			}
		}
	}
	return ""
}

// viewedAt reads a card that begins with the link to its network; the caption follows, and the name ends it.
func viewedAt(units []block.Unit, i int, network model.Network) (block.Found, bool) {
	rest := cutView(units[i].Text)
	lines := []string{rest}
	for j := i; j < len(units) && j < i+maxViewUnits; j++ {
		if j > i {
			if !quotable(units[j].Kind) {
				break
			}
			lines = append(lines, units[j].Text)
		}
		if viewOf(units[j].Text) != "" && j > i {
			break // another card
		}
		if a, ok := sharedIn(lines[len(lines)-1]); ok {
			last := len(lines) - 1
			tail := lines[last][a.end:]
			lines[last] = lines[last][:a.start]
			f := block.Found{
				From: i, To: j + 1,
				Blocks: []model.Block{newPost(a.post, strings.Join(lines, "\n"), units[i:j+1])},
			}
			return withTail(f, units[j], tail), true
		}
	}
	if strings.TrimSpace(rest) != "" {
		return block.Found{}, false
	}
	return block.Found{
		From: i, To: i + 1,
		Blocks: []model.Block{newPost(model.Post{Network: network}, "", units[i:i+1])},
	}, true
}

// isView reports whether a unit is the link to a network and nothing else.
func isView(text string) bool {
	rest := cutView(text)
	return rest == ""
}

// cutView takes the link to the network off the start of a text.
func cutView(text string) (rest string) {
	text = strings.TrimSpace(text)
	lower := asciiLower(text)
	for _, n := range network.Names {
		if n.Network == model.X {
			continue
		}
		i := strings.Index(lower, n.Name)
		if i < 0 || i > maxViewLink {
			continue
		}
		rest = text[i+len(n.Name):]
		rest = rest[endingOf(rest):]
		return rest[verbOf(rest):]
	}
	return text
}

// endingOf returns the length in bytes of what is glued to the name of a network: the ending that a language puts onto
// it, and the mark that ends the line.
func endingOf(s string) int {
	end := longest(s, viewEndings())
	after := strings.TrimLeft(s[end:], ".:…→›»")
	if after == "" || after[0] == ' ' || after[0] == '\n' {
		return len(s) - len(after)
	}
	return end
}

// verbOf returns the length in bytes of the words of the link behind the name of its network, with the space before
// them.
func verbOf(s string) int {
	words, spaced := strings.CutPrefix(s, " ")
	if n := longest(words, viewVerbs()); spaced && n > 0 {
		return n + 1
	}
	return 0
}

// longest returns the length in bytes of the longest of some wordings that a text begins with, where no letter follows
// it, and 0 where it begins with none.
func longest(s string, wordings []string) int {
	n := 0
	for _, w := range wordings {
		if after, ok := strings.CutPrefix(s, w); ok && len(w) > n && !lang.StartsWithLetter(after) {
			n = len(w)
		}
	}
	return n
}
