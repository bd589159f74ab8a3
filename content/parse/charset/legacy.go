package charset

// pairs describes an encoding of two bytes a character by what its ordinary texts are made of.
type pairs struct {
	c        charset
	lead     func(b byte) bool       // the first byte of a pair
	trail    func(b byte) bool       // the second
	usual    func(lead, b byte) bool // a pair of the frequent characters
	japanese bool                    // a text of it has kana
	kana     func(lead byte) bool
	single   func(b byte) bool // a high byte that stands alone
}

func between(b, from, to byte) bool { return from <= b && b <= to }

func noByte(byte) bool { return false }

// pairEncodings returns the encodings of two bytes a character, the most particular first.
func pairEncodings() []pairs {
	euc := func(b byte) bool { return between(b, 0xA1, 0xFE) }
	return []pairs{
		{
			c: eucJP, lead: euc, trail: euc, japanese: true, single: noByte,
			usual: func(l, _ byte) bool { return between(l, 0xA1, 0xA5) || between(l, 0xB0, 0xCF) },
			kana:  func(l byte) bool { return l == 0xA4 || l == 0xA5 },
		},
		{
			c: shiftJIS, japanese: true,
			lead:   func(b byte) bool { return between(b, 0x81, 0x9F) || between(b, 0xE0, 0xEF) },
			trail:  func(b byte) bool { return between(b, 0x40, 0xFC) && b != 0x7F },
			single: func(b byte) bool { return between(b, 0xA1, 0xDF) },
			usual:  func(l, _ byte) bool { return between(l, 0x81, 0x83) || between(l, 0x88, 0x97) },
			kana:   func(l byte) bool { return l == 0x82 || l == 0x83 },
		},
		{
			c: eucKR, lead: func(b byte) bool { return between(b, 0x81, 0xFE) }, trail: func(b byte) bool {
				return between(b, 0x41, 0xFE)
			},
			single: noByte, kana: noByte,
			usual: func(l, b byte) bool { return between(l, 0xB0, 0xC8) && b >= 0xA1 || l == 0xA1 && b >= 0xA1 },
		},
		{
			c: gb18030, lead: func(b byte) bool { return between(b, 0x81, 0xFE) }, trail: func(b byte) bool {
				return between(b, 0x40, 0xFE) && b != 0x7F
			},
			single: noByte, kana: noByte,
			usual: func(l, b byte) bool {
				return b >= 0xA1 && (between(l, 0xB0, 0xD7) || l == 0xA1 || l == 0xA3)
			},
		},
		{
			c: big5, lead: func(b byte) bool { return between(b, 0x81, 0xFE) },
			trail:  func(b byte) bool { return between(b, 0x40, 0x7E) || between(b, 0xA1, 0xFE) },
			single: noByte, kana: noByte,
			usual: func(l, _ byte) bool { return between(l, 0xA4, 0xC6) || l == 0xA1 },
		},
	}
}

// plainly is how much like a language a text is, in an encoding of one byte a character, that is in none of two.
const plainly = 0.6

// guess returns the encoding of a text that is not Unicode and has no byte beyond ASCII before that at first.
func guess(data []byte, first int) charset {
	spoken := spokenIn(data[max(0, first-spokenBytes):min(len(data), first+spokenBytes)])
	data = data[first:min(len(data), first+sniffBytes)]
	c, like := single(data, spoken)
	if like >= plainly {
		return c
	}
	best, score := c, 85 // percent of the characters that must be usual ones
	for _, p := range pairEncodings() {
		if s := p.score(data); s > score {
			best, score = p.c, s
		}
	}
	return best
}

// score returns how much of a text is ordinary in the encoding, in percent; 0 when it cannot be.
func (p pairs) score(data []byte) int {
	n, usual, kana, bad := 0, 0, 0, 0
	for i := 0; i < len(data); i++ {
		b := data[i]
		if b < 0x80 {
			continue
		}
		n++
		switch {
		case p.single(b):
		case !p.lead(b) || i+1 < len(data) && !p.trail(data[i+1]):
			bad++
		case i+1 < len(data):
			i++
			if p.usual(b, data[i]) {
				usual++
			}
			if p.kana(b) {
				kana++
			}
		}
	}
	if n < 2 || bad*50 > n || p.japanese && kana*5 < n {
		return 0
	}
	return usual * 100 / n
}
