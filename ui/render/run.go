package render

import (
	"strings"

	"lede/ui/theme"
)

// run is a stretch of text in one look.
type run struct {
	text string
	pen  string // the SGR sequences before it
	url  string // the OSC 8 sequence round it, or ""
	sign bool   // not part of the text: a sign of lede's, or what the style sheet puts round words
}

// in makes runs of text with a pen.
func in(pen, text string) []run { return []run{{text: text, pen: pen}} }

// styled makes a run of text in a style.
func styled(text string, s theme.Style) run { return run{text: text, pen: s.Open()} }

// linked makes a run of text that leads to url.
func linked(text, url string, s theme.Style) run {
	return run{text: text, pen: s.Open(), url: openLink(url)}
}

// join joins the words of runs.
func join(runs []run) string {
	if len(runs) == 1 {
		return runs[0].text
	}
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.text)
	}
	return b.String()
}

// over lays runs over a style.
func over(runs []run, s theme.Style) []run {
	for i := range runs {
		runs[i].pen = s.Open() + runs[i].pen
	}
	return runs
}

// layout breaks runs into lines of at most width cells. Where the lines break depends on the words alone.
// A tab is drawn as a space: only in code do columns mean something.
func layout(runs []run, width int) []Line {
	for i := range runs {
		runs[i].text = untabbed(runs[i].text)
	}
	all := join(runs)
	lines := make([]Line, 0, len(all)/max(width, 1)+1)
	painted, signs := painting{runs: runs}, signsIn(runs)
	wrap(unbroken(all, signs), width, func(from, to int) {
		line := Line{Styled: painted.paint(all, from, to), Text: all[from:to]}
		if signs != nil {
			line.Text, line.Signs = unsigned(all, from, to, signs)
		}
		lines = append(lines, line)
	})
	return lines
}

// unbroken is a text whose signs have no spaces, so that none is left out where a line ends.
func unbroken(all string, signs []sign) string {
	if len(signs) == 0 {
		return all
	}
	b := []byte(all)
	for _, s := range signs {
		for i := s.from; i < s.to; i++ {
			if b[i] == ' ' {
				b[i] = '_'
			}
		}
	}
	return string(b)
}

func untabbed(s string) string { return strings.ReplaceAll(s, "\t", " ") }

// painting draws parts of runs in order.
type painting struct {
	runs  []run
	start int // where the first of runs begins in the text
}

// paint draws the bytes from up to, but not including, to; from is not before an earlier call's to.
func (p *painting) paint(all string, from, to int) string {
	for len(p.runs) > 0 && p.start+len(p.runs[0].text) <= from {
		p.start += len(p.runs[0].text)
		p.runs = p.runs[1:]
	}
	if len(p.runs) == 0 || p.start+len(p.runs[0].text) >= to && p.runs[0].pen == "" && p.runs[0].url == "" {
		return all[from:to]
	}
	var out painter
	at := p.start
	for _, r := range p.runs {
		if at >= to {
			break
		}
		end := at + len(r.text)
		out.put(all[max(from, at):min(to, end)], r.pen, r.url)
		at = end
	}
	return out.end()
}

// paint draws runs.
func paint(runs []run) string {
	var p painter
	for _, r := range runs {
		p.put(r.text, r.pen, r.url)
	}
	return p.end()
}

// indent puts a prefix before lines: first before the first, rest before the others. Both have the same width in
// cells.
func indent(lines []Line, first, rest string) []Line {
	if first == "" {
		return lines
	}
	width, prefix := Width(first), first
	for i := range lines {
		lines[i].Styled = prefix + lines[i].Styled
		if lines[i].Text == "" {
			lines[i].Styled = strings.TrimRight(lines[i].Styled, " ")
		}
		lines[i].Col += width
		prefix = rest
	}
	return lines
}

// hang is how far the lines after the first are moved to the right where a paragraph hangs, in cells.
const hang = 2

// hanging moves all lines but the first to the right.
func hanging(lines []Line, by int) []Line {
	if len(lines) > 1 {
		indent(lines[1:], Spaces(by), Spaces(by))
	}
	return lines
}
