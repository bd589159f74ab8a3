package terminal

import (
	"os"
	"time"
)

// keyboard is the terminal that keys come from. It notices when the terminal has gone, which not every system does by
// a signal.
type keyboard struct {
	*os.File
	gone  func()
	paste pasting
	bound bounded
}

// Read reads keys. It may return none without an error, where all that came is dropped.
func (k *keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p[:max(len(p)-2*len(pasteEnds), 1)]) // there is room for an end mark
	if n == 0 && err != nil {
		k.gone()
	}
	n = copy(p, k.paste.take(p[:n], time.Now()))
	return k.bound.cut(p[:n]), err
}

// The bounds of a control sequence from the terminal. The longest known one names a key and its text, in some 20
// parameters. The key decoder has room for 32 and panics at one more.
const (
	mostParameters = 30
	parameterBytes = 256
)

// The bytes that begin a control sequence or a string with parameters: ESC with the second of a pair, or one of C1.
// The latter may be the end of a character too; it does no harm to count what follows that.
const (
	escape     = 0x1b
	ctrlC      = 0x03
	csi7, dcs7 = '[', 'P'
	csi, dcs   = 0x9b, 0x90
)

// bounded drops from control sequences what exceeds any real one: a terminal may answer anything, and a paste may
// contain anything. It keeps its state from one read to the next.
type bounded struct {
	last          byte // the byte before
	inside        bool // the parameters of a sequence
	signs, length int  // separators and bytes of these parameters so far
}

// cut drops the excess in place and returns how many bytes are left. Where nothing would be left it keeps one digit,
// which only extends the last parameter: a read of no bytes would mean that the input has ended.
func (b *bounded) cut(p []byte) int {
	kept := 0
	for _, c := range p {
		if b.keeps(c) {
			p[kept] = c
			kept++
		}
	}
	if kept == 0 && len(p) > 0 {
		p[0] = '0'
		return 1
	}
	return kept
}

// keeps reports whether the next byte is kept.
func (b *bounded) keeps(c byte) bool {
	before := b.last
	b.last = c
	if b.inside && c >= '0' && c <= '?' {
		b.length++
		if c == ';' || c == ':' {
			b.signs++
		}
		return b.length <= parameterBytes && b.signs <= mostParameters
	}
	b.inside = before == escape && (c == csi7 || c == dcs7) || c == csi || c == dcs
	if b.inside {
		b.signs, b.length = 0, 0
	}
	return true
}
