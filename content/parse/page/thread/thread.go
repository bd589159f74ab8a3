package thread

import (
	"golang.org/x/net/html"

	"lede/content/parse/date"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/model"
)

// Thread is the messages of a page. The zero value is none.
type Thread struct {
	Turns []Turn // in reading order
	Alone bool   // they are the text of the page: nothing outside of them is
	Amid  bool   // they stand in an article, as the turns of a talk or the updates of a live blog may
	Live  bool   // they are such updates
	Below bool   // they are comments on what is before them, and the first of them does not open the page
}

// Turn is one message: a post, an answer, an update, what one person says.
type Turn struct {
	Node    *html.Node          // the element that it is
	Text    []*html.Node        // the elements in Node whose words are its text
	Beside  map[*html.Node]bool // the elements in these that are no part of it
	Author  string              // as printed, "" for none
	Handle  string              // with its @, or ""
	Posted  string              // as printed, or ""
	Stated  string              // the time in the form of machines, or ""
	URL     string              // the address of the message itself, checked, or ""
	Answers string              // the author of the message that it answers, or ""
	Depth   int                 // how many messages it stands below that it answers

	quotes []*html.Node // the quotations in its text
}

// Find finds the messages that a page is made of. What is no thread, and holds none in its article, has none.
func Find(page dom.Page, marks lift.Marks) Thread {
	if page.Flat != "" || page.Exported() {
		return Thread{}
	}
	s := newScan(page, marks)
	end := len(s.all)
	if s.authors[end] < 2 && s.times[end] < 2 {
		return Thread{}
	}
	f := finder{scan: s, kinds: s.groups(), about: s.readAbout()}
	if t := f.messages(); len(t.Turns) > 0 {
		return t
	}
	return f.amid()
}

// finder looks for messages among the groups of a page.
type finder struct {
	*scan
	kinds []*group
	about about
}

// first returns the first group that fits, without what only holds another that does.
func (f finder) first(fits func(*group) bool) *group {
	for _, g := range f.kinds {
		if fits(g) {
			return f.finer(g, f.kinds, fits)
		}
	}
	return nil
}

// messages finds the posts of a page that is a thread.
func (f finder) messages() Thread {
	g := f.first(func(g *group) bool {
		return g.messages() && !f.leadsAway(g) && (g.called() || (f.about.forum || len(f.about.words) > 0) && f.siblings(g))
	})
	if g == nil || !f.isThread(g) {
		return Thread{}
	}
	turns := f.turns(g, f.minor(g))
	if len(turns) < 2 || f.saidIn(turns) < leastText*len(turns) {
		return Thread{}
	}
	return Thread{Turns: turns, Alone: f.outside(g) == 0, Below: g.names&saysComment != 0}
}

// minor returns the group of short messages that stand below those of another, as comments below an answer, or nil.
func (f finder) minor(g *group) *group {
	yards := f.yards(g)
	for _, h := range f.kinds {
		if h != g && h.messages() && h.said >= leastTalk && h.names&saysMessage != 0 && h.text >= leastMinor*len(h.of) &&
			f.inside(h, yards) && f.holding(h, g) == 0 && !f.leadsAway(h) && !f.onlyHolds(g, h, (*group).messages) &&
			f.ofOthers(h, g) {
			return f.finer(h, f.kinds, (*group).messages)
		}
	}
	return nil
}

// saidIn returns how many letters messages say outside of links.
func (f finder) saidIn(turns []Turn) int {
	said := map[*html.Node]bool{}
	for _, t := range turns {
		for _, n := range t.Text {
			said[n] = true
		}
	}
	letters := 0
	for i := range f.all {
		if said[f.at(i).node] {
			letters += f.text(f.span(i)) - f.link(f.span(i))
		}
	}
	return letters
}

// leastMinor is how many letters short messages below others have, in the mean.
const leastMinor = 20

// ofOthers reports whether most messages of h are by others than those of g that they stand in.
func (f finder) ofOthers(h, g *group) bool {
	others, in := 0, 0
	each := map[int]int{} // how many stand in each
	for _, i := range h.of {
		if at := f.holderIn(g, i); at >= 0 {
			in++
			each[at]++
			others += count(f.authorOf(i) != f.authorOf(g.of[at]))
		}
	}
	alike := len(each) == len(g.of) && len(h.of) == len(g.of)
	return 2*others >= in && !alike
}

// authorOf returns the first name of an author in an element.
func (f finder) authorOf(i int) string {
	for j := i; j < f.at(i).end; j++ {
		if f.at(j).author {
			if name := f.page.TextOf(f.at(j).node); mayName(name) {
				return name
			}
		}
	}
	return ""
}

// yards returns the elements around those of a group that hold no other of it.
func (f finder) yards(g *group) *group {
	y := &group{of: make([]int, len(g.of))}
	for n, i := range g.of {
		for up := i; up >= 0; up = f.at(up).parent {
			if n > 0 && f.within(g.of[n-1], up) || n+1 < len(g.of) && f.within(g.of[n+1], up) && up != i {
				break
			}
			y.of[n] = up
		}
	}
	return y
}

// holding returns how many elements of h stand around one of g.
func (f finder) holding(h, g *group) int {
	n := 0
	for _, i := range g.of {
		n += count(f.holderIn(h, i) >= 0)
	}
	return n
}

// within finds the updates or turns that stand in an article.
func (f finder) amid() Thread {
	g := f.first(func(g *group) bool { return f.isLive(g) || f.isTalk(g) })
	if g == nil {
		return Thread{}
	}
	return Thread{Turns: f.turns(g, nil), Amid: true, Live: !f.isTalk(g)}
}

// Opened returns what is known of a page with the author and the time of its first message, where it is made of
// messages.
func (t Thread) Opened(e model.Entry) model.Entry {
	if len(t.Turns) == 0 || t.Amid || t.Below {
		return e
	}
	first := t.Turns[0]
	if first.Author != "" {
		e.Byline = []string{first.Author}
	}
	for _, s := range [...]string{first.Stated, first.Posted} {
		if at, ok := date.Parse(s); ok {
			e.Published = at
			break
		}
	}
	return e
}
