package fetch

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"path"
	"time"
)

// Page is what an answer says of the page that it brings.
type Page struct {
	URL     string   // where the page was found in the end
	Kind    Kind     // what it is, "" when that is left to its name and its text
	Charset string   // the encoding that the header declares, or ""
	Notes   []string // what the reader should know of the way to it, each a sentence
	body    *body
}

// Cut returns a sentence that says why the page is incomplete, once it has been read to its end; "" when it is whole.
func (p *Page) Cut() string { return p.body.cut() }

// TooShort returns the sentence for a page at ref that ended early, before its text came; nil when it is whole.
func (p *Page) TooShort(ref string) error { return p.body.tooShort(ref, "its text") }

// answer makes a source of an answer.
func (t *trip) answer(ctx context.Context, a *asked) (*Source, error) {
	src, err := t.source(ctx, a)
	if err != nil {
		a.close()
		return nil, err
	}
	return src, nil
}

func (t *trip) source(ctx context.Context, a *asked) (*Source, error) {
	if err := t.status(a.Response); err != nil {
		return nil, err
	}
	if err := t.wall(a.Request.URL); err != nil {
		return nil, err
	}
	media, charset := declared(a.Header.Get("Content-Type"))
	if err := t.readable(media); err != nil {
		return nil, err
	}
	b, err := t.unpack(ctx, a, media)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(b, sniffBytes)
	head, err := in.Peek(sniffBytes)
	if len(head) == 0 && err != nil && !errors.Is(err, io.EOF) {
		return nil, t.failure(ctx, a.Request.URL, err)
	}
	kind, err := t.kind(media, head)
	if err != nil {
		return nil, err
	}
	p := &Page{URL: a.Request.URL.String(), Kind: kind, Charset: charset, Notes: t.notes, body: b}
	src := &Source{
		ReadCloser: closing{in, func() { a.close(); t.end() }}, Name: pageName(a.Request.URL),
		Slow: true, Page: p,
	}
	if a.ContentLength > 0 && !b.packed {
		src.Size = a.ContentLength
	}
	if at, err := http.ParseTime(a.Header.Get("Last-Modified")); err == nil {
		src.Modified = at.UTC().Round(time.Second)
	}
	return src, nil
}

// pageName is the name of a page for its format and a last-resort title: the last part of its path, or its host.
func pageName(u *url.URL) string {
	if name := path.Base(u.Path); name != "/" && name != "." {
		return name
	}
	return u.Hostname()
}

// closing reads from one thing and closes by another.
type closing struct {
	io.Reader
	close func()
}

// Close implements io.Closer.
func (c closing) Close() error {
	c.close()
	return nil
}
