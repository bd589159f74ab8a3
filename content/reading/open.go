package reading

import (
	"context"
	"errors"
	"io"
	"slices"
	"time"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/model"
)

const (
	// firstBytes is how much of a text is read for its first step: more than a screen, little enough to be as
	// quick as a short article.
	firstBytes = 64 << 10
	// wholeBytes is up to where a text is read in one step.
	wholeBytes = 128 << 10
	// shortPage is up to where a page is read in one step: which of it is the article is best told from the whole.
	shortPage = 256 << 10
	// patience is how long a slow source is waited for before what has come is shown.
	patience = 120 * time.Millisecond
)

// Open starts to read the article that ref names, as Read does. A text up to 128 kB comes in one step; of a longer
// one the first part comes at once and the whole when it has been read. What a pipe has brought so far comes after a
// moment, then when it has doubled, then whole. Of a page that the library holds, the kept text comes first, then
// what has become of it. The channel is closed after the last step, or when ctx ends.
func (l *Reader) Open(ctx context.Context, ref string) <-chan model.Opening {
	o := &opening{Reader: l, ctx: ctx, ref: ref, out: make(chan model.Opening)}
	l.Pool.Start("open "+ref, func() {
		defer close(o.out)
		if err := o.run(); err != nil && ctx.Err() == nil {
			_ = o.send(model.Opening{Err: Sentence(ref, err), Read: o.read, Size: o.size})
		}
	})
	return o.out
}

// opening is one article on its way to the screen.
type opening struct {
	*Reader
	ctx        context.Context
	ref        string
	src        io.Closer // what is read, once it is open
	from       origin
	seen       reading // the first part that was looked at last
	wrong      error   // why that cannot be read
	looked     int     // its length
	read, size int64
	out        chan model.Opening
}

func (o *opening) run() error {
	if o.Names(o.ref) {
		a, err := o.Kept(o.ctx, o.ref)
		if err == nil && a.IsBare() {
			return o.fill(a)
		}
		if err == nil && IsTeaser(a) {
			o.ref = a.URL
			return o.revisit(a)
		}
		return o.whole(a, err)
	}
	if kept, ok := o.KeptAt(o.ctx, o.ref); ok && kept.IsBare() {
		return o.fill(kept)
	} else if ok {
		return o.revisit(kept)
	}
	src, err := o.Fetcher.Open(o.ctx, o.ref)
	if err != nil {
		return err
	}
	defer src.Close() //nolint:errcheck // it was only read
	o.src = src
	o.from, o.size = newOrigin(o.ref, src), src.Size
	if src.Slow {
		return o.follow(src)
	}
	head, more, err := fetch.ReadHead(src, nil, firstBytes)
	if err != nil {
		return err
	}
	o.read = int64(len(head))
	if !more {
		return o.last(head, false)
	}
	return o.rest(src, head)
}

// look begins to read what has come so far, once for each length. It tells the format of the whole once it is long
// enough.
func (o *opening) look(data []byte) (reading, error) {
	if o.looked != len(data) {
		o.seen, o.wrong = o.begin(o.from, data)
		o.looked = len(data)
	}
	if len(data) >= firstBytes {
		o.from.format = o.seen.Format
	}
	return o.seen, o.wrong
}

// isPage reports whether what has come so far is a page in HTML.
func (o *opening) isPage(data []byte) bool {
	if o.from.format != "" {
		return o.from.format == parse.HTML
	}
	r, _ := o.look(data[:min(len(data), firstBytes)]) // what cannot be read is told where it is shown
	return r.Format == parse.HTML
}

// beginning sends the first part of a text that is longer than head, unless the whole is short too. Of a long page,
// which may begin with anything, it looks at more until there is an article. It returns what has been read.
func (o *opening) beginning(src *fetch.Source, head []byte) ([]byte, error) {
	short := int64(wholeBytes)
	if o.isPage(head) {
		short = shortPage
	}
	if o.size > 0 && o.size <= short {
		return head, nil
	}
	for {
		shown, err := o.first(head)
		if shown || err != nil || len(head) >= bigPage {
			return head, err
		}
		more := false
		if head, more, err = fetch.ReadHead(src, head, 3*len(head)); err != nil || !more {
			return head, err
		}
	}
}

// rest sends a first part of a text that is longer than head, then the whole.
func (o *opening) rest(src *fetch.Source, head []byte) error {
	head, err := o.beginning(src, head)
	if err != nil {
		return err
	}
	data, cut, err := src.ReadAll(o.ctx, slices.Clip(head), o.limit)
	if err != nil {
		return err
	}
	o.read = int64(len(data))
	return o.last(data, cut)
}

// usefulWords is how many words the first part of a page has to have: with fewer it may be a menu.
const usefulWords = 200

// first sends the article that a first part of the text makes, and reports whether it did; where that holds no word
// yet it sends only how much there is.
func (o *opening) first(data []byte) (shown bool, err error) {
	r, err := o.look(data)
	if err == nil {
		r.Reading, err = r.Beginning()
	}
	if errors.Is(err, parse.ErrEmpty) {
		return false, o.progress()
	}
	if err != nil {
		return false, err
	}
	a := r.article()
	if a.Words < usefulWords && a.Format == parse.HTML {
		return false, o.progress()
	}
	a.Partial = true
	return true, o.send(model.Opening{Article: a, Read: o.read, Size: o.size})
}

// progress sends how much has come.
func (o *opening) progress() error { return o.send(model.Opening{Read: o.read, Size: o.size}) }

// last sends the whole article. Reading a long one takes a while and cannot be stopped, so it is done aside,
// one at a time, and forgotten when ctx ends.
func (o *opening) last(data []byte, cut bool) error {
	_ = o.src.Close() // its connection is free before the pages after it ask for one
	if len(data) <= wholeBytes {
		return o.pages(o.article(o.from, data, cut))
	}
	select {
	case o.heavy <- struct{}{}:
	case <-o.ctx.Done():
		return o.ctx.Err()
	}
	type result struct {
		article model.Article
		err     error
	}
	done := make(chan result, 1)
	o.Pool.Start("read "+o.ref, func() {
		defer func() { <-o.heavy }()
		a, err := o.article(o.from, data, cut)
		done <- result{a, err}
	})
	select {
	case r := <-done:
		return o.pages(r.article, r.err)
	case <-o.ctx.Done():
		return o.ctx.Err()
	}
}

// pages sends an article, and when it goes on on other pages, it again as each of them is behind it.
func (o *opening) pages(a model.Article, err error) error {
	if err != nil || a.Next == "" || o.from.page == nil {
		return o.whole(a, err)
	}
	grown := func(a model.Article) error {
		a.Partial = true
		return o.send(model.Opening{Article: a, Read: o.read, Size: max(o.size, o.read)})
	}
	if err := grown(a); err != nil {
		return err
	}
	return o.whole(o.join(o.ctx, a, o.from, grown))
}

func (o *opening) whole(a model.Article, err error) error {
	if err != nil {
		return err
	}
	return o.send(model.Opening{Article: a, Read: o.read, Size: max(o.size, o.read)})
}

// send hands a step over. Its error says that nobody wants more.
func (o *opening) send(step model.Opening) error {
	select {
	case o.out <- step:
		return o.ctx.Err()
	case <-o.ctx.Done():
		return o.ctx.Err()
	}
}
