package feed

import (
	"regexp"
	"slices"
	"strings"

	"lede/model"
	"lede/model/clean"
)

// itemAuthors are the authors of an item; those of the feed that it was taken from when it names none.
func itemAuthors(n *node) []model.Author {
	if all := authors(n); len(all) > 0 {
		return all
	}
	if source := n.kid("source", "atom:source"); source != nil {
		return authors(source)
	}
	return nil
}

// authors are the authors that an element names, each once.
func authors(n *node) []model.Author {
	var all []model.Author
	for _, group := range [][]string{{"author", "atom:author"}, {"dc:creator"}, {"itunes:author"}, {
		"dc:author", "media:credit",
	}, {"managingeditor", "webmaster"}, {"dc:publisher", "itunes:owner"}} {
		for _, k := range n.all(group...) {
			a := author(k)
			same := func(o model.Author) bool {
				return strings.EqualFold(o.Name, a.Name) && (o.Email == a.Email || a.Email == "" || o.Email == "")
			}
			if (a.Name != "" || a.Email != "") && !slices.ContainsFunc(all, same) {
				all = append(all, a)
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

func author(n *node) model.Author {
	if name := n.kid("name", "atom:name", "itunes:name"); name != nil ||
		n.kid("email", "atom:email", "itunes:email") != nil {
		return model.Author{
			Name: line(name), Email: line(n.kid("email", "atom:email", "itunes:email")),
			URL: resolve(strings.TrimSpace(n.kid("uri", "url", "homepage", "atom:uri").words()), ""),
		}
	}
	if words := n.words(); strings.Contains(words, "@") && !n.has() {
		return printedAuthor(clean.Line(words)) // its angle brackets are no markup
	}
	return printedAuthor(line(n))
}

// mail finds a mail address.
var mail = regexp.MustCompile(`[A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}`)

// printedAuthor reads "name@host (Name)", "Name <name@host>" and the like.
func printedAuthor(s string) model.Author {
	found := mail.FindString(s)
	if found == "" {
		return model.Author{Name: s}
	}
	name := strings.Replace(s, "mailto:"+found, " ", 1)
	name = strings.Replace(name, found, " ", 1)
	name = strings.Trim(
		clean.Line(strings.NewReplacer("&lt;", " ", "&gt;", " ", "<", " ", ">", " ", "(", " ", ")", " ").Replace(name)),
		" ,;:")
	return model.Author{Name: name, Email: found}
}
