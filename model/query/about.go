package query

import (
	"slices"
	"strings"

	"lede/model"
)

// About holds when the article has the topic with that key.
type About struct{ Key string }

func readTopic(_ *parser, v string) (Expr, string) {
	key := model.TopicKey(v)
	if key == "" {
		return nil, noWord
	}
	return About{key}, ""
}

func (About) term() {}

func (a About) write(bool) string { return "topic:" + quoted(a.Key, strings.Contains(a.Key, " ")) }

func (a About) holds(r model.Record) bool {
	return slices.ContainsFunc(r.Article.Topics, func(t model.Topic) bool { return t.Key == a.Key })
}

// Has holds when the article has a block of that kind.
type Has struct{ Kind model.BlockKind }

// kinds are the values of has:.
func kinds() []model.BlockKind {
	return []model.BlockKind{model.PostBlock, model.ImageBlock, model.RelatedBlock, model.CodeBlock}
}

func readKind(_ *parser, v string) (Expr, string) {
	if k := model.BlockKind(strings.ToLower(v)); slices.Contains(kinds(), k) {
		return Has{k}, ""
	}
	return nil, oneOf(v, kinds())
}

func (Has) term() {}

func (h Has) write(bool) string { return "has:" + string(h.Kind) }

func (h Has) holds(r model.Record) bool {
	return slices.ContainsFunc(r.Article.Blocks(), func(b model.Block) bool { return model.KindOf(b) == h.Kind })
}
