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
	"lede/ui/cli/console"
	"lede/ui/cli/terminal"
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
	p.TellLoose(a)
	return p.Write(func(w io.Writer) error {
		width := 80
		if cells, ok := terminal.Columns(p.Stdout); ok {
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
	for one := range library.List(ctx) {
		switch e := one.Entry; {
		case one.Err != nil:
			broken = broken || !errors.Is(one.Err, fetch.ErrNoArticles)
			errs = errors.Join(errs, p.Mention(one.Err))
		case !listed[e.Ref]:
			listed[e.Ref] = true
			if err := p.Lines([]string{row(e)}); err != nil {
				return err
			}
		}
	}
	if len(listed) == 0 && !broken {
		return console.Exit(console.NothingFound)
	}
	return errs
}

// row is one line, whatever a file is called.
func row(e model.Entry) string {
	parts := []string{clean.Line(e.Ref), e.Title, export.Byline(e)}
	return strings.TrimRight(strings.Join(parts, "\t"), "\t")
}
