package meta

import (
	"slices"
	"strings"
)

// inShort is what a page says of its article in short: its title and its descriptions.
type inShort struct {
	texts []string // folded by flatKey
	site  siteFacts
}

func (s *pageSources) inShort(site siteFacts) inShort {
	said := inShort{site: site}
	for _, text := range append(append(s.descriptions(), s.title), s.metas["og:title"]...) {
		if key := flatKey(text); key != "" {
			said.texts = append(said.texts, key)
		}
	}
	return said
}

const (
	cutKeywords  = 4 // so many in a row that stand in a sentence are the sentence, cut at its commas or spaces
	siteKeywords = 5 // so many are likely to be the site's, unless
	ownKeywords  = 2 // so many stand in the title or a description, or
	fewKeywords  = 6 // one in so many
)

// mayBeAbout reports whether a list of keywords can be about the article. Some sites give the same words with every
// page, and some give a sentence in place of words.
func (said inShort) mayBeAbout(list string) bool {
	var keys []string
	for name := range strings.FieldsFuncSeq(list, partsTopics) {
		if key := flatKey(name); key != "" {
			keys = append(keys, key)
		}
	}
	if len(said.texts) == 0 || len(keys) < cutKeywords {
		return true
	}
	if said.mentions(strings.Join(keys[:cutKeywords], "")) {
		return false
	}
	n := 0
	for _, key := range keys {
		if said.mentions(key) && !said.site.named(key) {
			n++
		}
	}
	return len(keys) < siteKeywords || n >= ownKeywords || n*fewKeywords >= len(keys)
}

func (said inShort) mentions(key string) bool {
	return slices.ContainsFunc(said.texts, func(text string) bool { return strings.Contains(text, key) })
}

// named reports whether a folded word is a part of a name of the site.
func (f siteFacts) named(key string) bool {
	return slices.ContainsFunc(f.keys, func(name string) bool { return strings.Contains(name, key) })
}
