package arrive

import (
	"context"
	"slices"
	"strings"
)

// isBookmarks reports whether a file is a page of bookmarks as all browsers and most services write it.
func isBookmarks(s *source) bool {
	head := strings.ToLower(s.beginning())
	if !strings.HasPrefix(strings.TrimSpace(head), "<") || strings.Contains(head, " time_added=") {
		return false
	}
	return strings.Contains(head, "netscape-bookmark-file") ||
		strings.Contains(head, "<dl>") && strings.Contains(head, " add_date=")
}

// readBookmarks reads a page of bookmarks in Netscape's format, which was never written down by those who made it; see
// "Netscape Bookmark File Format" at learn.microsoft.com.
func readBookmarks(_ context.Context, s *source, t *taking) error {
	text, err := s.text()
	if err != nil {
		return err
	}
	r := bookmarkReader{taking: t, file: s.file()}
	cut := eachTag(text, r.tag)
	r.finish()
	if cut > 0 {
		t.skip(place{file: s.file(), line: cut}, "The file is cut off here.", "")
	}
	return nil
}

// bookmarkReader reads bookmarks. A bookmark goes on until the next one begins, since its description is behind it.
type bookmarkReader struct {
	*taking
	file    string
	folders []string // that are open; "" for one of the browser's own
	name    string   // of the folder whose list begins next
	root    bool     // that is one of the browser's own
	in      string   // what text belongs to: h3, a, dd, or ""
	words   strings.Builder
	mark    *Entry // that is being read
	feed    string // the address of the feed that it stands for, or ""
	place   place
}

func (r *bookmarkReader) tag(x *tag) {
	switch x.name {
	case "":
		if r.in != "" {
			r.words.WriteString(x.text)
		}
	case "h3":
		r.element(x)
		if !x.end {
			r.finish()
			r.in, r.root = "h3", isRootAttr(x)
		}
	case "a":
		r.element(x)
		if !x.end {
			r.finish()
			r.begin(x)
		}
	case "dd":
		r.element(x)
		if !x.end && r.mark != nil {
			r.in = "dd"
		}
	case "dl":
		r.list(x)
	case "dt", "hr":
		r.element(x)
		r.finish()
	case "br":
		if r.in == "dd" {
			r.words.WriteByte('\n')
		}
	}
}

// list takes the begin or the end of a folder's list.
func (r *bookmarkReader) list(x *tag) {
	r.element(x)
	r.finish()
	switch {
	case !x.end:
		name := r.name
		if r.root || len(r.topFolders()) == 0 && isRootName(name) {
			name = ""
		}
		r.folders = append(r.folders, name)
		r.name, r.root = "", false
	case len(r.folders) > 0:
		r.folders = r.folders[:len(r.folders)-1]
	}
}

// topFolders are the names of the folders that are open.
func (r *bookmarkReader) topFolders() []string {
	return slices.DeleteFunc(slices.Clone(r.folders), func(n string) bool { return n == "" })
}

// element ends what text belongs to.
func (r *bookmarkReader) element(*tag) {
	words := r.words.String()
	switch r.in {
	case "h3":
		r.name = strings.TrimSpace(words)
	case "a":
		r.mark.Title = words
	case "dd":
		r.mark.Note = notes(r.mark.Note, words)
	}
	r.in = ""
	r.words.Reset()
}

// begin takes a link.
func (r *bookmarkReader) begin(x *tag) {
	date := dateOf(x.value("add_date"))
	read := x.value("toread") == "0"
	r.mark = &Entry{
		URL:    x.value("href"),
		Date:   date,
		Topics: append(r.topFolders(), parted(x.value("tags"), ",")...),
		Read:   read,
	}
	r.feed = x.value("feedurl")
	r.place = place{file: r.file, line: x.line, text: withoutPictures(x)}
	r.in = "a"
}

// withoutPictures is a link as it stands, but for the picture that browsers write into it.
func withoutPictures(x *tag) string {
	for _, a := range x.attrs {
		if (a.Key == "icon" || a.Key == "icon_uri") && len(a.Val) > 0 {
			return `<A HREF="` + x.value("href") + `">`
		}
	}
	return x.source
}

// finish hands on the bookmark that has been read.
func (r *bookmarkReader) finish() {
	if r.mark == nil {
		return
	}
	mark := *r.mark
	r.mark = nil
	if r.feed != "" {
		r.taking.feed(r.place, Feed{
			URL:    r.feed,
			Title:  mark.Title,
			Site:   mark.URL,
			Folder: folderOf(r.topFolders()),
			Tags:   mark.Topics[len(r.topFolders()):],
		})
		return
	}
	r.entry(r.place, mark)
}

// isRootAttr reports whether the heading of a folder says that the folder is one of the browser's own.
func isRootAttr(x *tag) bool {
	for _, name := range [...]string{"personal_toolbar_folder", "unfiled_bookmarks_folder", "mobile_folder"} {
		if strings.EqualFold(x.value(name), "true") {
			return true
		}
	}
	return x.value("id") == "com.apple.ReadingList"
}

// isRootName reports whether browsers call a folder of their own so.
func isRootName(name string) bool {
	return slices.Contains(rootNames(), strings.ToLower(strings.TrimSpace(name)))
}

// rootNames are the names of the folders that browsers make by themselves, in small letters.
func rootNames() []string {
	return []string{
		"bookmarks",
		"bookmarks bar",
		"bookmarks menu",
		"bookmarks toolbar",
		"other bookmarks",
		"mobile bookmarks",
		"synced bookmarks",
		"unsorted bookmarks",
		"unfiled bookmarks",
		"bookmark bar",
		"favorites",
		"favorites bar",
		"other favorites",
		"favourites",
		"favourites bar",
		"other favourites",
		"mobile favorites",
		"mobile favourites",
		"reading list",
		"lesezeichen",
		"lesezeichenleiste",
		"lesezeichen-symbolleiste",
		"lesezeichen-menü",
		"weitere lesezeichen",
		"mobile lesezeichen",
		"favoriten",
		"favoritenleiste",
		"weitere favoriten",
		"leseliste",
		"favoris",
		"barre de favoris",
		"barre des favoris",
		"barre personnelle",
		"menu des marque-pages",
		"autres favoris",
		"autres marque-pages",
		"marque-pages",
		"marcadores",
		"barra de marcadores",
		"otros marcadores",
		"menú de marcadores",
		"favoritos",
		"barra de favoritos",
		"otros favoritos",
		"outros marcadores",
		"outros favoritos",
		"preferiti",
		"barra dei preferiti",
		"altri preferiti",
		"segnalibri",
		"barra dei segnalibri",
		"altri segnalibri",
		"bladwijzers",
		"bladwijzerbalk",
		"andere bladwijzers",
		"favorieten",
		"favorietenbalk",
		"zakładki",
		"pasek zakładek",
		"inne zakładki",
		"bokmärken",
		"bokmärkesfältet",
		"andra bokmärken",
		"закладки",
		"панель закладок",
		"другие закладки",
		"书签",
		"书签栏",
		"其他书签",
		"ブックマーク",
		"ブックマーク バー",
		"その他のブックマーク",
	}
}
