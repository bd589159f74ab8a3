package library

import "lede/model"

// passages are those in which the words of a query are met, by the articles; one without text where there is none.
type passages struct {
	key  string // of what they are for
	byID map[model.ID]model.Snippet
}

// renew forgets the passages of what was asked for before.
func (p *passages) renew(key string) {
	if key != p.key || p.byID == nil {
		*p = passages{key, map[model.ID]model.Snippet{}}
	}
}

// known reports whether the passage of an article has been looked for.
func (p *passages) known(id model.ID) bool {
	_, known := p.byID[id]
	return known
}

// keep keeps the passages of articles; one that has none is kept without text.
func (p *passages) keep(ids []model.ID, snippets []model.Snippet) {
	for _, id := range ids {
		p.byID[id] = model.Snippet{}
	}
	for _, s := range snippets {
		p.byID[s.ID] = s
	}
}
