package render

import (
	"hash/fnv"
	"iter"
	"strconv"
	"strings"

	"lede/ui/theme"
)

const (
	esc       = 0x1b
	hyperlink = "\x1b]8;"
	unlink    = "\x1b]8;;\x1b\\"
)

// cell is one user-perceived character of a styled line.
type cell struct {
	text       string
	col, width int
	pen        string // the SGR sequences in force
	url        string // the OSC 8 sequence in force, "" when there is none
}

// cells walks the characters of a styled line.
func cells(s string) iter.Seq[cell] {
	return func(yield func(cell) bool) {
		var c cell
		for i := 0; i < len(s); {
			n, w := next(s[i:])
			part := s[i : i+n]
			i += n
			if part[0] == esc {
				c.pen, c.url = pen(c.pen, part), link(c.url, part)
				continue
			}
			c.text, c.width = part, w
			if !yield(c) {
				return
			}
			c.col += w
		}
	}
}

// pen returns the pen that a sequence leaves.
func pen(now, seq string) string {
	switch {
	case !strings.HasPrefix(seq, "\x1b[") || seq[len(seq)-1] != 'm':
		return now
	case seq == theme.Reset || seq == "\x1b[0m":
		return ""
	}
	return now + seq
}

// link returns the link that a sequence leaves.
func link(now, seq string) string {
	switch {
	case !strings.HasPrefix(seq, hyperlink):
		return now
	case linkOf(seq) == "":
		return ""
	}
	return seq
}

// linkOf returns the address in an OSC 8 sequence.
func linkOf(seq string) string {
	_, rest, _ := strings.Cut(strings.TrimPrefix(seq, hyperlink), ";")
	return strings.TrimSuffix(strings.TrimSuffix(rest, "\x1b\\"), "\a")
}

// openLink is the OSC 8 sequence that begins a link, "" for an address that must not be one. Parts of a link on
// several lines have one id, so that a terminal lights them together.
func openLink(url string) string {
	if !linkable(url) {
		return ""
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(url))
	return hyperlink + "id=" + strconv.FormatUint(uint64(h.Sum32()), 36) + ";" + url + "\x1b\\"
}

// sequence is the size of the CSI, OSC or other escape sequence that s begins with.
func sequence(s string) int {
	if len(s) < 2 {
		return len(s)
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
		}
		return len(s)
	case ']':
		return osc(s)
	}
	return 1
}

func osc(s string) int {
	for i := 2; i < len(s); i++ {
		if s[i] == '\a' {
			return i + 1
		}
		if s[i] == esc {
			if i+1 < len(s) && s[i+1] == '\\' {
				return i + 2
			}
			return i
		}
	}
	return len(s)
}

// painter writes characters with the fewest sequences, and leaves nothing open at the end.
type painter struct {
	out      strings.Builder
	pen, url string
}

func (p *painter) put(text, pen, url string) {
	if text == "" {
		return
	}
	if pen != p.pen {
		if p.pen != "" {
			p.out.WriteString(theme.Reset)
		}
		p.out.WriteString(pen)
		p.pen = pen
	}
	if url != p.url {
		if url == "" {
			p.out.WriteString(unlink)
		}
		p.out.WriteString(url)
		p.url = url
	}
	p.out.WriteString(text)
}

func (p *painter) end() string {
	if p.url != "" {
		p.out.WriteString(unlink)
	}
	if p.pen != "" {
		p.out.WriteString(theme.Reset)
	}
	return p.out.String()
}
