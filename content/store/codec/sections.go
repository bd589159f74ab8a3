// Package codec writes the parts of an article that have no columns of their own, its sections and topics, and reads
// them back.
package codec

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"lede/content/store/db"
	"lede/model"
)

// BodyVersion is the version of the form that sections are kept in: deflated JSON. A reader of version v reads all
// forms up to v.
const BodyVersion = 1

// maxBody bounds what a damaged file can make of a body.
const maxBody = 1 << 30

// deflaters are kept for reuse: one takes longer to make than to use.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // the level is right
	return w
}}

// Deflate compresses data for the file.
func Deflate(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, ok := deflaters.Get().(*flate.Writer)
	if !ok {
		return nil, errors.New("no writer") // nothing else is put in
	}
	defer deflaters.Put(w)
	w.Reset(&out)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

// Inflate gives back what Deflate was given, or db.ErrDamaged.
func Inflate(data []byte) ([]byte, error) {
	out, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), maxBody))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", db.ErrDamaged, err)
	}
	return out, nil
}

// section and block are how sections are kept. The letters save space, and fields that are empty are left out.
type section struct {
	Title  string  `json:"t,omitempty"`
	Level  int     `json:"l,omitempty"`
	Blocks []block `json:"b,omitempty"`
}

type block struct {
	Kind       model.BlockKind `json:"k"`
	Sub        string          `json:"s,omitempty"` // of prose and notices
	Source     string          `json:"x,omitempty"`
	Plain      string          `json:"p,omitempty"`
	Continued  bool            `json:"c,omitempty"`
	Standfirst bool            `json:"f,omitempty"`
	Callout    *model.Callout  `json:"call,omitempty"`
	Language   string          `json:"g,omitempty"`
	Post       *model.Post     `json:"post,omitempty"`
	Body       []block         `json:"body,omitempty"` // of a post
	Related    *model.Related  `json:"rel,omitempty"`
	Image      *model.Image    `json:"img,omitempty"`
}

// EncodeSections writes sections as a row of the table of texts has them, in the form of BodyVersion.
func EncodeSections(sections []model.Section) ([]byte, error) {
	var out bytes.Buffer
	w, ok := deflaters.Get().(*flate.Writer)
	if !ok {
		return nil, errors.New("no writer") // nothing else is put in
	}
	defer deflaters.Put(w)
	w.Reset(&out)
	if err := writeSections(w, sections); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

// writeSections writes sections as a list in JSON, block by block: that of a long text would be as long again.
func writeSections(w io.Writer, sections []model.Section) error {
	e := &listWriter{w: w}
	e.text("[")
	for i, s := range sections {
		e.comma(i)
		head := e.marshal(section{Title: s.Title, Level: s.Level})
		if len(s.Blocks) == 0 {
			e.text(head)
			continue
		}
		if head = strings.TrimSuffix(head, "}"); head != "{" {
			head += ","
		}
		e.text(head + `"b":[`)
		for j, b := range s.Blocks {
			e.comma(j)
			e.text(e.marshal(encodeBlock(b)))
		}
		e.text("]}")
	}
	e.text("]")
	return e.err
}

// listWriter writes parts of a list in JSON, up to the first error.
type listWriter struct {
	w   io.Writer
	err error
}

func (e *listWriter) comma(i int) {
	if i > 0 {
		e.text(",")
	}
}

func (e *listWriter) text(s string) {
	if e.err == nil {
		_, e.err = io.WriteString(e.w, s)
	}
}

func (e *listWriter) marshal(v any) string {
	data, err := json.Marshal(v)
	if e.err == nil {
		e.err = err
	}
	return string(data)
}

func encodeBlock(b model.Block) block {
	out := block{Kind: model.KindOf(b)}
	switch b := b.(type) {
	case model.Prose:
		out.Sub, out.Source, out.Plain = string(b.Kind), b.Source, b.Plain
		out.Continued, out.Standfirst = b.Continued, b.Standfirst
		if b.Callout != (model.Callout{}) {
			out.Callout = &b.Callout
		}
	case model.Code:
		out.Language, out.Source = b.Language, b.Source
	case model.Notice:
		out.Sub, out.Source, out.Plain = string(b.Kind), b.Source, b.Plain
	case model.Post:
		for _, inner := range b.Body {
			out.Body = append(out.Body, encodeBlock(inner))
		}
		b.Body = nil
		out.Post = &b
	case model.Related:
		out.Related = &b
	case model.Image:
		out.Image = &b
	}
	return out
}

// DecodeSections gives back what EncodeSections of a version was given. It returns db.ErrNewer for a form that a later
// lede writes, and db.ErrDamaged for bytes that are none.
func DecodeSections(version int, data []byte) ([]model.Section, error) {
	if version > BodyVersion {
		return nil, db.ErrNewer
	}
	data, err := Inflate(data)
	if err != nil {
		return nil, err
	}
	var kept []section
	if err := json.Unmarshal(data, &kept); err != nil {
		return nil, fmt.Errorf("%w: %w", db.ErrDamaged, err)
	}
	out := make([]model.Section, len(kept))
	for i, s := range kept {
		out[i] = model.Section{Title: s.Title, Level: s.Level}
		out[i].Blocks = decodeBlocks(s.Blocks)
	}
	return out, nil
}

func decodeBlocks(kept []block) []model.Block {
	var out []model.Block
	for _, b := range kept {
		if b, ok := b.decode(); ok {
			out = append(out, b)
		}
	}
	return out
}

// decode gives the block back; false for one that a damaged file made up.
func (b block) decode() (model.Block, bool) {
	switch {
	case b.Kind == model.ProseBlock:
		p := model.Prose{
			Kind: model.ProseKind(b.Sub), Source: b.Source, Plain: b.Plain,
			Continued: b.Continued, Standfirst: b.Standfirst,
		}
		if b.Callout != nil {
			p.Callout = *b.Callout
		}
		return p, true
	case b.Kind == model.CodeBlock:
		return model.Code{Language: b.Language, Source: b.Source}, true
	case b.Kind == model.NoticeBlock:
		return model.Notice{Kind: model.NoticeKind(b.Sub), Source: b.Source, Plain: b.Plain}, true
	case b.Kind == model.PostBlock && b.Post != nil:
		p := *b.Post
		p.Body = decodeBlocks(b.Body)
		return p, true
	case b.Kind == model.RelatedBlock && b.Related != nil:
		return *b.Related, true
	case b.Kind == model.ImageBlock && b.Image != nil:
		return *b.Image, true
	}
	return nil, false
}

// KindBits is a bit for each kind of block that an article has.
func KindBits(a model.Article) int {
	bits := 0
	for _, s := range a.Sections {
		for _, b := range s.Blocks {
			bits |= KindBit(model.KindOf(b))
		}
	}
	return bits
}

// KindBit is the bit of one kind of block in KindBits.
func KindBit(k model.BlockKind) int {
	switch k {
	case model.ProseBlock:
		return 1
	case model.CodeBlock:
		return 2
	case model.PostBlock:
		return 4
	case model.RelatedBlock:
		return 8
	case model.NoticeBlock:
		return 16
	case model.ImageBlock:
		return 32
	}
	return 0
}
