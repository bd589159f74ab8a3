package text

import (
	"strings"
	"unicode"

	"lede/content/parse/block"
)

// drawing takes lines that are drawn with signs, such as a house, boxes with arrows or the tree of a folder: every
// space in them counts.
func (p *shaper) drawing() int {
	if p.at > 0 && !p.lines[p.at].gap {
		return 0
	}
	end := p.at
	for end < len(p.lines) {
		next := end + 1
		for next < len(p.lines) && !p.lines[next].gap {
			next++
		}
		if !drawn(p.lines[end:next]) {
			break
		}
		end = next
	}
	if end == p.at {
		return 0
	}
	p.add(block.Unit{Text: rawLines(p.lines[p.at:end], 0), Kind: block.Code})
	return end - p.at
}

// fewDrawn is how many lines a drawing has at least.
const fewDrawn = 3

// drawn reports whether lines without an empty one among them are a drawing.
func drawn(lines []line) bool {
	if len(lines) < fewDrawn || isGrid(lines) {
		return false
	}
	signs, letters, frames := 0, 0, 0
	for _, l := range lines {
		s, n, framed := strokes(l.text)
		if !framed && strings.HasPrefix(l.text, ">") {
			return false
		}
		signs, letters = signs+s, letters+n
		if framed {
			frames++
		}
	}
	return frames*2 >= len(lines) && (signs >= letters || boxed(lines))
}

// boxed reports whether nearly every line has a sign that is for nothing but drawing.
func boxed(lines []line) bool {
	n := 0
	for _, l := range lines {
		if strings.IndexFunc(l.text, isBox) >= 0 {
			n++
		}
	}
	return n*5 >= len(lines)*4
}

// isBox reports whether a character is for drawing boxes and bars.
func isBox(r rune) bool { return r >= 0x2500 && r <= 0x259F }

// strokes counts the signs that drawings are made of and the letters and digits of a line; framed reports whether
// some of the signs are the strokes of a drawing.
func strokes(s string) (signs, letters int, framed bool) {
	strong := 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			letters++
		case isBox(r) || strings.ContainsRune(`|/\_+`, r):
			strong++
			signs++
		case strings.ContainsRune("-=<>^~()[]{}#*'`\".:,oO", r):
			signs++
		}
	}
	return signs, letters, strong >= 2 || strong == 1 && letters == 0
}

// isGrid reports whether lines are the rows of a table: each begins and ends with a bar, with as many bars as the
// others, or only parts rows. A cell of strokes is an arrow between boxes.
func isGrid(lines []line) bool {
	bars := -1
	for _, l := range lines {
		s := strings.ReplaceAll(l.text, "│", "|")
		if isTableRule(s) {
			continue
		}
		n := strings.Count(s, "|")
		if n < 2 || s[0] != '|' || s[len(s)-1] != '|' || bars >= 0 && n != bars || strings.Contains(s, "--") ||
			strings.ContainsAny(s, `/\`) && strings.Contains(s, "__") {
			return false
		}
		bars = n
	}
	return bars > 2 || bars == 2 && strings.ContainsAny(lines[0].text, "-=|")
}
