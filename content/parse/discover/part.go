package discover

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"lede/content/lang"
	"lede/model/query"
)

// wideWords are the words of titles that say of a feed that it has all of a site.
var wideWords = sync.OnceValue(func() wordings { return wordingsOf("everything") })

// partFolders are the folders of the pages of sections and of authors in all languages.
var partFolders = sync.OnceValue(func() map[string]bool {
	return lang.Set(slices.Concat(lang.Words("section-folder"), lang.Words("author-folder")))
})

// isPart reports whether a feed has only what is filed under a word, by a person or in another form than text.
func isPart(u *url.URL, title string) bool {
	parts := segments(strings.ToLower(u.Path))
	for i, part := range parts {
		if partFolders()[part] && i < len(parts)-1 || isPartWord(part) && (i < len(parts)-1 || !isFormat(part)) {
			return true
		}
	}
	q := u.Query()
	for _, key := range []string{
		"cat", "tag", "author", "s", "q", "search", "category", "label", "id_rubrique",
		"tagged",
	} {
		if q.Get(key) != "" {
			return true
		}
	}
	return partTitle(title)
}

// isPartWord reports whether a folder of an address is one of tags, of searches or of what is no text.
func isPartWord(w string) bool {
	switch w {
	case "tag", "tags", "tagged", "topic", "topics", "label", "labels", "search", "podcast", "podcasts", "mp3",
		"episodes",
		"web-stories", "videos", "video", "events", "users", "members", "archive", "archives", "media":
		return true
	}
	return strings.HasPrefix(w, "podcast-")
}

// partTitle reports whether the last words of a title say so, as WordPress writes them: "News » Ferries Category
// Feed".
func partTitle(title string) bool {
	words := query.Tokens(lastPart(title))
	if len(words) > 0 && isFormat(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "category", "tag", "kategorie", "schlagwort", "categorie", "etiqueta", "stories", "events", "videos", "podcast":
		return true
	}
	return words[0] == "podcast" || words[0] == "test" || strings.HasPrefix(strings.Join(words, " "), "search results") ||
		strings.HasPrefix(strings.Join(words, " "), "posts by")
}
