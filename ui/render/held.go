package render

import "strings"

// Holding describes what the library holds of the article that a link leads to.
type Holding int

// What the library may hold.
const (
	NotHeld Holding = iota
	Held            // and not read yet
	HeldRead
)

// heldSign stands behind a link to what the library holds. It takes one cell.
const heldSign = "✓"

// String is the holding in words, for where there is room: "✓ kept".
func (h Holding) String() string {
	switch h {
	case Held:
		return heldSign + " kept"
	case HeldRead:
		return heldSign + " read"
	case NotHeld:
	}
	return ""
}

// Sign is the holding where there is little room: "✓".
func (h Holding) Sign() string {
	if h == NotHeld {
		return ""
	}
	return heldSign
}

// Mark has the renderer put a sign behind the links that lead to what held knows.
func (r *Renderer) Mark(held func(url string) Holding) *Renderer {
	r.held = held
	return r
}

// holding is the sign behind a link to url; nothing when the library does not hold it. What has been read is set back.
func (r *Renderer) holding(url string) []run {
	if r.held == nil || url == "" {
		return nil
	}
	switch r.held(url) {
	case Held:
		return []run{{text: heldSign, pen: r.theme.Accent.Open(), sign: true}}
	case HeldRead:
		return []run{{text: heldSign, pen: r.theme.Dim.Open(), sign: true}}
	case NotHeld:
	}
	return nil
}

// sign is where a sign stands in the text that runs make, in bytes.
type sign struct{ from, to int }

// signsIn are the signs in the text that runs make; nil for none.
func signsIn(runs []run) []sign {
	var all []sign
	n := 0
	for _, r := range runs {
		if r.sign {
			all = append(all, sign{n, n + len(r.text)})
		}
		n += len(r.text)
	}
	return all
}

// unsigned is a part of a text without its signs, and where they stood.
func unsigned(all string, from, to int, signs []sign) (text string, at []Sign) {
	var b strings.Builder
	for _, s := range signs {
		if s.to <= from || s.from >= to {
			continue
		}
		first, end := max(s.from, from), min(s.to, to)
		b.WriteString(all[from:first])
		at = append(at, Sign{b.Len(), all[first:end]})
		from = end
	}
	b.WriteString(all[from:to])
	return b.String(), at
}

// Cells are the cells of the line on which the bytes from up to, but not including, to of its text stand.
func (l Line) Cells(from, to int) (first, end int) {
	first = l.Col + Width(l.Text[:from])
	end = first + Width(l.Text[from:to])
	for _, s := range l.Signs {
		wide := Width(s.Text)
		if s.At <= from {
			first += wide
		}
		if s.At < to || s.At == from {
			end += wide
		}
	}
	return first, end
}
