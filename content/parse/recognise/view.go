package recognise

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/network"
	"lede/model"
	"lede/model/clean"
	"lede/model/fold"
)

// postView holds the words of the link above or under a post that leads to its network, without the network's name.
var postView = sync.OnceValue(func() *lang.ByFirst { return lang.NewByFirst(lang.Wordings("post-view")) })

const (
	maxView      = 4000 // bytes of a unit that begins with such a link
	maxViewed    = 40   // bytes after its words in which the network is named
	maxViewLink  = 120  // bytes before the name of the network where the link is cut off
	maxViewUnits = 8    // units that a card with it has
)

// viewOf tells the network that a unit is the link to: "View this post on Instagram".
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
				strings.IndexFunc(rest+" ", notLetter) <= len("issa") {
				return n.Network // languages with cases put an ending onto the name
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

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

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
		end := i + len(n.Name)
		for end < len(text) && text[end] != ' ' && text[end] != '\n' {
			r, size := utf8.DecodeRuneInString(text[end:])
			if unicode.IsUpper(r) {
				break
			}
			end += size
		}
		rest = text[end:]
		for _, verb := range []string{
			" an", " anzeigen", " bekijken", " gör", " görüntüle", " पर देखें", " 查看这篇帖子",
			" 查看這則貼文", " 查看此帖子", " 이 게시물 보기",
		} {
			if after, ok := strings.CutPrefix(rest, verb); ok && !lang.StartsWithLetter(after) {
				end += len(verb)
				break
			}
		}
		return text[end:]
	}
	return text
}
