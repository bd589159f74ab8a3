package terminal

import (
	"bytes"
	"time"
)

// The marks that a terminal puts round pasted text.
const (
	pasteBegins = "\x1b[200~"
	pasteEnds   = "\x1b[201~"
)

// The bounds of a paste. The screen takes the first 64 kB of its text; what comes after mostPasted bytes is dropped.
// Pasted bytes follow one another: one that comes alone after a silence was typed.
const (
	mostPasted = 128 << 10
	silence    = 500 * time.Millisecond
)

// pasting follows the pastes in the input. The key decoder collects a paste until its end mark, which a terminal may
// never send: then every key would be taken for pasted text. Its zero value is ready.
type pasting struct {
	open    bool
	size    int       // bytes of the open paste
	matched int       // bytes of the mark that is looked for: the end of an open paste, else the beginning of one
	last    time.Time // when bytes came last
	out     []byte
}

// take returns what the decoder of keys may have of the bytes that came at a time: a paste is cut to mostPasted bytes,
// and one whose end mark never came ends before a ctrl+c that was typed. The result holds until the next call.
func (p *pasting) take(read []byte, now time.Time) []byte {
	p.out = p.out[:0]
	if p.open && interrupts(read) && now.Sub(p.last) >= silence {
		p.open, p.matched = false, 0
		p.out = append(p.out, pasteEnds...)
	}
	p.last = now
	for _, c := range read {
		p.next(c)
	}
	return p.out
}

// next takes one byte.
func (p *pasting) next(c byte) {
	if !p.open {
		p.out = append(p.out, c)
		if p.finds(pasteBegins, c) {
			p.open, p.size = true, 0
		}
		return
	}
	p.size++
	ended, dropped := p.finds(pasteEnds, c), p.size > mostPasted
	switch {
	case ended && dropped:
		p.out = append(p.out, pasteEnds...)
	case !dropped:
		p.out = append(p.out, c)
	}
	p.open = !ended
}

// finds reports whether c is the last byte of a mark.
func (p *pasting) finds(mark string, c byte) bool {
	switch c {
	case mark[p.matched]:
		p.matched++
	case escape:
		p.matched = 1
	default:
		p.matched = 0
	}
	if p.matched < len(mark) {
		return false
	}
	p.matched = 0
	return true
}

// interrupts reports whether what came is one ctrl+c and nothing else, in any of the ways that a terminal writes it.
func interrupts(read []byte) bool {
	number, modifiers := []byte("\x1b[99;"), []byte("\x1b[27;")
	return bytes.Equal(read, []byte{ctrlC}) ||
		bytes.HasPrefix(read, number) && bytes.IndexByte(read, 'u') == len(read)-1 ||
		bytes.HasPrefix(read, modifiers) && bytes.Index(read, []byte(";99~")) == len(read)-4
}
