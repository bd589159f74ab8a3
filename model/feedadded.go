package model

// FeedAdded is what became of an address that was to be subscribed to.
type FeedAdded struct {
	Feed    Subscription // zero when none was added
	New     bool         // it was not there before
	Entries int          // that have come with it
	Choices []FeedChoice // feeds of which none is the obvious one; then none was added
}

// FeedChoice is a feed that an address may mean.
type FeedChoice struct {
	URL, Title, Format string // Title and Format may be ""
}
