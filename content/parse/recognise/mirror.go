package recognise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lede/content/parse/date"
	"lede/content/parse/network"
	"lede/model"
	"lede/model/fold"
)

// maxMirrorRunes is longer than any line in which an account says whose post it copies.
const maxMirrorRunes = 200

// takeMirror takes off the head with which an account says that it copies a post from elsewhere: lines in brackets,
//
//	( @handle – Truth Social Post )
//	( Name – Nov 24, 2025, 12:39 PM ET )
//
// or one line "Name Truth Social 11.24.25 12:39 PM EST".
func takeMirror(text string) (model.Mirror, string) {
	var m model.Mirror
	rest := text
	for {
		inner, after, ok := bracketed(rest)
		if !ok || !readMirror(&m, inner) {
			break
		}
		rest = strings.TrimLeft(after, " \n\u00a0:")
	}
	if rest == text {
		line, after, _ := strings.Cut(text, "\n")
		if p, ok := plainMirror(line); ok {
			return p, strings.TrimSpace(after)
		}
	}
	return m, rest
}

// isMirrorHead reports whether a whole unit is nothing but the head of a copied post.
func isMirrorHead(text string) bool {
	m, rest := takeMirror(strings.TrimSpace(text))
	return m != model.Mirror{} && rest == ""
}

// bracketed cuts a first pair of brackets off.
func bracketed(s string) (inner, after string, ok bool) {
	for _, pair := range []string{"()", "[]", "（）", "【】"} {
		open, size := utf8.DecodeRuneInString(pair)
		if !strings.HasPrefix(s, string(open)) {
			continue
		}
		inner, after, ok = strings.Cut(s[size:], pair[size:])
		return strings.TrimSpace(inner), after, ok && utf8.RuneCountInString(inner) <= maxMirrorRunes
	}
	return "", "", false
}

// readMirror takes what a bracket says into m and reports whether it speaks of a post at all: it names a handle or a
// network, or a name with a date.
func readMirror(m *model.Mirror, inner string) bool {
	before := *m
	for part := range splitDashes(inner) {
		end, _ := date.Scan(part)
		switch network := mirrorNetwork(fold.Text(part)); {
		case m.Handle == "" && strings.HasPrefix(part, "@") && len(handleAt(part)) == len(part):
			m.Handle = part
		case m.Network == "" && network != "":
			m.Network = network
		case m.Posted == "" && end == len(part) && end > 0:
			m.Posted = part
		case m.Author == "" && utf8.RuneCountInString(part) <= maxNameRunes:
			m.Author = part
		default:
			*m = before
			return false
		}
	}
	said := m.Handle != before.Handle || m.Network != before.Network || m.Posted != before.Posted
	if !said {
		*m = before
	}
	return said
}

// mirrorNetwork reads "Truth Social Post", "via Bluesky" and the like: a network's name and words that say no more.
func mirrorNetwork(folded string) (platform model.Network) {
	for folded = strings.TrimLeft(folded, " "); folded != ""; folded = strings.TrimLeft(folded, " .:,") {
		if n, length := network.Named(folded); n != "" && platform == "" {
			platform, folded = n, folded[length:]
			continue
		}
		word, rest, _ := strings.Cut(folded, " ")
		if !slices.Contains([]string{"post", "posted", "posts", "via", "on", "from", "message", "truth"},
			strings.Trim(word, ".:,")) {
			return ""
		}
		folded = rest
	}
	return platform
}

// splitDashes cuts at dashes that stand between spaces, and at bars.
func splitDashes(s string) func(yield func(string) bool) {
	s = strings.NewReplacer(" — ", "\n", " – ", "\n", " - ", "\n", " | ", "\n", " · ", "\n").Replace(s)
	return func(yield func(string) bool) {
		for part := range strings.SplitSeq(s, "\n") {
			if part = strings.TrimSpace(part); part != "" && !yield(part) {
				return
			}
		}
	}
}

// plainMirror reads a line that names author, network and date without brackets.
func plainMirror(line string) (model.Mirror, bool) {
	if len(line) > 2*maxMirrorRunes {
		return model.Mirror{}, false
	}
	lower := asciiLower(line)
	for _, n := range network.Names {
		if n.Network != model.TruthSocial && n.Network != model.Bluesky {
			continue
		}
		i := strings.Index(lower, n.Name)
		if i < 0 {
			continue
		}
		after := strings.TrimSpace(line[i+len(n.Name):])
		after = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(after, "Post"), "post"), " -–—·:,")
		if end, _ := date.Scan(after); end == 0 || end < len(after) {
			return model.Mirror{}, false
		}
		return model.Mirror{Network: n.Network, Author: strings.Trim(line[:i], " -–—·:,("), Posted: after}, true
	}
	return model.Mirror{}, false
}

// asciiLower lowers A to Z only, so that places stay the same.
func asciiLower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
