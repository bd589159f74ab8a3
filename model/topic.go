package model

// Origin tells who named a topic.
type Origin string

// The origins of topics.
const (
	Publisher Origin = "publisher" // the source states it
	Inferred  Origin = "text"      // found in the text
	Reader    Origin = "reader"    // added by hand
)

// Topic is a subject that an article is about, named as a reader would say it.
type Topic struct {
	Name string
	From Origin
}
