package terminal

import "os"

// keyboard is the terminal that keys come from. It notices when the terminal has gone, which not every system does by
// a signal.
type keyboard struct {
	*os.File
	gone  func()
	bound bounded
}

// Read reads keys.
func (k *keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	if n == 0 && err != nil {
		k.gone()
	}
	return k.bound.cut(p[:n]), err
}

// What a control sequence that a terminal sends may have. The longest known one names a key with its text, in some 20
// parameters. The decoder of keys has room for 32 of them and ends the program at one more.
const (
	mostParameters = 30
	parameterBytes = 256
)

// The bytes that begin a control sequence or a string with parameters: ESC with the second of a pair, or one of C1.
// The latter may be the end of a character too; it does no harm to count what follows that.
const (
	escape     = 0x1b
	csi7, dcs7 = '[', 'P'
	csi, dcs   = 0x9b, 0x90
)

// bounded leaves out of the control sequences of a terminal what is more than any has: a terminal may answer anything,
// and a paste may hold anything. It goes through the input in the pieces in which it comes.
type bounded struct {
	last          byte // the byte before
	inside        bool // the parameters of a sequence
	signs, length int  // of these parameters: what parts them, and all of their bytes
}

// cut leaves out what is too much, in place, and returns how many bytes are left. Of a piece that has nothing else, a
// digit more of the last parameter is left, since no byte at all would mean that the input has ended.
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
