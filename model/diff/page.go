package diff

import (
	"html"
	"slices"
	"strings"

	"lede/model"
	"lede/model/query"
)

// pages are the words of the pages that two texts were read from, so that a sentence is not said to have come or gone
// that both pages have: what is taken for a part of an article depends on names of classes, on lede's version, and on
// what else is on the page.
type pages struct{ old, new string }

// mostSought bounds how much is searched for sentences, in bytes of pages times sentences.
const mostSought = 1 << 31

// pagesOf reads the sources of two texts that are pages; ok is false where one of them is not, or is not known any
// more.
func pagesOf(old, new model.Article) (p pages, ok bool) {
	if !isPage(old) || !isPage(new) {
		return p, false
	}
	return pages{pageWords(old.Source), pageWords(new.Source)}, true
}

func isPage(a model.Article) bool { return a.Source != "" && a.Format == model.HTML }

// gone reports whether a text of the old page may have gone: the new page has it less often, or it cannot be found in
// the old one at all.
func (p pages) gone(text string) bool {
	w := " " + words(text) + " "
	if n := strings.Count(p.old, w); n > 0 {
		return strings.Count(p.new, w) < n
	}
	return p.goneInPart(strings.Fields(w))
}

// run is how many words are searched for together where a text cannot be found whole: captions, cells and footnotes
// stand apart in a page.
const run = 3

// goneInPart is gone for words that the old page does not have side by side.
func (p pages) goneInPart(words []string) bool {
	found, all := 0, 0
	for i := 0; i+run <= len(words); i++ {
		w := " " + strings.Join(words[i:i+run], " ") + " "
		n := strings.Count(p.old, w)
		if n > 0 && strings.Count(p.new, w) < n {
			return true
		}
		if all++; n > 0 {
			found++
		}
	}
	return 2*found < all || all == 0
}

// come reports whether a text of the new page may have come.
func (p pages) come(text string) bool { return pages{p.new, p.old}.gone(text) }

// headGone reports whether a change of title or byline is one of the pages, too.
func (p pages) headGone(c Change) bool {
	if c.Part != Byline {
		return c.Old != "" && p.gone(c.Old) || c.New != "" && p.come(c.New)
	}
	was, is := strings.Split(c.Old, nameEnd), strings.Split(c.New, nameEnd)
	lost := func(name string) bool { return name != "" && !slices.Contains(is, name) && p.gone(name) }
	won := func(name string) bool { return name != "" && !slices.Contains(was, name) && p.come(name) }
	return slices.ContainsFunc(was, lost) || slices.ContainsFunc(is, won)
}

// withoutFound takes out of edits what both pages have.
func (p pages) withoutFound(a, b []unit, edits []edit) []edit {
	n := 0
	for _, e := range edits {
		n += len(e.old) + len(e.new)
	}
	if n*(len(p.old)+len(p.new)) > mostSought {
		return edits
	}
	var left []edit
	for _, e := range edits {
		gone := filter(e.old, func(i int) bool { return p.gone(a[i].text) })
		come := filter(e.new, func(j int) bool { return p.come(b[j].text) })
		e.old = filter(e.old, func(i int) bool { return slices.Contains(gone, i) || a[i].partOf(b, come) })
		e.new = filter(e.new, func(j int) bool { return slices.Contains(come, j) || b[j].partOf(a, gone) })
		if len(e.old)+len(e.new) > 0 {
			left = append(left, e)
		}
	}
	return left
}

// partOf reports whether one of some units is u with more words before or behind it: then both pages have the words of
// u, and still it has been reworded.
func (u unit) partOf(units []unit, some []int) bool {
	w := " " + words(u.text) + " "
	return slices.ContainsFunc(some, func(i int) bool {
		return strings.Contains(" "+words(units[i].text)+" ", w) && bagOf(u).like(bagOf(units[i])) >= alike
	})
}

func filter(list []int, keep func(int) bool) (kept []int) {
	for _, v := range list {
		if keep(v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// inline are the elements that end no word.
const inline = " a abbr b bdi bdo cite code data dfn em font i kbd mark q s samp small span strong sub sup " +
	"time u var wbr "

// silent are the elements whose text nobody reads.
const silent = " script style template noscript svg "

// pageWords is the text of a page as words side by side, with a space before and behind each. It reads tags only as
// far as that needs.
func pageWords(source string) string {
	var text strings.Builder
	for source != "" {
		at := strings.IndexByte(source, '<')
		if at < 0 {
			at = len(source)
		}
		text.WriteString(source[:at])
		source = source[at:]
		if source == "" {
			break
		}
		var name string
		name, source = tag(source)
		switch {
		case name == "":
			text.WriteByte(' ')
		case strings.Contains(silent, " "+name+" "):
			source = behind(source, "</"+name)
		case !strings.Contains(inline, " "+name+" "):
			text.WriteByte('\n')
		}
	}
	var out strings.Builder
	out.WriteByte(' ')
	for t := range query.EachToken(html.UnescapeString(text.String())) {
		out.WriteString(t.Word)
		out.WriteByte(' ')
	}
	return out.String()
}

// tag reads what begins with <: the name of an element whose tag it is, in small letters, and what follows; "" for a
// comment, and for a sign that begins no tag.
func tag(source string) (name, rest string) {
	if strings.HasPrefix(source, "<!--") {
		return "", behind(source, "-->")
	}
	at := 1
	if at < len(source) && source[at] == '/' {
		at++
	}
	from := at
	for at < len(source) &&
		(source[at]|0x20 >= 'a' && source[at]|0x20 <= 'z' || at > from && source[at] >= '0' && source[at] <= '9') {
		at++
	}
	if at == from && !strings.HasPrefix(source, "<!") && !strings.HasPrefix(source, "<?") {
		return "", source[1:]
	}
	name = strings.ToLower(source[from:at])
	if source[1] == '/' && strings.Contains(silent, " "+name+" ") {
		name = "p" // the end of one without a beginning
	}
	var quote byte
	for ; at < len(source); at++ {
		switch c := source[at]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return name, source[at+1:]
		}
	}
	return name, ""
}

// behind is what follows a text in another, without regard to case; "" when it is not there.
func behind(source, text string) string {
	for at := 0; ; at++ {
		i := strings.IndexByte(source[at:], text[0])
		if i < 0 || at+i+len(text) > len(source) {
			return ""
		}
		at += i
		if strings.EqualFold(source[at:at+len(text)], text) {
			return source[at+len(text):]
		}
	}
}
