package block

import (
	"strings"

	"lede/model"
	"lede/model/clean"
)

const (
	// fewBlocks and blockBytes bound how many blocks of a text are told apart: so many, and one more for so many bytes of
	// it.
	fewBlocks  = 50_000
	blockBytes = 320
	// restBytes is the size of one block of plain lines.
	restBytes = 32 << 10
)

// Most returns how many blocks of a text of some bytes are told apart. No text that people wrote has more: those that
// are made of millions of one-letter paragraphs would take a hundred times their length in memory.
func Most(bytes int) int { return fewBlocks + bytes/blockBytes }

// Rest makes units of the rest of a text that has more blocks than are told apart: its lines as they stand, and
// before them a notice that says so. line is the line that it begins at, or 0.
func Rest(s string, line int) []Unit {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	units := []Unit{
		{Line: line, Block: model.Notice{
			Kind:   model.Continues,
			Source: "The rest is shown as plain lines: it has too many small parts to set them all.",
		}},
	}
	for s != "" {
		part := clean.Clip(s, restBytes)
		if at := strings.LastIndexByte(part, '\n'); at >= 0 && len(part) < len(s) {
			part = part[:at+1]
		}
		s = s[len(part):]
		text := strings.TrimRight(part, "\n")
		if strings.TrimSpace(text) != "" {
			units = append(units, Unit{
				Text: text, Kind: Code, Line: line,
				Why: Why{Rule: "plain lines: the text has too many small parts to set them all"},
			})
		}
		if line > 0 {
			line += strings.Count(part, "\n")
		}
	}
	return units
}

// AddRest puts the rest of a text behind the article that its beginning was read into (see Rest).
func AddRest(a *model.Article, rest string, line int) {
	sections, reasons := Sections(Rest(rest, line), nil, Rules{})
	if len(a.Sections) == 0 {
		a.Sections = sections
	} else {
		last := &a.Sections[len(a.Sections)-1]
		last.Blocks = append(last.Blocks, sections[0].Blocks...)
	}
	a.Reasons = append(a.Reasons, reasons...)
}
