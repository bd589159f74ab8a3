package fetch

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"lede/model/figure"
)

// FileRequest is what is asked of the server of a file that is to be saved.
type FileRequest struct {
	URL      string
	From     int64  // how much of it is here already, in bytes
	ETag     string // as the server sent it with that part, or ""
	Modified string // its Last-Modified, likewise
	Size     int64  // how large the server said that the file is; -1 when it did not
	Home     bool   // its host may be at a private address
	Most     int64  // the largest file that is wanted, in bytes
}

// validator is what shows a server which file the part that is here is of; "" when nothing does so beyond doubt.
// RFC 9110 wants a strong one: a weak ETag is none.
func (r *FileRequest) validator() string {
	if r.ETag != "" && !strings.HasPrefix(r.ETag, "W/") {
		return r.ETag
	}
	if r.ETag == "" {
		return r.Modified
	}
	return ""
}

// File is a file on its way. Its bytes are those that follow the first From ones; an end before the whole file is
// here is an error, a sentence. Close it when done.
type File struct {
	in   io.Reader
	trip *trip
	ctx  context.Context
	a    *asked
	most int64 // of bytes that may still come

	Names    []string // what it may be called, the best first; they may hold anything
	From     int64    // FileRequest.From, or 0 when the whole file comes
	Size     int64    // of the whole file; -1 when it is not known
	ETag     string   // as the server sends it, or ""
	Modified string   // its Last-Modified, likewise
}

// aDay is how long a file may be on its way at most, as long as bytes of it come.
const aDay = 24 * time.Hour

// File asks for a file, or for what is missing of it. Where the server has another file by now, or sends no parts,
// the whole file comes: then From is 0. Its errors are sentences.
func (w *Web) File(ctx context.Context, r FileRequest) (*File, error) {
	u, err := webAddress(r.URL)
	if err != nil {
		return nil, addressError(r.URL, err)
	}
	t := &trip{web: w, times: w.Times.filled(), ref: r.URL, from: u, file: &r}
	t.times.Whole = aDay
	if host := u.Hostname(); r.Home || w.Typed != nil && w.Typed(host) {
		t.trusted = host
	}
	ctx, t.cancel = context.WithCancelCause(ctx)
	a, err := t.arrive(ctx, u)
	if err != nil {
		t.end()
		return nil, err
	}
	f := &File{trip: t, ctx: ctx, a: a}
	if err := f.begin(u); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// fileHeaders are what a request for a file says: its bytes are wanted as they are, and only those that are missing.
func (t *trip) fileHeaders(r *http.Request) {
	r.Header.Set("Accept", "*/*")
	r.Header.Set("Accept-Encoding", "identity")
	if mark := t.file.validator(); t.file.From > 0 && mark != "" {
		r.Header.Set("Range", "bytes="+strconv.FormatInt(t.file.From, 10)+"-")
		r.Header.Set("If-Range", mark)
	}
}

// errRange says that a server has answered with another part than the one that was asked for.
var errRange = errors.New("another part than was asked for")

// IsOtherPart reports whether an error of File is that the server has sent, or has, no such part of the file: it has
// to be asked for the whole.
func IsOtherPart(err error) bool { return errors.Is(err, errRange) }

// IsPrivate reports whether an error is that a host is at a private address, and was not asked for that.
func IsPrivate(err error) bool {
	var private privateError
	return errors.As(err, &private)
}

// begin reads the head of the answer.
func (f *File) begin(asked *url.URL) error {
	t, r := f.trip, f.trip.file
	if f.a.StatusCode == http.StatusRequestedRangeNotSatisfiable && r.From > 0 {
		return t.error("the server has no more of it", againAdvice, errRange)
	}
	if err := t.fileStatus(f.a.Response); err != nil {
		return err
	}
	if err := t.wall(f.a.Request.URL); err != nil {
		return err
	}
	media, _ := declared(f.a.Header.Get("Content-Type"))
	ext := strings.ToLower(path.Ext(f.a.Request.URL.Path))
	switch {
	case media == "text/html" && ext != "" && !strings.HasPrefix(ext, ".htm"):
		return t.error("the server sends a page in place of the file", browserAdvice, nil)
	case len(codingsOf(f.a.Header)) > 0:
		return t.error("the server sends it packed, which was not asked for", browserAdvice, nil)
	}
	f.ETag, f.Modified = f.a.Header.Get("ETag"), f.a.Header.Get("Last-Modified")
	f.Names = []string{disposed(f.a.Header), nameOf(f.a.Request.URL), nameOf(asked)}
	if err := f.measure(); err != nil {
		return err
	}
	if f.Size > r.Most {
		return f.tooLarge(figure.Bytes(f.Size))
	}
	f.most = r.Most - f.From
	f.in = &attentive{in: f.a.Body, trip: t}
	return nil
}

// ofFiles says of a file what is said of a page.
var ofFiles = strings.NewReplacer("such page", "such file", "the page", "the file")

// fileStatus is status in the words of files.
func (t *trip) fileStatus(a *http.Response) error {
	err := t.status(a)
	var known *Error
	if !errors.As(err, &known) {
		return err
	}
	return NewError(t.ref, ofFiles.Replace(known.Problem), known.Advice, known.Err)
}

// measure finds out where what comes begins, and how large the file is.
func (f *File) measure() error {
	f.Size = -1
	if f.a.StatusCode != http.StatusPartialContent {
		if f.a.ContentLength >= 0 {
			f.Size = f.a.ContentLength
		}
		return nil
	}
	r := f.trip.file
	from, size, ok := contentRange(f.a.Header.Get("Content-Range"))
	known := r.Size >= 0 && size >= 0
	if !ok || from != r.From || known && size != r.Size || r.ETag != "" && f.ETag != "" && f.ETag != r.ETag {
		return f.trip.error("the server sends another part of it than was asked for", againAdvice, errRange)
	}
	f.From, f.Size = from, max(size, r.Size)
	return nil
}

// contentRange reads the header of that name: where a part begins, and how large the whole is, -1 when that is not
// known.
func contentRange(s string) (from, size int64, ok bool) {
	part, whole, ok := strings.Cut(strings.TrimPrefix(s, "bytes "), "/")
	first, _, dash := strings.Cut(part, "-")
	from, err := strconv.ParseInt(first, 10, 64)
	if !ok || !dash || err != nil || from < 0 {
		return 0, 0, false
	}
	if whole == "*" {
		return from, -1, true
	}
	size, err = strconv.ParseInt(whole, 10, 64)
	return from, size, err == nil && size > from
}

// disposed is the name that a server gives to a file, "" for none.
func disposed(h http.Header) string {
	_, params, err := mime.ParseMediaType(h.Get("Content-Disposition"))
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		return ""
	}
	return params["filename"]
}

// nameOf is the last part of the path of an address, "" for none.
func nameOf(u *url.URL) string {
	if name := path.Base(u.Path); name != "/" && name != "." {
		return name
	}
	return ""
}

// Read implements io.Reader.
func (f *File) Read(p []byte) (int, error) {
	n, err := f.in.Read(p)
	if f.most -= int64(n); f.most < 0 {
		return 0, f.tooLarge("more")
	}
	if err == nil || errors.Is(err, io.EOF) {
		return n, err
	}
	return n, f.trip.failure(f.ctx, f.a.Request.URL, err)
}

// tooLarge is the sentence for a file that is larger than is wanted.
func (f *File) tooLarge(size string) error {
	most := figure.Bytes(f.trip.file.Most)
	problem := "it is " + size + ", and more than " + most + " are not downloaded"
	if size == "more" {
		problem = "more than " + most + " are not downloaded, and there is more of it"
	}
	return f.trip.error(problem, "Raise download_limit in the settings, or open it in the browser", nil)
}

// Close implements io.Closer.
func (f *File) Close() error {
	f.a.close()
	f.trip.end()
	return nil
}
