package fetch

import (
	"compress/gzip"
	"context"
	"io"
	"testing"
	"time"
)

func TestAPageThatEndsBeforeItsTextSaysWhy(t *testing.T) {
	ended := func(cause error) context.Context {
		ctx, cancel := context.WithCancelCause(context.Background())
		cancel(cause)
		return ctx
	}
	at := Times{Stall: 10 * time.Second, Whole: time.Minute}
	alive := context.Background()
	const came = MaxPage - 312
	for want, b := range map[string]*body{
		"": {ctx: alive, left: came},
		"there is no text in its first 16 MB. Open it in the browser":          {ctx: alive, full: true},
		"the server sent only a part of it, without its text. Try again later": {ctx: alive, left: came, partial: true},
		"after 312 bytes no more came for 10 s, before its text. Try again later": {
			ctx: ended(errStalled), left: came, err: context.Canceled,
		},
		"only 312 bytes of it came in 60 s, without its text. Try again later": {
			ctx: ended(errLate), left: came, err: context.Canceled,
		},
		"it cannot be unpacked after its first 312 bytes. Open it in the browser": {
			ctx: alive, left: came, err: packedError{gzip.ErrChecksum},
		},
		"the connection broke off after 312 bytes, before its text. Try again later": {
			ctx: alive, left: came, err: io.ErrUnexpectedEOF,
		},
	} {
		b.times = at
		err := b.tooShort("https://a.example/x", "its text")
		if want == "" {
			if err != nil {
				t.Errorf("a whole page is too short: %v", err)
			}
			continue
		}
		if want = "Cannot open https://a.example/x: " + want + "."; err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
