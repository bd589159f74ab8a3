package fetch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// maxWindow is the most that a zstd stream may refer back to, as RFC 9659 has it for the web.
const maxWindow = 8 << 20

// unpack makes the body of an answer: what comes over the line, unpacked, as far as it may be read.
func (t *trip) unpack(ctx context.Context, a *asked, media string) (*body, error) {
	b := &body{ctx: ctx, times: t.times, left: MaxPage, partial: a.StatusCode == http.StatusPartialContent}
	codings := codingsOf(a.Header)
	if len(codings) > 1 {
		return nil, t.error("its text is packed more than once", browserAdvice, nil)
	}
	line := &attentive{in: a.Body, trip: t}
	raw := bufio.NewReaderSize(line, 32<<10)
	b.in = raw
	coding := ""
	if len(codings) == 1 {
		coding = codings[0]
	}
	head, err := raw.Peek(peekBytes)
	if len(head) == 0 && err != nil {
		if b.done = b.ended(err); b.err != nil {
			return nil, t.failure(ctx, a.Request.URL, b.err)
		}
		return b, nil
	}
	if coding == "" && strings.HasPrefix(media, "text/") && bytes.HasPrefix(head, []byte(gzipMark)) {
		coding = "gzip"
	}
	coding = packing(coding, head)
	if coding == "" {
		return b, nil
	}
	b.packed = true
	unpacked, err := unpacker(coding, raw)
	b.in = unpacking{unpacked, line}
	if err != nil {
		return nil, t.failure(ctx, a.Request.URL, packedIf(err, line))
	}
	return b, nil
}

// packedError is a text that cannot be unpacked although it came as it was sent.
type packedError struct{ error }

func (e packedError) Unwrap() error { return e.error }

// packedIf makes err a packedError when it is no fault of the line.
func packedIf(err error, line *attentive) error {
	cutOff := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if err == nil || cutOff || line.err != nil && errors.Is(err, line.err) {
		return err
	}
	return packedError{err}
}

// unpacking unpacks what comes over a line.
type unpacking struct {
	in   io.Reader
	line *attentive
}

// Read implements io.Reader.
func (u unpacking) Read(p []byte) (int, error) {
	n, err := u.in.Read(p)
	return n, packedIf(err, u.line)
}

// codingsOf are the packings that an answer declares, in the order in which they were applied.
func codingsOf(h http.Header) []string {
	var codings []string
	for _, c := range strings.Split(strings.Join(h.Values("Content-Encoding"), ","), ",") {
		switch c = strings.ToLower(strings.TrimSpace(c)); c {
		case "", "identity", "none", "utf-8":
		default:
			codings = append(codings, strings.TrimPrefix(c, "x-"))
		}
	}
	return codings
}

// peekBytes is how much of a text is looked at to tell whether it is packed as it says.
const peekBytes = 64

// gzipMark is what a gzip stream begins with.
const gzipMark = "\x1f\x8b"

// packing reports how a text that begins with head is packed. Some servers declare a packing and send the text
// unpacked.
func packing(declared string, head []byte) string {
	switch {
	case declared == "gzip" && !bytes.HasPrefix(head, []byte(gzipMark)), declared == "zstd" &&
		!bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")) && head[0]&0xf0 != 0x50:
		return ""
	case (declared == "br" || declared == "deflate") && readableText(head):
		return ""
	case declared == "deflate" && head[0]&0x0f == 8 && len(head) > 1 && (int(head[0])<<8+int(head[1]))%31 == 0:
		return "zlib"
	}
	return declared
}

// readableText reports whether bytes are text that no packing would come out as.
func readableText(head []byte) bool {
	for _, c := range head {
		if (c < ' ' || c >= 0x7f) && c != '\n' && c != '\r' && c != '\t' {
			return false
		}
	}
	return len(head) >= 16
}

func unpacker(packing string, in io.Reader) (io.Reader, error) {
	switch packing {
	case "":
		return in, nil
	case "gzip":
		return gzip.NewReader(in)
	case "zlib":
		return zlib.NewReader(in)
	case "deflate":
		return flate.NewReader(in), nil
	case "br":
		return brotli.NewReader(in), nil
	case "zstd":
		d, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxWindow(maxWindow))
		return d, err
	}
	return nil, fmt.Errorf("packing %q", packing)
}
