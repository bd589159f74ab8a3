package model

// Opening is a step in the opening of an article. A long article or a slow source sends several: each Article is a
// longer part of the same text, and the last has Partial unset or an error. Of a page that the library holds the
// first step is the kept text, whole, and another article after it is the page's newer text.
type Opening struct {
	Article Article // zero while nothing can be shown yet
	Read    int64   // bytes read so far
	Size    int64   // bytes in all, 0 when not known
	Kept    bool    // Article is the text that the library holds; the page is asked for a newer one
	Note    string  // a sentence for the reader, clean, or ""
	Err     error   // the last step only; the text shown so far stays good
}

// Listed is an entry of a listing, or why there is none: a sentence.
type Listed struct {
	Entry Entry
	Err   error
}
