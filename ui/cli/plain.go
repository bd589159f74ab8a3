package cli

import (
	"context"
	"errors"
	"io"
	"strings"

	"lede/content"
	"lede/content/export"
	"lede/content/fetch"
	"lede/model"
	"lede/model/clean"
)

// plainOpen is lede where no screen can be drawn: one article as text, of several a line each.
func (p *program) plainOpen(ctx context.Context, library *content.Library, refs []string) error {
	if !single(refs) {
		return p.plainList(ctx, library)
	}
	a, err := library.Read(ctx, refs[0])
	if err != nil {
		return err
	}
	p.tellLoose(a)
	return p.write(func(w io.Writer) error {
		width := 80
		if cells, ok := columns(p.stdout); ok {
			width = cells
		}
		return export.Write(w, "plain", a, export.Options{Width: width})
	})
}

// plainList writes a line for each article: reference, title, site, authors, date and minutes.
func (p *program) plainList(ctx context.Context, library *content.Library) error {
	var errs error
	broken := false // something is there, and cannot be read
	listed := map[string]bool{}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for batch := range library.List(ctx) {
		if batch.Stage != content.StageReading {
			break
		}
		var lines []string
		for _, e := range batch.Entries {
			if !listed[e.Ref] {
				listed[e.Ref] = true
				lines = append(lines, row(e))
			}
		}
		for _, err := range batch.Errs {
			broken = broken || !errors.Is(err, fetch.ErrNoArticles)
			errs = errors.Join(errs, p.mention(err))
		}
		if len(lines) == 0 {
			continue
		}
		if err := p.lines(lines); err != nil {
			return err
		}
	}
	if len(listed) == 0 && !broken {
		return exitError(nothing)
	}
	return errs
}

// row is one line, whatever a file is called.
func row(e model.Entry) string {
	parts := []string{clean.Line(e.Ref), e.Title, export.Byline(e)}
	return strings.TrimRight(strings.Join(parts, "\t"), "\t")
}
