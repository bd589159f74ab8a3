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

// ending is how a page came to its end.
type ending int

const (
	whole     ending = iota
	full             // there was more than may be read
	partial          // the server sent a part
	stalled          // no byte came for too long
	late             // it took too long
	garbled          // it cannot be unpacked
	brokenOff        // the connection broke off
)

func (b *body) ending() ending {
	var packed packedError
	switch cause := context.Cause(b.ctx); {
	case b.full:
		return full
	case b.partial:
		return partial
	case b.err == nil:
		return whole
	case errors.Is(cause, errStalled):
		return stalled
	case errors.Is(cause, errLate):
		return late
	case errors.As(b.err, &packed):
		return garbled
	}
	return brokenOff
}

// cut says of a text that its rest is missing, and why; "" of a whole one.
func (b *body) cut() string {
	return map[ending]string{
		full:      "lede cut this page at 16 MB. The page goes on.",
		partial:   "The server sent only a part of this page.",
		stalled:   "No more came for " + figure.Seconds(b.times.Stall) + ": the rest of this page is missing.",
		late:      "After " + figure.Seconds(b.times.Whole) + " this page had not ended: its rest is missing.",
		garbled:   "What follows cannot be unpacked: the rest of this page is missing.",
		brokenOff: "The connection broke off: the rest of this page is missing.",
	}[b.ending()]
}

// tooShort is the sentence for a page that ended before what was looked for in it, such as its text; nil for a whole
// one.
func (b *body) tooShort(ref, sought string) error {
	came := figure.Bytes(int64(MaxPage - b.left))
	advice := againAdvice
	problem := ""
	switch b.ending() {
	case whole:
		return nil
	case full:
		problem, advice = "there is no text in its first 16 MB", browserAdvice
	case partial:
		problem = "the server sent only a part of it, without " + sought
	case stalled:
		problem = "after " + came + " no more came for " + figure.Seconds(b.times.Stall) + ", before " + sought
	case late:
		problem = "only " + came + " of it came in " + figure.Seconds(b.times.Whole) + ", without " + sought
	case garbled:
		problem, advice = "it cannot be unpacked after its first "+came, browserAdvice
	case brokenOff:
		problem = "the connection broke off after " + came + ", before " + sought
	}
	return NewError(ref, problem, advice, b.err)
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
