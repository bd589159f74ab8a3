package fetch

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// chunk is how many names of a folder are read at once.
const chunk = 1024

// Found is a step of a walk: references of articles, or what could not be read.
type Found struct {
	Refs []string
	Err  error
}

// Walk finds the articles that refs name, in order: files as they are, of folders all files below them that are
// articles by their names, hidden ones and the parts of saved pages left out. It hands them over folder by folder, at
// most a thousand at once, until yield returns false or ctx ends. A folder that is reached twice, by a link, is walked
// once.
func (f Fetcher) Walk(ctx context.Context, refs []string, yield func(Found) bool) {
	f.WalkFolders(ctx, refs, func(string) {}, yield)
}

// WalkFolders is Walk that hands over the path of each folder too, before what is in it.
func (f Fetcher) WalkFolders(ctx context.Context, refs []string, folder func(path string), yield func(Found) bool) {
	w := walk{ctx: ctx, isArticle: f.IsArticle, entered: folder, yield: yield, seen: map[string]bool{}}
	for _, ref := range refs {
		if !w.ref(ref) {
			return
		}
	}
}

// BuiltinRefs are the references of all built-in pages, in the order of their names: those of the first folder, then
// those in a folder below it.
func (f Fetcher) BuiltinRefs() []string {
	if f.Pages == nil {
		return nil
	}
	names, _ := fs.Glob(f.Pages, "*")
	below, _ := fs.Glob(f.Pages, "*/*")
	var refs []string
	for _, n := range append(names, below...) {
		if f.IsArticle(n) {
			refs = append(refs, Builtin+n)
		}
	}
	return refs
}

// walk is the state of one Walk. Its methods return false when the walk is to end.
type walk struct {
	ctx       context.Context
	isArticle func(name string) bool
	entered   func(path string)
	yield     func(Found) bool
	seen      map[string]bool // real paths of folders
}

func (w *walk) ref(ref string) bool {
	if ref == Stdin || strings.HasPrefix(ref, Builtin) || IsAddress(ref) {
		return w.yield(Found{Refs: []string{ref}})
	}
	info, err := os.Stat(ref)
	switch {
	case err != nil:
		return w.yield(Found{Err: fileError(ref, err)})
	case !info.IsDir():
		return w.yield(Found{Refs: []string{ref}})
	}
	found, walked := false, len(w.seen)
	yield := w.yield
	w.yield = func(f Found) bool {
		found = found || len(f.Refs) > 0 || f.Err != nil
		return yield(f)
	}
	ok := w.link(ref)
	w.yield = yield
	if ok && !found && len(w.seen) > walked {
		return w.yield(Found{Err: NewError(ref, "no text, Markdown or HTML file is in this folder",
			"Name another folder, or a file", ErrNoArticles)})
	}
	return ok
}

// link walks a folder whose real path is not known.
func (w *walk) link(path string) bool {
	absolute, err := filepath.Abs(path)
	if err == nil {
		absolute, err = filepath.EvalSymlinks(absolute)
	}
	if err != nil {
		return w.yield(Found{Err: fileError(path, err)})
	}
	return w.folder(path, absolute)
}

// folder walks the folder at path, known by its real path.
func (w *walk) folder(path, absolute string) bool {
	if w.seen[absolute] {
		return true
	}
	w.seen[absolute] = true
	w.entered(path)
	dir, err := os.Open(path) //nolint:gosec // the reader named it, or a folder above it
	if err != nil {
		return w.yield(Found{Err: fileError(path, err)})
	}
	var folders, links []string
	for {
		entries, err := dir.ReadDir(chunk)
		files := w.sift(path, entries, &folders, &links)
		if len(files) > 0 && !w.yield(Found{Refs: files}) || w.ctx.Err() != nil {
			_ = dir.Close()
			return false
		}
		if err == nil {
			continue
		}
		_ = dir.Close()
		if !errors.Is(err, io.EOF) && !w.yield(Found{Err: fileError(path, err)}) {
			return false
		}
		return w.below(path, absolute, folders, links)
	}
}

// below walks the folders in a folder, then those that its links lead to.
func (w *walk) below(path, absolute string, folders, links []string) bool {
	slices.Sort(folders)
	for _, name := range folders {
		if !w.folder(filepath.Join(path, name), filepath.Join(absolute, name)) {
			return false
		}
	}
	for _, name := range links {
		if !w.link(filepath.Join(path, name)) {
			return false
		}
	}
	return true
}

// sift parts the entries of a folder: the paths of its articles, sorted, and the names of its folders and of
// links to folders.
func (w *walk) sift(path string, entries []fs.DirEntry, folders, links *[]string) []string {
	var files []string
	for _, e := range entries {
		name := e.Name()
		switch mode := e.Type(); {
		case strings.HasPrefix(name, "."):
		case mode.IsDir() && strings.HasSuffix(name, "_files"): // what a browser saves beside a page
		case mode.IsDir():
			*folders = append(*folders, name)
		case mode.IsRegular() && w.isArticle(name):
			files = append(files, filepath.Join(path, name))
		case mode&fs.ModeSymlink != 0:
			target, err := os.Stat(filepath.Join(path, name))
			if err == nil && target.IsDir() {
				*links = append(*links, name)
			} else if err == nil && target.Mode().IsRegular() && w.isArticle(name) {
				files = append(files, filepath.Join(path, name))
			}
		}
	}
	slices.Sort(files)
	return files
}
