package model

import "testing"

// TestAnArticleWithoutATextIsBare tells articles apart that have a text and those that have none yet.
func TestAnArticleWithoutATextIsBare(t *testing.T) {
	prose := []Block{Prose{Kind: Paragraph, Source: "High water."}}
	for name, c := range map[string]struct {
		article Article
		want    bool
	}{
		"an address":    {Article{}, true},
		"notes":         {Article{Sections: []Section{{Title: NotesTitle, Blocks: prose}}}, true},
		"a notice":      {Article{Sections: []Section{{Blocks: []Block{Notice{Source: "Not fetched."}}}}}, true},
		"a text":        {Article{Entry: Entry{Words: 2}, Sections: []Section{{Blocks: prose}}}, false},
		"a picture":     {Article{Sections: []Section{{Blocks: []Block{Image{}}}}}, false},
		"an empty page": {Article{Format: HTML}, false},
	} {
		if got := c.article.IsBare(); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}
