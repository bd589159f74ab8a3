package action

// Heading is a part of the help: what its actions are about, on whatever screen.
type Heading string

// The parts of the help.
const (
	Move     Heading = "Move"
	Sections Heading = "Sections and posts"
	Links    Heading = "Links"
	Library  Heading = "Library"
	Look     Heading = "Look"
	Own      Heading = "Your own"
	Text     Heading = "Typing"
	Program  Heading = "lede"
)

// Headings are the parts of the help in their order.
func Headings() []Heading { return []Heading{Move, Sections, Links, Library, Look, Own, Text, Program} }

// Under returns the table with its actions under a heading, but for those that name one of their own.
func (t Table[S]) Under(h Heading) Table[S] {
	under := make(Table[S], len(t))
	for i, a := range t {
		if a.Under == "" {
			a.Under = h
		}
		under[i] = a
	}
	return under
}
