package librarycmd

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/model/clean"
	"lede/model/figure"
	"lede/model/query"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// dbCommand looks after the file of the library.
func (f commands) dbCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "db check | backup | recover | vacuum",
		Short:   "Look after the library file",
		Example: "lede db check",
	}
	return frame.Group(
		c,
		f.dbTask("check", "Look through the whole file for damage", f.dbCheck),
		f.dbTask("backup", "Write the library to a new file beside it; the last three stay", f.dbBackup),
		f.dbRecoverCommand(),
		f.dbTask("vacuum", "Free the disk space of removed articles", f.dbVacuum),
	)
}

func (f commands) dbTask(name, short string,
	run func(c *cobra.Command, l *content.Library, asJSON bool) error,
) *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     name,
		Short:   short,
		Example: "lede db " + name,
		Args:    frame.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			l, err := f.Existing()
			if err != nil {
				return err
			}
			return run(c, l, asJSON)
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}

// checked is the JSON of db check.
type checked struct {
	Path     string   `json:"path"`
	Sound    bool     `json:"sound"`
	Articles int      `json:"articles"`
	Problems []string `json:"problems"`
}

func (f commands) dbCheck(c *cobra.Command, l *content.Library, asJSON bool) error {
	wrong, err := l.Inspect(c.Context())
	if err != nil {
		return err
	}
	if len(wrong) > 0 {
		if asJSON {
			if err := f.JSONLine(checked{f.LibraryPath(), false, 0, wrong}); err != nil {
				return err
			}
			return console.Exit(console.Failed)
		}
		for _, w := range wrong {
			_, _ = fmt.Fprintln(f.Stderr, "  "+clean.Line(w))
		}
		return fmt.Errorf("the library %s is damaged: save what can be read with: %s", f.LibraryPath(),
			l.Command("db recover"))
	}
	n, err := l.Count(c.Context(), query.Query{})
	if err != nil {
		return err
	}
	return f.Tell(asJSON, checked{f.LibraryPath(), true, n, []string{}}, "The library is sound: "+figure.Articles(n)+".")
}

// written is where a file of the library is, as JSON.
type written struct {
	Path     string `json:"path"`
	Saved    int    `json:"saved,omitempty"`    // articles
	Textless int    `json:"textless,omitempty"` // articles of which only the entry is left
	Old      string `json:"old,omitempty"`      // where the damaged file is now
}

func (f commands) dbBackup(c *cobra.Command, l *content.Library, asJSON bool) error {
	path, err := l.Backup(c.Context())
	if err != nil {
		return err
	}
	return f.Tell(asJSON, written{Path: path}, "The backup is "+clean.Line(path)+".")
}

// dbRecoverCommand saves a damaged library, or puts a backup in its place.
func (f commands) dbRecoverCommand() *cobra.Command {
	from := ""
	c := f.dbTask("recover", "Save what can be read of a damaged library into a new one",
		func(c *cobra.Command, l *content.Library, asJSON bool) error {
			ctx, stop := f.Until(c.Context())
			defer stop()
			err := f.dbRecover(ctx, l, from, asJSON)
			if err != nil && ctx.Err() != nil {
				return f.Leave(ctx)
			}
			return err
		})
	c.Flags().StringVar(&from, "from", "", "put a copy of the backup `FILE` in the library's place instead")
	return c
}

func (f commands) dbRecover(ctx context.Context, l *content.Library, backup string, asJSON bool) error {
	if backup != "" {
		n, old, err := l.RecoverFrom(ctx, backup)
		if err != nil {
			return err
		}
		return f.Tell(asJSON, written{Path: f.LibraryPath(), Saved: n, Old: old},
			fmt.Sprintf("The library was restored from the backup: %s. The former one is kept as %s.", figure.Articles(n),
				clean.Line(old)))
	}
	saved, old, err := l.Recover(ctx)
	if err != nil {
		return err
	}
	told := "Saved " + figure.Articles(saved.Articles)
	if saved.Textless > 0 {
		told += fmt.Sprintf(", %s of them without text", figure.Number(saved.Textless))
	}
	return f.Tell(asJSON, written{f.LibraryPath(), saved.Articles, saved.Textless, old},
		told+". The damaged file is kept as "+clean.Line(old)+".")
}

func (f commands) dbVacuum(c *cobra.Command, l *content.Library, asJSON bool) error {
	if err := l.Vacuum(c.Context()); err != nil {
		return err
	}
	return f.Tell(asJSON, written{Path: f.LibraryPath()}, "Done.")
}
