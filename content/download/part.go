package download

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"lede/content/fetch"
	"lede/model"
)

// note is what is written beside a part: which file it is of.
type note struct {
	URL      string `json:"url"`
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
	Size     int64  `json:"size"` // -1 when the server does not say
}

// resumable reports whether the server can be asked for the rest of that file alone.
func (n note) resumable() bool { return n.ETag != "" || n.Modified != "" }

// part is what has come of a file. Root keeps all that it does in the folder, whatever links are there.
type part struct {
	root *os.Root
	file *os.File
	name string // of the file
	note note
	size int64
}

// openPart opens the part of the file at an address, which may be empty yet. No other lede may have it open.
func openPart(folder, url string) (*part, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	p := &part{root: root, name: ".lede-" + string(model.NewID(url)) + ".part"}
	if p.file, err = root.OpenFile(p.name, os.O_RDWR|os.O_CREATE, 0o600); err != nil {
		_ = root.Close()
		return nil, err
	}
	if lock(p.file) != nil {
		_ = p.file.Close() // and nothing more: it is another's
		_ = root.Close()
		return nil, errLocked
	}
	if err := p.resume(url); err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// resume finds out what is there. A part without a note that fits is of no use.
func (p *part) resume(url string) error {
	size, err := p.file.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	data, err := p.root.ReadFile(p.noteName())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if json.Unmarshal(data, &p.note) != nil || p.note.URL != url || !p.note.resumable() {
		p.note = note{URL: url, Size: -1}
		return p.cut()
	}
	p.size = size
	return nil
}

func (p *part) noteName() string { return p.name + ".json" }

// request is what is asked of the server.
func (p *part) request(most int64) fetch.FileRequest {
	return fetch.FileRequest{
		URL: p.note.URL, From: p.size, ETag: p.note.ETag, Modified: p.note.Modified, Size: p.note.Size, Most: most,
	}
}

// begin begins the part anew. The note is written when nothing is left of the part before.
func (p *part) begin(n note) error {
	if err := p.cut(); err != nil {
		return err
	}
	data, err := json.Marshal(n)
	if err != nil {
		return err
	}
	p.note = n
	return p.root.WriteFile(p.noteName(), data, 0o600)
}

// cut empties the part.
func (p *part) cut() error {
	p.size = 0
	if err := p.file.Truncate(0); err != nil {
		return err
	}
	_, err := p.file.Seek(0, io.SeekStart)
	return err
}

func (p *part) write(data []byte) error {
	n, err := p.file.Write(data)
	p.size += int64(n)
	return err
}

// finish gives the file the first of the names that is free, and returns its path.
func (p *part) finish(names []string) (string, error) {
	if err := p.file.Sync(); err != nil {
		return "", err
	}
	name, err := claim(p.root, names)
	if err != nil {
		return "", err
	}
	release(p.file)
	if err := p.root.Rename(p.name, name); err != nil {
		_ = p.root.Remove(name)
		return "", err
	}
	_ = p.root.Remove(p.noteName()) // one that stays does no harm: its part is gone
	return filepath.Join(p.root.Name(), name), nil
}

// close lets another lede go on. A part of which nothing has come is removed.
func (p *part) close() {
	if p.size == 0 {
		_ = p.root.Remove(p.name)
		_ = p.root.Remove(p.noteName())
	}
	_ = p.file.Close()
	_ = p.root.Close()
}
