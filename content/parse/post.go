package parse

import (
	"strings"

	"lede/model"
)

// findPosts finds the quoted posts among units, in order.
func findPosts(units []unit) []found {
	var all []found
	floor := 0
	for i := 0; i < len(units); i++ {
		if !quotable(units[i].kind) {
			continue
		}
		f, ok := postAt(units, i, floor)
		if !ok {
			continue
		}
		all = append(all, f)
		floor = f.to
		i = f.to - 1
	}
	return all
}

// quotable tells whether a unit of a kind may be a part of a post.
func quotable(k unitKind) bool { return k == plainUnit || k == quoteUnit || k == listUnit }

// postAt finds the post that ends at a unit and begins at floor or later. What ends it is told in the order in which the forms are
// sure of themselves.
func postAt(units []unit, i, floor int) (found, bool) {
	if text := units[i].text; strings.IndexByte(text, '@') >= 0 || strings.Contains(text, "—") && strings.Contains(text, " on ") {
		if f, ok := attributedAt(units, i, floor); ok {
			return f, true
		}
	}
	if f, ok := cardAt(units, i, floor); ok {
		f.why.rule = "post: has the words that a network's card begins or ends with"
		return f, true
	}
	return addressAt(units, i)
}

// attributedAt reads a unit in which one or more posts end with their attributions.
func attributedAt(units []unit, i, floor int) (found, bool) {
	u := units[i]
	as := attributions(u.text)
	if a, ok := namedAttribution(u.text); ok && len(as) == 0 && (a.sure || u.kind == quoteUnit) {
		as = append(as, a)
	}
	if len(as) == 0 {
		return found{}, false
	}
	b := grow(units, i, floor, u.text[:as[0].start], as[0].post.Network)
	if !as[0].sure && u.kind != quoteUnit && social(b.text) == 0 {
		return found{}, false
	}
	f := found{from: b.from, to: i + 1, why: why{rule: as[0].form()}}
	if b.prose != "" {
		f.blocks = append(f.blocks, prosePart(units[b.from], b.prose, true))
	}
	f.blocks = append(f.blocks, newPost(as[0].post, b.text, units[b.from:i+1]))
	for k := 1; k < len(as); k++ {
		f.blocks = append(f.blocks, newPost(as[k].post, u.text[as[k-1].end:as[k].start], units[i:i+1]))
	}
	return withAddress(withTail(f, u, u.text[as[len(as)-1].end:]), units), true
}

// withAddress takes the unit below into a post when it is nothing but the post's address.
func withAddress(f found, units []unit) found {
	last := len(f.blocks) - 1
	p, ok := f.blocks[last].(model.Post)
	if !ok || p.URL != "" || f.to == len(units) {
		return f
	}
	if below, ok := addressAt(units, f.to); ok {
		if named := below.blocks[0].(model.Post); named.Network == p.Network && strings.EqualFold(named.Handle, p.Handle) {
			p.URL = named.URL
			f.blocks[last] = p
			f.to++
		}
	}
	return f
}

// withTail adds what stands in the last unit after the post: addresses go into the post, words are prose.
func withTail(f found, u unit, tail string) found {
	last := len(f.blocks) - 1
	p := f.blocks[last].(model.Post)
	words, links := takeLinks(tail, u.links)
	words = strings.Trim(words, " \n\t\u00a0.,|·")
	if words == "" || p.URL != "" && knownLink(words, u.links) == p.URL {
		p.Links = append(p.Links, links...)
		f.blocks[last] = p
		return f
	}
	f.blocks = append(f.blocks, prosePart(u, strings.TrimLeft(tail, ".,;:|· \n\t\u00a0"), false))
	return f
}

// prosePart makes prose of the first or the last part of a unit. The markup of the part is kept where it can be found in the
// source.
func prosePart(u unit, part string, first bool) model.Prose {
	p := model.Prose{Kind: model.Paragraph, Source: model.Escape(part)}
	if u.source == "" {
		return withPlain(p, part)
	}
	words := strings.Fields(part)
	if len(words) == 0 {
		return p
	}
	if first {
		if at := strings.Index(u.source, model.Escape(words[len(words)-1])); at >= 0 && strings.HasPrefix(u.source, model.Escape(part)) {
			p.Source = u.source[:len(model.Escape(part))]
		}
	} else if strings.HasSuffix(u.source, model.Escape(part)) {
		p.Source = model.Escape(part)
	}
	return withPlain(p, part)
}

// withPlain notes the words of prose where its Markdown has more.
func withPlain(p model.Prose, plain string) model.Prose {
	if p.Source != plain {
		p.Plain = plain
	}
	return p
}

// newPost makes the post of its attribution and its words, with the links of the units that it comes from.
func newPost(p model.Post, text string, from []unit) model.Post {
	var links []model.Link
	for _, u := range from {
		links = append(links, u.links...)
	}
	p.Mirror, text = takeMirror(strings.TrimSpace(text))
	text, p.Links = takeLinks(text, links)
	p.Source = tidy(text)
	p.Missing = p.Source == "" && len(p.Links) == 0
	for _, l := range links[:min(len(links), maxKnown)] {
		network, handle := statusURL(l.URL)
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
func addressAt(units []unit, i int) (found, bool) {
	text := strings.TrimSpace(units[i].text)
	if text == "" || len(text) > 500 || strings.ContainsAny(text, " \n\t") || !strings.Contains(text, "/") {
		return found{}, false
	}
	address := text
	if len(units[i].links) == 1 && units[i].links[0].Title == text {
		address = units[i].links[0].URL
	}
	network, handle := statusURL(address)
	if network == "" {
		return found{}, false
	}
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	post := model.Post{Network: network, Handle: handle, URL: address, Missing: true}
	return found{from: i, to: i + 1, blocks: []model.Block{post}, why: why{rule: "post: a line that is nothing but the address of one"}}, true
}
