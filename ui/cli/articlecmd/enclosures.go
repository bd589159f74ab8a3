package articlecmd

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"lede/model"
	"lede/model/attached"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// enclosuresCommand lists the files that go with an article.
func (f commands) enclosuresCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "enclosures FILE | URL | ID",
		Short:   "List the files attached to an article, such as a podcast's episode",
		Example: "lede enclosures 6f1d2b3c4d",
		Args:    frame.OneRef,
		RunE: func(c *cobra.Command, args []string) error {
			a, err := f.Article(c, args[0])
			if err != nil {
				return err
			}
			return f.enclosures(attached.Of(&a), asJSON)
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}

// enclosed is an attached file in the output of the command.
type enclosed struct {
	Number int    `json:"number"`
	Name   string `json:"name"`
	Facts  string `json:"facts,omitempty"` // its kind, size and length, as far as the feed says
	URL    string `json:"url"`
}

func (f commands) enclosures(files []attached.File, asJSON bool) error {
	if asJSON {
		list := []enclosed{}
		for i, file := range files {
			list = append(list, enclosed{i + 1, file.Name, file.Facts, file.URL})
		}
		return f.List(list, len(list))
	}
	if len(files) == 0 {
		return errNoFiles
	}
	var lines []string
	for i, file := range files {
		facts := ""
		if file.Facts != "" {
			facts = " (" + file.Facts + ")"
		}
		lines = append(lines, fmt.Sprintf("%4d  %s%s  %s", i+1, file.Name, facts, file.URL))
	}
	return f.Lines(lines)
}

var errNoFiles = console.Nothing("no files are attached to this article")

// downloadCommand saves a file that goes with an article.
func (f commands) downloadCommand() *cobra.Command {
	all, folder := false, ""
	c := &cobra.Command{
		Use:   "download FILE | URL | ID [N]",
		Short: "Save a file attached to an article",
		Long: "download saves the attached file N of an article, as lede enclosures numbers them; without N the\n" +
			"only one. It goes to your download folder, or where downloads in the settings says. A download\n" +
			"that breaks off, or that ctrl+c stops, goes on from there when you give the command again.",
		Example: "lede download --to ~/Podcasts 6f1d2b3c4d 1",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 2 {
				return nil
			}
			return frame.OneRef(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			a, err := f.Article(c, args[0])
			if err != nil {
				return err
			}
			files, err := wanted(&a, args[1:], all)
			if err != nil {
				return err
			}
			return f.download(c, files, folder)
		},
	}
	c.Flags().BoolVar(&all, "all", false, "save all attached files")
	c.Flags().StringVar(&folder, "to", "", "save it in `FOLDER`")
	_ = c.MarkFlagDirname("to")
	return c
}

// wanted are the files of an article that a number names, or all of them, or the only one.
func wanted(a *model.Article, number []string, all bool) ([]attached.File, error) {
	files := attached.Of(a)
	switch {
	case len(files) == 0:
		return nil, errNoFiles
	case all && len(number) > 0:
		return nil, console.Misused(fmt.Errorf("--all saves every file: leave out the number %s", number[0]))
	case all, len(files) == 1 && len(number) == 0:
		return files, nil
	case len(number) == 0:
		return nil, console.Misused(fmt.Errorf("%d files are attached to this article: name one by the number that "+
			"lede enclosures shows, or save them with --all", len(files)))
	}
	n, err := strconv.Atoi(number[0])
	switch {
	case err != nil:
		return nil, console.Misused(fmt.Errorf("%q is not the number of a file", number[0]))
	case n < 1 || n > len(files):
		return nil, console.Nothing(fmt.Sprintf("there is no file %d: %d are attached to this article", n, len(files)))
	}
	return files[n-1 : n], nil
}

// download saves files one after another, and says of each where it is, or why not.
func (f commands) download(c *cobra.Command, files []attached.File, folder string) error {
	l, err := f.Kept()
	if err != nil {
		return err
	}
	ctx, stop := f.Until(c.Context())
	defer stop()
	failed := false
	for _, file := range files {
		last := f.follow(l.Into(folder).Download(ctx, file))
		switch {
		case last.Err != nil:
			failed = true
			f.Report(last.Err)
		case last.Path == "":
			f.Say("Stopped. The same command goes on with " + last.Name + " where it was stopped.")
			return console.Ended(ctx)
		default:
			if err := f.Lines([]string{last.Path}); err != nil {
				return err
			}
		}
	}
	if failed {
		return console.Exit(console.Failed)
	}
	return nil
}

// follow shows how far a download is, and returns its last step.
func (f commands) follow(steps <-chan attached.Progress) (last attached.Progress) {
	bar := f.NewBar()
	defer bar.Clear()
	for last = range steps {
		if !last.Last {
			bar.Show("Downloading " + last.Name + " · " + last.String() + " · ctrl+c stops it")
		}
	}
	return last
}
