package model

// NotesTitle is the title of the section that holds the user's own notes on an article. It comes last.
const NotesTitle = "Notes"

// IsBare reports whether an article has no text, but only an address and perhaps notes of the user: its page has not
// been fetched yet.
func (a *Article) IsBare() bool {
	if a.Format != "" || a.Words > 0 {
		return false
	}
	for _, s := range a.Sections {
		for _, b := range s.Blocks {
			if _, notice := b.(Notice); !notice && s.Title != NotesTitle {
				return false
			}
		}
	}
	return true
}

// Notes is the section of the user's notes, and whether there is one.
func (a *Article) Notes() (s Section, ok bool) {
	if n := len(a.Sections); n > 0 && a.Sections[n-1].Title == NotesTitle {
		return a.Sections[n-1], true
	}
	return Section{}, false
}
