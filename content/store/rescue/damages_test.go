package rescue

import (
	"math/rand/v2"
)

// damages are kinds of damage, and how many articles of a thousand must be saved. A page holds some ten entries.
func damages(rnd *rand.Rand) map[string]struct {
	least  int
	damage func(data []byte) []byte
} {
	const page = 4096
	type kind = struct {
		least  int
		damage func(data []byte) []byte
	}
	over := func(from, n int, with func() byte) func([]byte) []byte {
		return func(data []byte) []byte {
			for i := from; i < min(from+n, len(data)); i++ {
				data[i] = with()
			}
			return data
		}
	}
	zero, any, letter := func() byte { return 0 }, func() byte { return byte(rnd.UintN(256)) }, func() byte { return 'A' }
	pages := func(every int, with func() byte) func([]byte) []byte {
		return func(data []byte) []byte {
			for at := every * page; at < len(data); at += every * page {
				data = over(at, page, with)(data)
			}
			return data
		}
	}
	cut := func(of, parts int) func([]byte) []byte {
		return func(data []byte) []byte { return data[:len(data)*of/parts/page*page] }
	}
	put := func(at int, bytes ...byte) func([]byte) []byte {
		return func(data []byte) []byte { copy(data[at:], bytes); return data }
	}
	return map[string]kind{
		"the magic is zero":                 {1000, over(0, 16, zero)},
		"the magic is letters":              {1000, over(0, 16, letter)},
		"the header is zero":                {1000, over(0, 100, zero)},
		"the header is garbage":             {1000, over(0, 100, any)},
		"the header is letters":             {1000, over(0, 100, letter)},
		"the schema is zero":                {1000, over(0, page, zero)},
		"the schema is garbage":             {1000, over(100, page-100, any)},
		"the last page is cut off":          {980, func(d []byte) []byte { return d[:len(d)-page] }},
		"half of the last page is cut off":  {980, func(d []byte) []byte { return d[:len(d)-page/2] }},
		"the end is not at a page":          {980, func(d []byte) []byte { return d[:len(d)-5*page-77] }},
		"a tenth is cut off":                {850, cut(9, 10)},
		"half is cut off":                   {300, cut(1, 2)},
		"a page in a hundred is zero":       {850, pages(100, zero)},
		"a page in a hundred is garbage":    {850, pages(100, any)},
		"a page in ten is zero":             {500, pages(10, zero)},
		"a page in three is garbage":        {50, pages(3, any)},
		"512 bytes in each 100th page":      {850, func(d []byte) []byte { return sectors(d, 100*page, 512, any) }},
		"the page size is 8,192":            {1000, put(16, 0x20, 0)},
		"the page size is 512":              {1000, put(16, 0x02, 0)},
		"the tables are of a later format":  {1000, put(44, 0, 0, 0, 99)},
		"bytes are reserved by header":      {1000, put(20, 8)},
		"four fifths are cut off":           {150, cut(1, 5)},
		"the page size is none":             {1000, put(16, 0x12, 0x34)},
		"the page size is 65,536":           {1000, put(16, 0, 1)},
		"there are fewer pages by header":   {1000, put(28, 0, 0, 0, 9)},
		"there are more pages by header":    {1000, put(28, 0, 9, 9, 9)},
		"the list of free pages is garbage": {1000, put(32, 0, 0, 0, 7, 0, 0, 0, 99)},
		"the list of free pages has no end": {1000, put(32, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)},
		"the version is below zero":         {1000, put(60, 0xff, 0xff, 0xff, 0xfb)},
		"the encoding is UTF-16":            {1000, put(56, 0, 0, 0, 2)},
		"garbage follows the end": {1000, func(d []byte) []byte {
			return over(len(d), 9*page, any)(append(d, make([]byte, 9*page)...))
		}},
	}
}

// sectors damages n bytes at each step.
func sectors(data []byte, step, n int, with func() byte) []byte {
	for at := step; at < len(data); at += step {
		for i := at; i < min(at+n, len(data)); i++ {
			data[i] = with()
		}
	}
	return data
}
