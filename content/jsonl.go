package content

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"lede/content/export"
	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/parse/matter"
	"lede/content/reading"
	"lede/content/shelf"
	"lede/content/topics"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

const (
	// parcelBytes is how much of JSON Lines a worker takes at once.
	parcelBytes = 128 << 10
	// maxLine is the longest line that is read, in bytes.
	maxLine = fetch.MaxBytes
)

// RowError says in one sentence what is wrong with a line of JSON Lines. Its text is clean.
type RowError struct {
	Ref     string
	Line    int // from 1
	Problem string
}

// Error is the sentence.
func (e *RowError) Error() string {
	return fmt.Sprintf("Line %d of %s was left out: %s.", e.Line, clean.Line(e.Ref), clean.Line(e.Problem))
}

// line is one line of JSON Lines.
type line struct {
	ref    string
	number int // from 1
	data   []byte
	long   bool // it was longer than maxLine; data is nil
}

// dealLines deals out the lines of the sources.
func (a *adding) dealLines(ctx context.Context, refs []string, deal func(parcel) bool) {
	for _, ref := range refs {
		src, err := a.Fetcher.Open(ctx, ref)
		if err != nil {
			if !deal(parcel{errs: []error{err}}) {
				return
			}
			continue
		}
		more, err := a.dealSource(ctx, ref, src, deal)
		_ = src.Close() // it was only read
		if err != nil {
			more = deal(parcel{errs: []error{fetch.ReadError(ref, err)}})
		}
		if !more {
			return
		}
	}
}

func (a *adding) dealSource(ctx context.Context, ref string, r io.Reader,
	deal func(parcel) bool,
) (more bool, err error) {
	in := bufio.NewReaderSize(r, 256<<10)
	var p parcel
	size := 0
	for number := 1; err == nil && ctx.Err() == nil; number++ {
		l := line{ref: ref, number: number}
		l.data, l.long, err = readLine(in)
		if len(bytes.TrimSpace(l.data)) > 0 || l.long {
			p.lines = append(p.lines, l)
			size += len(l.data)
		}
		if size >= parcelBytes || in.Buffered() == 0 && len(p.lines) > 0 {
			if !deal(p) {
				return false, nil
			}
			p, size = parcel{}, 0
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return ctx.Err() == nil && (len(p.lines) == 0 || deal(p)), err
}

// readLine returns the next line, without its end. Of one that is too long it returns nothing but that it was.
func readLine(in *bufio.Reader) (data []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(data)+len(part) > maxLine; long {
			data = nil
		} else {
			data = append(data, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return data, long, err
		}
	}
}

// record makes an article of a line: one that Export wrote, or a plain row such as
// {"title","url","date","topics":[…],"body"}, whose body is Markdown or text. A plain row may say all that front
// matter may.
func (l *Library) record(row line) (model.Record, error) {
	wrong := func(problem string) (model.Record, error) {
		return model.Record{}, &RowError{shownRef(row.ref), row.number, problem}
	}
	if row.long {
		return wrong("it is longer than 64 MB")
	}
	data := bytes.TrimSpace(bytes.TrimPrefix(row.data, []byte("\uFEFF")))
	if bytes.Contains(data, []byte(`"sections":`)) {
		return l.keptRecord(data, wrong)
	}
	var fields map[string]any
	if err := json.Unmarshal(data, &fields); err != nil || fields == nil {
		return wrong("it is not a JSON object" + because(err))
	}
	body, ok := fields["body"].(string)
	if !ok || strings.TrimSpace(body) == "" {
		return wrong(`it has no text under "body"`)
	}
	known := matter.Entry(fields, l.base)
	a, err := parse.Read([]byte(body), parse.Options{Base: l.base, Labels: l.Wordings(), Log: l.Log, Known: known})
	if err != nil {
		return wrong(err.Error())
	}
	if len(known.Topics) == 0 {
		a.Topics = topics.Of(reading.Beginning(a))
	}
	a.Source, a.Ref = shelf.SourceToKeep(a), a.URL
	a.Site = cmp.Or(a.Site, address.Name(a.URL))
	l.ApplyRules(&a)
	status := model.Status{Saved: true}
	status.Read, _ = fields["read"].(bool)
	status.Starred, _ = fields["starred"].(bool)
	return model.Record{Article: a, Status: status}, nil
}

func (l *Library) keptRecord(data []byte, wrong func(string) (model.Record, error)) (model.Record, error) {
	var form export.Kept
	if err := json.Unmarshal(data, &form); err != nil {
		return wrong("it is not an article" + because(err))
	}
	r := form.Record()
	if r.Article.ID == "" {
		r.Article.ID = parse.ID(r.Article.URL, []byte(r.Article.SearchText()))
	}
	for _, t := range l.tags {
		shelf.AddTopic(&r.Article, t)
	}
	return r, nil
}

// because reports what JSON says of a line.
func because(err error) string {
	var kind *json.UnmarshalTypeError
	if err == nil || errors.As(err, &kind) && kind.Field == "" {
		return ""
	}
	return " (" + strings.TrimPrefix(err.Error(), "json: ") + ")"
}

func shownRef(ref string) string {
	if ref == fetch.Stdin {
		return "standard input"
	}
	return fetch.Shown(ref)
}
