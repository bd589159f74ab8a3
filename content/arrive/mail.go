package arrive

import (
	"bytes"
	"context"
	"io/fs"
	"path"
	"strings"

	"lede/content/parse/mail"
)

// isMail reports whether a file is a message (.eml), a page that was saved as one (.mhtml), or a mailbox (mbox).
func isMail(s *source) bool { return s.tree == nil && len(mail.Heads(s.head)) > 0 }

func readMail(_ context.Context, s *source, t *taking) error {
	data, err := s.bytes()
	if err != nil {
		return err
	}
	for _, h := range mail.Heads(data) {
		t.letter(
			s,
			h,
			Entry{
				Read:    strings.Contains(h.Status, "R"),
				Starred: strings.Contains(h.Status, "F"),
				Deleted: strings.Contains(h.Status, "D"),
			},
		)
	}
	return nil
}

// letter takes a message. The text of a mailbox stays in memory, that of a file is read again.
func (t *taking) letter(s *source, h mail.Head, e Entry) {
	e.Title, e.Authors, e.URL = h.Subject, []string{h.From}, h.Place
	e.Date = Date{At: h.Date}
	e.Published = e.Date
	data := h.Data
	e.Text = &Text{Name: "message.eml", Load: func(context.Context) ([]byte, error) { return data, nil }}
	switch {
	case e.URL != "" && addressOrNone(e.URL) != "":
	case h.ID != "":
		e.key = "mail\x00" + h.ID
	default:
		e.key = "mail\x00" + h.Subject + "\x00" + h.From + "\x00" + h.Date.String() + string(
			data[:min(len(data), headBytes)],
		)
	}
	t.entry(place{file: s.file(), line: h.Line, text: h.Subject}, e)
}

// isMaildir reports whether a folder holds messages as mail servers keep them: in folders new, cur and tmp.
func isMaildir(s *source) bool {
	if s.tree == nil {
		return false
	}
	for _, name := range [...]string{"cur", "new"} {
		if info, err := fs.Stat(s.tree, name); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// readMaildir reads the messages of a Maildir and of the folders in it, whose names are topics. The flags of a message
// are in the name of its file, see https://cr.yp.to/proto/maildir.html.
func readMaildir(ctx context.Context, s *source, t *taking) error {
	return fs.WalkDir(s.tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || ctx.Err() != nil || d.IsDir() {
			return ctx.Err()
		}
		dir := path.Dir(name)
		if b := path.Base(dir); b != "cur" && b != "new" {
			return nil
		}
		t.message(s, name, strings.Trim(path.Dir(dir), "./"))
		return nil
	})
}

func (t *taking) message(s *source, name, folder string) {
	f, err := s.below(name)
	if err != nil {
		t.skip(place{file: name}, "It cannot be read.", "")
		return
	}
	data, err := f.bytes()
	heads := mail.Heads(data)
	if err != nil || len(heads) == 0 {
		t.skip(place{file: name, line: 1}, "It is not a message.", "")
		return
	}
	_, flags, _ := strings.Cut(path.Base(name), ":2,")
	e := Entry{
		Read:    strings.Contains(flags, "S"),
		Starred: strings.Contains(flags, "F"),
		Deleted: strings.Contains(flags, "T"),
	}
	if folder != "" {
		e.Topics = parted(folder, "./")
	}
	h := heads[0]
	h.Data = bytes.Clone(h.Data)
	t.letter(f, h, e)
}
