package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"time"

	"lede/model/figure"
)

// body reads a page to its end, or to where it may not go on: after MaxPage bytes, or where the connection breaks
// off. Only a page of which nothing has come ends with an error.
type body struct {
	ctx     context.Context // whose cause tells why it was ended
	in      io.Reader       // unpacked
	times   Times
	left    int   // bytes that may still be read
	some    bool  // something has come
	full    bool  // there was more than may be read
	partial bool  // the server says that it sends a part
	packed  bool  // what comes over the line is shorter than the page
	err     error // why no more came, or nil
	done    error // what Read returns from now on, or nil
}

// Read implements io.Reader.
func (b *body) Read(p []byte) (int, error) {
	if b.done != nil {
		return 0, b.done
	}
	if b.left <= 0 {
		var next [1]byte
		n, _ := io.ReadFull(b.in, next[:])
		b.full, b.done = n > 0, io.EOF
		return 0, b.done
	}
	n, err := b.in.Read(p[:min(len(p), b.left)])
	b.left -= n
	b.some = b.some || n > 0
	if err != nil {
		b.done = b.ended(err)
	}
	return n, b.done
}

// ended is what a reader learns of the end of the page. What is behind a packed text is no part of it.
func (b *body) ended(err error) error {
	if errors.Is(err, io.EOF) || b.some && errors.Is(err, gzip.ErrHeader) {
		return io.EOF
	}
	if errors.Is(context.Cause(b.ctx), context.Canceled) {
		return context.Canceled
	}
	b.err = err
	if b.some {
		return io.EOF
	}
	return err
}

func (b *body) cut() string {
	var packed packedError
	switch cause := context.Cause(b.ctx); {
	case b.full:
		return "lede cut this page at 16 MB. The page goes on."
	case b.partial:
		return "The server sent only a part of this page."
	case b.err == nil:
		return ""
	case errors.Is(cause, errStalled):
		return "No more came for " + figure.Seconds(b.times.Stall) + ": the rest of this page is missing."
	case errors.Is(cause, errLate):
		return "After " + figure.Seconds(b.times.Whole) + " this page had not ended: its rest is missing."
	case errors.As(b.err, &packed):
		return "What follows cannot be unpacked: the rest of this page is missing."
	default:
		return "The connection broke off: the rest of this page is missing."
	}
}

// attentive reads what comes over the line, and ends the trip when no byte comes for too long.
type attentive struct {
	in   io.Reader
	trip *trip
	err  error // the last one
}

// Read implements io.Reader.
func (a *attentive) Read(p []byte) (int, error) {
	stalled := time.AfterFunc(a.trip.times.Stall, func() { a.trip.cancel(errStalled) })
	defer stalled.Stop()
	n, err := a.in.Read(p)
	a.err = err
	return n, err
}
