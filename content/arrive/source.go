package arrive

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"lede/content/parse/charset"
)

const (
	// headBytes is how much of a file its kind is found by.
	headBytes = 64 << 10
	// maxText is the largest text that is read whole, in bytes.
	maxText = 256 << 20
	// maxRoom is how much is read of all files of a folder or a zip file together, in bytes.
	maxRoom = 2 << 30
	// maxRatio is how many times its size a file in a zip file may have at most, when it is larger than headBytes.
	maxRatio = 400
)

var (
	errLarge = errors.New("it is too large")
	errBomb  = errors.New("it is packed too tight to be a text")
)

// source is a file, or a folder with all that is below it. It is only read.
type source struct {
	name  string // of the file: below what is imported, or the base name of what was named itself
	root  string // the base name of the folder or the zip file that is imported, without .zip
	disk  string // the path on the disk; "" for what is in a zip file
	tree  fs.FS  // of a folder; nil for a file
	part  bool   // it is in a folder that is imported
	head  []byte // the first headBytes of a file
	open  func() (fs.File, error)
	room  *int64 // how many bytes may still be read
	zips  *zip.ReadCloser
	texts *text
}

// text is a file as text, kept since several kinds ask for it.
type text struct {
	s   string
	err error
}

// openSource opens a file, a folder or a zip file on the disk.
func openSource(name string) (*source, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	room := int64(maxRoom)
	s := &source{name: filepath.Base(name), root: rootOf(name), disk: name, room: &room}
	switch {
	case info.IsDir():
		s.tree = os.DirFS(name)
		return s, nil
	case !info.Mode().IsRegular():
		return nil, ErrUnknown
	case info.Size() == 0:
		return nil, ErrEmpty
	}
	s.open = func() (fs.File, error) { return os.Open(name) } //nolint:gosec // the user named it
	if err := s.begin(); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(s.head, []byte("PK\x03\x04")) {
		return s, s.unzip()
	}
	return s, nil
}

// rootOf is what a folder or a zip file is called, also one that is named by ".".
func rootOf(name string) string {
	if whole, err := filepath.Abs(name); err == nil {
		name = whole
	}
	return strings.TrimSuffix(filepath.Base(name), ".zip")
}

// begin reads the head of a file.
func (s *source) begin() error {
	f, err := s.open()
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it was only read
	s.head, err = io.ReadAll(io.LimitReader(f, headBytes))
	return err
}

// unzip makes a folder of a zip file.
func (s *source) unzip() error {
	z, err := zip.OpenReader(s.disk)
	if err != nil {
		return &BrokenError{"zip", "it is a zip file that is damaged or cut off"}
	}
	s.zips, s.disk, s.head, s.open = z, "", nil, nil
	if s.tree = &z.Reader; !isEPUB(s) {
		s.tree = inner(s.tree)
	}
	return nil
}

// inner is the folder in which the files of a zip file are, when all are in one.
func inner(tree fs.FS) fs.FS {
	for range 4 {
		list, err := fs.ReadDir(tree, ".")
		if err != nil {
			return tree
		}
		only := ""
		for _, d := range list {
			switch {
			case isHidden(d.Name()):
			case only != "" || !d.IsDir():
				return tree
			default:
				only = d.Name()
			}
		}
		sub, err := fs.Sub(tree, cmp.Or(only, "."))
		if err != nil || only == "" {
			return tree
		}
		tree = sub
	}
	return tree
}

func (s *source) close() error {
	if s.zips == nil {
		return nil
	}
	return s.zips.Close()
}

// below opens a file of a folder. What is no regular file is fs.ErrNotExist.
func (s *source) below(name string) (*source, error) {
	info, err := fs.Stat(s.tree, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fs.ErrNotExist
	}
	if h, ok := info.Sys().(*zip.FileHeader); ok && isBomb(h) {
		return nil, errBomb
	}
	f := &source{
		name: name, root: s.root, part: true, room: s.room,
		open: func() (fs.File, error) { return s.tree.Open(name) },
	}
	if s.disk != "" {
		f.disk = filepath.Join(s.disk, filepath.FromSlash(name))
	}
	return f, f.begin()
}

func isBomb(h *zip.FileHeader) bool {
	return h.UncompressedSize64 > headBytes && h.UncompressedSize64/maxRatio > h.CompressedSize64
}

// has reports whether a folder has a file of that name.
func (s *source) has(name string) bool {
	info, err := fs.Stat(s.tree, name)
	return err == nil && info.Mode().IsRegular()
}

// file is how skipped parts name the file: "" for one that was named itself.
func (s *source) file() string {
	if s.part {
		return s.name
	}
	return ""
}

// base is the last part of the name.
func (s *source) base() string { return path.Base(s.name) }

// bytes reads a file whole.
func (s *source) bytes() ([]byte, error) {
	f, err := s.open()
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	most := min(maxText, *s.room)
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > most {
		return nil, &BrokenError{"", errLarge.Error()}
	}
	*s.room -= int64(len(data))
	return data, nil
}

// text is a file as clean text whose lines end in "\n".
func (s *source) text() (string, error) {
	if s.texts == nil {
		data, err := s.bytes()
		if err != nil {
			return "", err
		}
		read, err := charset.Read(data, declared)
		s.texts = &text{read, err}
	}
	return s.texts.s, s.texts.err
}

// beginning is the head of a file as clean text; "" for what is no text.
func (s *source) beginning() string {
	if s.tree != nil || len(s.head) == 0 {
		return ""
	}
	read, err := charset.Read(s.head, declared)
	if err != nil {
		return ""
	}
	return read
}

// declared returns the names of the encoding that a file says it is in.
func declared(data []byte) []string {
	head := strings.ToLower(string(data[:min(len(data), 1024)]))
	var names []string
	for _, sign := range [...]string{"encoding=", "charset="} {
		_, rest, ok := strings.Cut(head, sign)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, `"' `)
		if end := strings.IndexAny(rest, "\"' ;?/>"); end > 0 {
			names = append(names, rest[:end])
		}
	}
	return names
}
