package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"lede/content/export"
)

// topicsCommand writes what articles are about.
func (p *program) topicsCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "topics FILE…",
		Short:   "Write what articles are about",
		Example: "lede topics *.txt",
		Args:    refs(0),
		RunE:    func(c *cobra.Command, args []string) error { return p.topics(c, args, asJSON) },
	}
	jsonFlag(c, &asJSON)
	return c
}

// topicsOf is a row of the command's output.
type topicsOf struct {
	Ref    string         `json:"ref"`
	Title  string         `json:"title"`
	Topics []export.Topic `json:"topics"`
}

func (p *program) topics(c *cobra.Command, refs []string, asJSON bool) error {
	rows := []topicsOf{}
	var lines []string
	var errs error
	found := 0
	for _, ref := range refs {
		a, err := p.article(c, ref)
		if err != nil {
			errs = errors.Join(errs, p.mention(err))
			continue
		}
		found += len(a.Topics)
		rows = append(rows, topicsOf{a.Ref, a.Title, export.JSONTopics(a.Topics)})
		line := export.TopicLine(a.Topics)
		if len(refs) > 1 {
			line = ref + ": " + line
		}
		lines = append(lines, strings.TrimSpace(line))
	}
	switch {
	case errs != nil && len(rows) == 0:
		return exitError(failed)
	case asJSON:
		errs = errors.Join(errs, p.list(rows, found))
	case found > 0:
		errs = errors.Join(errs, p.lines(lines))
	case errs == nil:
		return nothingError{"no topic was found"}
	}
	return errs
}

// mention tells an error that does not end the command.
func (p *program) mention(err error) error {
	p.report(err)
	return exitError(failed)
}
