package model

// Opening is a step in the opening of an article. A long article or a slow source sends several: each Article
// is a longer part of the same text, and the last has Partial unset or an error. Of a page that the library holds the first step is the
// kept text, whole, and another article after it is the page's newer text.
type Opening struct {
	Article Article // zero while nothing can be shown yet
	Read    int64   // bytes read so far
	Size    int64   // bytes in all, 0 when not known
	Kept    bool    // Article is the text that the library holds; the page is asked for a newer one
	Note    string  // a sentence for the reader, clean, or ""
	Err     error   // the last step only; the text shown so far stays good
}

// Batch is a step in the listing of entries. An entry whose Ref has been seen before takes the place of the earlier one,
// with more known of it.
type Batch struct {
	Entries []Entry
	Done    int      // entries read so far
	Total   int      // entries in all as far as known, growing while folders are walked
	Stage   string   // what is being done, as a verb: "reading", "finding topics"; "" on the last batch
	Errs    []error  // what could not be read, each a sentence
	Gone    []string // the references of earlier entries that turn out to be no articles; Errs tells why
}
