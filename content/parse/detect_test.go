package parse

import "testing"

func TestArticlesInFoldersAreKnownByTheirNames(t *testing.T) {
	for name, want := range map[string]bool{
		"hops.md": true, "Hops.MDOWN": true, "a.txt": true, "a.html.gz": true, "a.xhtml": true, "a.rst": true,
		"a.eml": true, "a.mbx": true, "a.mhtml": true, "a.mbox.gz": true,
		"a.rss": true, "a.atom": true, "a.go": false, "a": false, "a.gz": false, "a.gz.gz": false, "md": false,
	} {
		if IsArticle(name) != want {
			t.Errorf("IsArticle(%q) = %t", name, !want)
		}
	}
}
