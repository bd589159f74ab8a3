package content

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"strings"
	"time"

	"lede/content/command"
	"lede/content/export"
	"lede/content/parse"
	"lede/content/reading"
	"lede/content/shelf"
	"lede/content/topics"
	"lede/model"
	"lede/model/clean"
)

// Answer gives an article to a command of the user's, and returns what that writes, read as any text from outside is.
// A note is kept in the library. What is to be thrown away is not read: then the article is the zero value.
//
// An error that is not ctx's own is a *command.Error, or says why the note could not be kept.
func (l *Library) Answer(ctx context.Context, c model.Command, a model.Article) (model.Article, error) {
	var input bytes.Buffer
	if err := export.Write(&input, cmp.Or(c.Input, "markdown"), a, export.Options{}); err != nil {
		return model.Article{}, err
	}
	out, err := command.Run(ctx, command.Command{
		Args: filled(c.Run, a), Input: input.Bytes(), Start: l.start,
		Timeout: time.Duration(cmp.Or(c.Seconds, model.DefaultSeconds)) * time.Second,
	})
	if err != nil || c.Answer == model.NoAnswer {
		return model.Article{}, err
	}
	answer, err := l.readAnswer(c.Name, out, a)
	if err == nil && c.Answer == model.NoteAnswer {
		err = l.keepNote(ctx, &answer)
	}
	return answer, err
}

// errNoText says that a command wrote nothing that can be read.
var errNoText = errors.New("no text")

// readAnswer reads what a command has written about an article.
func (l *Library) readAnswer(name string, out []byte, about model.Article) (model.Article, error) {
	known := model.Entry{Title: clean.Line(name + ": " + cmp.Or(about.Title, about.Ref))}
	a, err := parse.Read(out, parse.Options{Name: "answer.md", Labels: l.Wordings(), Log: l.Log, Known: known})
	switch {
	case errors.Is(err, parse.ErrEmpty):
		return a, &command.Error{Problem: "it answered nothing", Err: errNoText}
	case err != nil:
		return a, &command.Error{Problem: "its answer is not text: " + clean.Line(err.Error()), Err: err}
	}
	a.ID = parse.ID("", append([]byte(known.Title+"\n"), out...))
	a.Ref, a.URL, a.Next = string(a.ID), "", ""
	a.Topics = topics.Of(reading.Beginning(a))
	if about.URL != "" {
		link := model.Link{Title: cmp.Or(about.Title, about.URL), URL: about.URL}
		a.Sections = append(a.Sections, model.Section{Blocks: []model.Block{
			model.Related{Label: "ABOUT", Links: []model.Link{link}},
		}})
	}
	return a, nil
}

// noteTopic is the topic of what has been kept as a note.
const noteTopic = "note"

// keepNote keeps an answer in the library, under a topic of its own. Undo moves it to the trash: it is as if it had
// come out of there.
func (l *Library) keepNote(ctx context.Context, a *model.Article) error {
	shelf.AddTopic(a, noteTopic)
	ids, err := l.KeepAll(ctx, *a)
	for _, step := range []struct {
		title   string
		removed bool
	}{{"", true}, {"keep a note", false}} {
		if err == nil {
			_, err = l.Mark(ctx, step.title, ids, model.StatusChange{Removed: &step.removed})
		}
	}
	return err
}

// filled are the arguments of a command for an article: %t is its title, %u its address. Each stays one argument, and
// none becomes an option that the user has not written.
func filled(args []string, a model.Article) []string {
	fill := strings.NewReplacer("%%", "%", "%t", clean.Line(a.Title), "%u", clean.Line(a.URL))
	out := make([]string, len(args))
	for i, arg := range args {
		out[i] = fill.Replace(arg)
		if strings.HasPrefix(out[i], "-") && !strings.HasPrefix(arg, "-") {
			out[i] = " " + out[i]
		}
	}
	return out
}
