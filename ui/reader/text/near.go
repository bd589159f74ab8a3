package text

// StayNear notes what is at the top of the view and returns what goes there in another reading of the article.
func (p *Pane) StayNear() func() {
	before, top, f := p.Items, p.Doc.Top, p.Flow()
	return func() {
		if now := p.Flow(); f == nil || now == nil || f.only != nil || now.only != nil {
			return
		}
		if at, line := p.Items.near(before, top.Item, top.Line); at >= 0 {
			p.Doc.To(Spot{at, line})
		}
	}
}

// maxNear is how many items away one that says the same is looked for.
const maxNear = 200

// near finds where an item of another reading of the article is now: the item that says the same, or what is in its
// place, or else the first item after it that is still there.
func (it *Items) near(before *Items, item, line int) (at, inLine int) {
	for i := item; i < min(len(before.All), item+maxNear); i++ {
		at := it.alike(before, i)
		switch {
		case at < 0:
			continue
		case i == item:
			return at, line
		case at > 0 && item > 0 && it.Text(at-1) != before.Text(item-1):
			return at - 1, 0
		}
		return at, 0
	}
	return -1, 0
}

// alike is the item that says the same as one of another reading and stands nearest to its place, or -1.
func (it *Items) alike(before *Items, i int) int {
	text := before.Text(i)
	for away := range maxNear {
		for _, at := range [...]int{i - away, i + away} {
			if at >= 0 && at < len(it.All) && (it.All[at].block == nil) == (before.All[i].block == nil) && it.Text(at) == text {
				return at
			}
		}
	}
	return -1
}
