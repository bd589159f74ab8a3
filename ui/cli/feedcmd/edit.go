package feedcmd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/feeds"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
	"lede/ui/cli/frame"
)

// edited is a feed as the user edits it.
type edited struct {
	ID       model.ID          `toml:"id"`
	URL      string            `toml:"url"`
	Name     string            `toml:"name"`
	Folder   string            `toml:"folder"`
	Tags     []string          `toml:"tags"`
	Hidden   bool              `toml:"hidden"`
	Paused   bool              `toml:"paused"`
	FullText bool              `toml:"full_text"`
	Only     string            `toml:"only"`
	Skip     string            `toml:"skip"`
	MaxAge   int               `toml:"max_age"`
	Keep     int               `toml:"keep"`
	Agent    string            `toml:"agent"`
	Headers  map[string]string `toml:"headers"`
	Login    []string          `toml:"login"`
}

// head stands above the feeds.
const head = `# The feeds that you follow. Change what you like, save, and close the editor.
#
#   url        what is asked for; a feed of another address starts anew
#   name       what you call the feed; empty for its own name
#   folder     slashes part folders in folders: "News/Daily"
#   hidden     it and its entries are left out of the lists; the query feed:NAME finds them
#   paused     it is not asked for
#   full_text  the pages of teasers are fetched with each refresh
#   only skip  regular expressions for the titles of entries to take, and not to take
#   max_age    days after which its entries go to the trash; 0 keeps them
#   keep       how many entries stay; 0 keeps all. What you have starred, kept, tagged or begun always stays
#   agent      what lede calls itself to its server
#   headers    more to send, such as { X-Token = "abc" }
#   login      the command that prints NAME:PASSWORD, word by word: ["pass", "show", "news"]
#
# A feed without an id is a new one. One that you take out stays: lede feed remove forgets it.
`

// editCommand opens feeds in an editor.
func (f commands) editCommand() *cobra.Command {
	printed, file := false, ""
	c := &cobra.Command{
		Use:   "edit [FEED | FOLDER/]…",
		Short: "Edit feeds and all their settings as a text",
		Long: "edit opens feeds as TOML in the editor that VISUAL or EDITOR names, and keeps what you have changed.\n" +
			"--print writes that text, and --file takes one.",
		Example: "lede feed edit News/",
	}
	c.Flags().BoolVar(&printed, "print", false, "write the text to standard output")
	c.Flags().StringVar(&file, "file", "", "take the changes from `FILE`")
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		l, feeds, err := f.feeds(c.Context())
		if err != nil {
			return err
		}
		if file != "" {
			data, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			return f.apply(c.Context(), l, feeds, data, asJSON)
		}
		some := feeds
		if len(args) > 0 {
			if some, err = named(feeds, args); err != nil {
				return err
			}
		}
		text, err := view(some)
		if err != nil || printed {
			return errors.Join(err, f.Lines([]string{strings.TrimSuffix(text, "\n")}))
		}
		return f.edit(c.Context(), l, feeds, text, asJSON)
	}
	return c
}

// edit has the user change a text and applies it. A text with a mistake stays where it was written.
func (f commands) edit(
	ctx context.Context, l *content.Library, feeds []model.Subscription, text string, asJSON bool,
) error {
	dir, err := os.MkdirTemp("", "lede-feeds-*")
	if err != nil {
		return err
	}
	path := dir + "/feeds.toml"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return err
	}
	if err := f.Edit(ctx, path); err != nil {
		return errors.Join(err, os.RemoveAll(dir))
	}
	data, err := os.ReadFile(path) //nolint:gosec // it was made here
	if err == nil {
		err = f.apply(ctx, l, feeds, data, asJSON)
	}
	if err != nil {
		return fmt.Errorf("%w. Nothing was changed; your text is in %s: mend it, then lede feed edit --file %s",
			err, path, clean.Shell(path))
	}
	return os.RemoveAll(dir)
}

// view writes feeds for the user to edit.
func view(feeds []model.Subscription) (string, error) {
	var b strings.Builder
	b.WriteString(head)
	for i := range feeds {
		s := &feeds[i]
		fmt.Fprintf(&b, "\n# %s\n[[feed]]\n", clean.Line(s.Called()))
		for _, line := range []struct {
			key   string
			value any
			empty bool
		}{
			{"id", string(s.ID), false},
			{"url", s.URL, false},
			{"name", s.Name, false},
			{"folder", s.Folder, false},
			{"tags", s.Tags, len(s.Tags) == 0},
			{"hidden", s.Hidden, !s.Hidden},
			{"paused", s.Paused, !s.Paused},
			{"full_text", s.FullText, !s.FullText},
			{"only", s.Only, s.Only == ""},
			{"skip", s.Skip, s.Skip == ""},
			{"max_age", s.MaxAge, s.MaxAge == 0},
			{"keep", s.Keep, s.Keep == 0},
			{"agent", s.Agent, s.Agent == ""},
			{"headers", s.Headers, len(s.Headers) == 0},
			{"login", s.Login, len(s.Login) == 0},
		} {
			text, err := written(line.key, line.value)
			if err != nil {
				return "", err
			}
			if line.empty { // what is not set shows what could be
				text = "# " + text
			}
			b.WriteString(text)
		}
	}
	return b.String(), nil
}

// written is a line of TOML.
func written(key string, value any) (string, error) {
	switch v := value.(type) {
	case []string:
		if v == nil {
			value = []string{}
		}
	case map[string]string:
		var pairs []string
		for name, text := range v {
			pair, err := written(`"`+name+`"`, text)
			if err != nil {
				return "", err
			}
			pairs = append(pairs, strings.TrimSuffix(pair, "\n"))
		}
		slices.Sort(pairs)
		return key + " = {" + strings.Join(pairs, ", ") + "}\n", nil
	}
	data, err := toml.Marshal(map[string]any{"v": value})
	return key + strings.TrimPrefix(string(data), "v"), err
}

// apply keeps what an edited text says. It changes nothing when any of it is wrong.
func (f commands) apply(
	ctx context.Context, l *content.Library, feeds []model.Subscription, data []byte, asJSON bool,
) error {
	var text struct {
		Feed []edited `toml:"feed"`
	}
	d := toml.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&text); err != nil {
		return mistake(err)
	}
	var changes, fresh []model.Subscription
	for i := range text.Feed {
		e := &text.Feed[i]
		s, known, err := e.feed(feeds)
		switch {
		case err != nil:
			return fmt.Errorf("feed %d, %s: %w", i+1, clean.Masked(clean.Line(e.URL)), err)
		case !known:
			fresh = append(fresh, s)
		default:
			changes = append(changes, s)
		}
	}
	for _, s := range changes {
		if err := l.EditFeed(ctx, s); err != nil {
			return err
		}
	}
	if len(fresh) > 0 {
		if _, err := l.Subscribe(ctx, fresh...); err != nil {
			return err
		}
	}
	n := len(changes) + len(fresh)
	return f.Tell(asJSON, changed{n}, "Kept the settings of "+count(n)+".")
}

// mistake is the sentence for a text that is no TOML of feeds.
func mistake(err error) error {
	var strict *toml.StrictMissingError
	var wrong *toml.DecodeError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		row, _ := strict.Errors[0].Position()
		return fmt.Errorf("line %d: there is no setting %q", row, strings.Join(strict.Errors[0].Key(), "."))
	}
	if errors.As(err, &wrong) {
		row, _ := wrong.Position()
		return fmt.Errorf("line %d: %s", row, strings.TrimPrefix(wrong.Error(), "toml: "))
	}
	return err
}

// feed is the feed that an edited one has become; known is unset for a new one.
func (e *edited) feed(all []model.Subscription) (s model.Subscription, known bool, err error) {
	if e.ID != "" {
		i := slices.IndexFunc(all, func(o model.Subscription) bool { return o.ID == e.ID })
		if i < 0 {
			return s, false, fmt.Errorf("there is no feed %q", clean.Line(string(e.ID)))
		}
		s, known = all[i], true
	}
	url := feeds.Address(e.URL)
	if url != s.URL {
		checked, err := address.Check(url, "")
		if err != nil || !strings.HasPrefix(checked, "http") {
			return s, known, fmt.Errorf("%q is not an address", clean.Masked(clean.Line(e.URL)))
		}
		s.Home = true // the user has typed it
	}
	for _, pattern := range []string{e.Only, e.Skip} {
		if _, err := regexp.Compile(pattern); err != nil {
			return s, known, fmt.Errorf("%q is not a regular expression", clean.Line(pattern))
		}
	}
	if e.MaxAge < 0 || e.Keep < 0 {
		return s, known, errors.New("max_age and keep are whole numbers, and 0 for no limit")
	}
	s.URL, s.Name, s.Folder = url, clean.Line(e.Name), folder(e.Folder)
	s.FeedOptions = model.FeedOptions{
		Tags: e.Tags, Hidden: e.Hidden, Paused: e.Paused, FullText: e.FullText, Only: e.Only, Skip: e.Skip,
		MaxAge: e.MaxAge, Keep: e.Keep, Agent: e.Agent, Login: e.Login, Headers: e.Headers, Home: s.Home,
	}
	return s, known, nil
}
