package reading

import (
	"errors"
	"slices"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/shelf"
	"lede/model"
)

// Sentence turns what the leaves say of ref into a sentence.
func Sentence(ref string, err error) error {
	var library *shelf.LibraryError
	switch {
	case errors.As(err, &library):
		return err
	case errors.Is(err, parse.ErrEmpty):
		return fetch.NewError(ref, "it is empty", instead(ref, "Open another file"), err)
	case errors.Is(err, parse.ErrBinary):
		return fetch.NewError(ref, err.Error(), instead(ref, "Open a text, a Markdown file or a saved page"), err)
	default:
		return fetch.ReadError(ref, err)
	}
}

// withNotice adds a last block that says of the text what it does not say itself.
func withNotice(a model.Article, told string) model.Article {
	a.Sections = slices.Clone(a.Sections)
	if len(a.Sections) == 0 {
		a.Sections = []model.Section{{}}
	}
	last := &a.Sections[len(a.Sections)-1]
	last.Blocks = append(slices.Clip(last.Blocks), model.Notice{Kind: model.Continues, Source: told})
	return a
}

// Beginning is as much of a as topics are found in: of a book its first chapters tell, in a bounded time.
func Beginning(a model.Article) model.Article {
	const most = 256 << 10
	n := 0
	for i, s := range a.Sections {
		for j, b := range s.Blocks {
			if n += len(b.Text()); n < most {
				continue
			}
			sections := append([]model.Section{}, a.Sections[:i+1]...)
			sections[i].Blocks = s.Blocks[:j+1]
			a.Sections = sections
			return a
		}
	}
	return a
}
