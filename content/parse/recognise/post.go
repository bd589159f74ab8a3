package recognise

import (
	"strings"

	"lede/content/parse/block"
	"lede/content/parse/network"
	"lede/model"
)

// findPosts finds the quoted posts among units, in order.
func findPosts(units []block.Unit) []block.Found {
	var all []block.Found
	floor := 0
	for i := 0; i < len(units); i++ {
		if !quotable(units[i].Kind) {
			continue
		}
		f, ok := PostAt(units, i, floor)
		if !ok {
			continue
		}
		all = append(all, f)
		floor = f.To
		i = f.To - 1
	}
	return all
}

// quotable reports whether a unit of a kind may be a part of a post.
func quotable(k block.Kind) bool { return k == block.Plain || k == block.Quote || k == block.List }

// PostAt finds the post that ends at a unit and begins at floor or later. What ends it is told in the order in which
// the forms are sure of themselves.
func PostAt(units []block.Unit, i, floor int) (block.Found, bool) {
	if text := units[i].Text; strings.IndexByte(text, '@') >= 0 ||
		strings.Contains(text, "—") && strings.Contains(text, " on ") {
		if f, ok := attributedAt(units, i, floor); ok {
			return f, true
		}
	}
	if f, ok := cardAt(units, i, floor); ok {
		f.Why.Rule = "post: has the words that a network's card begins or ends with"
		return f, true
	}
	return addressAt(units, i)
}

// attributedAt reads a unit in which one or more posts end with their attributions.
func attributedAt(units []block.Unit, i, floor int) (block.Found, bool) {
	u := units[i]
	as := attributions(u.Text)
	if a, ok := namedAttribution(u.Text); ok && len(as) == 0 && (a.sure || u.Kind == block.Quote) {
		as = append(as, a)
	}
	if len(as) == 0 {
		return block.Found{}, false
	}
	b := grow(units, i, floor, u.Text[:as[0].start], as[0].post.Network)
	if !as[0].sure && u.Kind != block.Quote && social(b.text) == 0 {
		return block.Found{}, false
	}
	f := block.Found{From: b.from, To: i + 1, Why: block.Why{Rule: as[0].form()}}
	if b.prose != "" {
		f.Blocks = append(f.Blocks, prosePart(units[b.from], b.prose, true))
	}
	f.Blocks = append(f.Blocks, newPost(as[0].post, b.text, units[b.from:i+1]))
	for k := 1; k < len(as); k++ {
		f.Blocks = append(f.Blocks, newPost(as[k].post, u.Text[as[k-1].end:as[k].start], units[i:i+1]))
	}
	return withAddress(withTail(f, u, u.Text[as[len(as)-1].end:]), units), true
}

// withAddress takes the unit below into a post when it is nothing but the post's address.
func withAddress(f block.Found, units []block.Unit) block.Found {
	last := len(f.Blocks) - 1
	p, ok := f.Blocks[last].(model.Post)
	if !ok || p.URL != "" || f.To == len(units) {
		return f
	}
	if below, ok := addressAt(units, f.To); ok {
		if named := below.Blocks[0].(model.Post); named.Network == p.Network && strings.EqualFold(named.Handle, p.Handle) {
			p.URL = named.URL
			f.Blocks[last] = p
			f.To++
		}
	}
	return f
}

// withTail adds what is in the last unit after the post: addresses go into the post, words are prose.
func withTail(f block.Found, u block.Unit, tail string) block.Found {
	last := len(f.Blocks) - 1
	p := f.Blocks[last].(model.Post)
	words, links := TakeLinks(tail, u.Links)
	words = strings.Trim(words, " \n\t\u00a0.,|·")
	if words == "" || p.URL != "" && knownLink(words, u.Links) == p.URL {
		p.Links = append(p.Links, links...)
		f.Blocks[last] = p
		return f
	}
	f.Blocks = append(f.Blocks, prosePart(u, strings.TrimLeft(tail, ".,;:|· \n\t\u00a0"), false))
	return f
}

// prosePart makes prose of the first or the last part of a unit. The markup of the part is kept where it can be found
// in the source.
func prosePart(u block.Unit, part string, first bool) model.Prose {
	p := model.Prose{Kind: model.Paragraph, Source: model.Escape(part)}
	if u.Source == "" {
		return WithPlain(p, part)
	}
	words := strings.Fields(part)
	if len(words) == 0 {
		return p
	}
	if first {
		if at := strings.Index(u.Source, model.Escape(words[len(words)-1])); at >= 0 &&
			strings.HasPrefix(u.Source, model.Escape(part)) {
			p.Source = u.Source[:len(model.Escape(part))]
		}
	} else if strings.HasSuffix(u.Source, model.Escape(part)) {
		p.Source = model.Escape(part)
	}
	return WithPlain(p, part)
}

// WithPlain notes the words of prose where its Markdown has more.
func WithPlain(p model.Prose, plain string) model.Prose {
	if p.Source != plain {
		p.Plain = plain
	}
	return p
}

// newPost makes the post of its attribution and its words, with the links of the units that it comes from.
func newPost(p model.Post, text string, from []block.Unit) model.Post {
	var links []model.Link
	for _, u := range from {
		links = append(links, u.Links...)
	}
	p.Mirror, text = takeMirror(strings.TrimSpace(text))
	text, p.Links = TakeLinks(text, links)
	p.Source = Tidy(text)
	p.Missing = p.Source == "" && len(p.Links) == 0
	for _, l := range links[:min(len(links), maxKnown)] {
		network, handle := network.Status(l.URL)
		if p.URL == "" && l.URL != "" && p.Posted != "" && l.Title == p.Posted {
			p.URL = l.URL
		}
		if p.URL == "" && network != "" && (l.Title == "post" || handle == "" || strings.EqualFold(handle, p.Handle)) {
			p.URL = l.URL
		}
	}
	return p
}

// addressAt reads a unit that is nothing but the address of a post.
func addressAt(units []block.Unit, i int) (block.Found, bool) {
	text := strings.TrimSpace(units[i].Text)
	if text == "" || len(text) > 500 || strings.ContainsAny(text, " \n\t") || !strings.Contains(text, "/") {
		return block.Found{}, false
	}
	address := text
	if len(units[i].Links) == 1 && units[i].Links[0].Title == text {
		address = units[i].Links[0].URL
	}
	network, handle := network.Status(address)
	if network == "" {
		return block.Found{}, false
	}
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	post := model.Post{Network: network, Handle: handle, URL: address, Missing: true}
	return block.Found{
		From: i, To: i + 1, Blocks: []model.Block{post},
		Why: block.Why{Rule: "post: a line that is nothing but the address of one"},
	}, true
}
