package library

import (
	"strings"

	"lede/model"
	"lede/model/query"
	"lede/ui/widget"
)

// maxCompletions is how many are offered.
const maxCompletions = 8

// complete finds what the term of a query that ends at a byte may become: the name of a field, or a value of one.
// Topics and sites are those of the facets.
func complete(text string, at int, f model.Facets) widget.Completion {
	from := lastTerm(text[:at])
	term := text[from:at]
	c := widget.Completion{From: from, To: at}
	field, value, isField := strings.Cut(term, ":")
	if !isField {
		if term != "" {
			c.Texts = begins(fieldNames(), term)
		}
		return c
	}
	c.From += len(field) + 1
	typed := strings.Trim(value, `"`)
	switch field {
	case "topic":
		c.Texts = values(f.Topics, typed)
		c.Needed = typed != "" && len(c.Texts) > 0 && !knownTopic(f.Topics, typed)
	case "site":
		c.Texts = values(f.Sites, typed)
	case "feed":
		c.Texts = values(f.Feeds, typed)
	case "folder":
		c.Texts = values(f.Folders, typed)
	default:
		all, only := query.Values(field)
		c.Texts = begins(all, typed)
		c.Needed = only && len(c.Texts) > 0 && typed != "" && c.Texts[0] != typed
	}
	if len(c.Texts) == 1 && c.Texts[0] == value {
		c.Texts = nil
	}
	return c
}

// Complete returns what a query may become by completing its last term, each whole. Topics and sites are those of the
// facets.
func Complete(text string, f model.Facets) []string {
	c := complete(text, len(text), f)
	for i, end := range c.Texts {
		c.Texts[i] = text[:c.From] + end
	}
	return c.Texts
}

// begins are the texts that begin with what is typed.
func begins(all []string, typed string) []string {
	var some []string
	for _, s := range all {
		if strings.HasPrefix(s, typed) && s != typed {
			some = append(some, s)
		} else if s == typed {
			some = append([]string{s}, some...)
		}
	}
	return some
}

// values are the names that the typed text matches, the best match first, then the most frequent.
func values(all []model.TopicCount, typed string) []string {
	p := widget.NewPattern(typed)
	var byRank [widget.Unmatched][]string
	for _, t := range all {
		if r := p.Match(widget.NewHaystack(t.Name)); r < widget.Loosely && len(byRank[r]) < maxCompletions {
			byRank[r] = append(byRank[r], inQuotes(t.Name))
		}
		if len(byRank[widget.AtStart]) == maxCompletions {
			break
		}
	}
	some := append(byRank[widget.AtStart], byRank[widget.Within]...)
	return some[:min(len(some), maxCompletions)]
}

func knownTopic(all []model.TopicCount, typed string) bool {
	key := model.TopicKey(typed)
	for _, t := range all {
		if t.Key == key {
			return true
		}
	}
	return false
}

// inQuotes writes a value as a query takes it.
func inQuotes(name string) string {
	name = strings.ReplaceAll(name, `"`, "")
	if strings.ContainsAny(name, " ()") {
		return `"` + name + `"`
	}
	return name
}

// fieldNames are the fields of the language with their colons, as they are typed.
func fieldNames() []string {
	names := query.Fields()
	for i := range names {
		names[i] += ":"
	}
	return names
}
