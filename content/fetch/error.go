package fetch

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"golang.org/x/net/publicsuffix"

	"lede/model/clean"
)

// ErrNoArticles says that a folder holds nothing that can be listed.
var ErrNoArticles = errors.New("no articles")

// Error says in one sentence why a reference cannot be read and what to do. Its text is clean.
type Error struct {
	Ref     string // as it may be shown
	Problem string // what is wrong
	Advice  string // what to do, without a period; "" when there is nothing
	Err     error  // the cause for the log, or nil
}

// Error is the sentence.
func (e *Error) Error() string {
	s := "Cannot open " + e.Ref + ": " + e.Problem + "."
	if e.Advice != "" {
		s += " " + e.Advice + "."
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// maxShown is how many columns of a reference an error shows.
const maxShown = 80

// NewError makes an Error whose texts are clean; ref may be any text.
func NewError(ref, problem, advice string, err error) error {
	if ref == Stdin {
		ref = "standard input"
	}
	return &Error{Ref: Shown(ref), Problem: clean.Line(problem), Advice: advice, Err: err}
}

// Shown is a reference as it may be shown: clean, on one line, without a password, cut when it is long.
func Shown(ref string) string {
	ref = clean.Masked(clean.Line(ref))
	if ref == "" {
		return "“”"
	}
	if displaywidth.String(ref) <= maxShown {
		return ref
	}
	return displaywidth.TruncateString(ref, maxShown, "…")
}

// fileError is the sentence for what the system says of a file.
func fileError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist) && path == "":
		return NewError(path, "the name is empty", "Name a file, a folder or - for standard input", err)
	case errors.Is(err, fs.ErrNotExist) && likeAddress(path):
		return NewError(path, "there is no such file", "For the web page write https:// before it", err)
	case errors.Is(err, fs.ErrNotExist) && schemeOf(path) == "file":
		return NewError(path, "lede opens a file by its path", "Write the path alone", err)
	case errors.Is(err, fs.ErrNotExist) && strings.HasPrefix(schemeOf(path), "http"):
		return NewError(path, "the address names no host", "Write it as https://HOST/PAGE", err)
	case errors.Is(err, fs.ErrNotExist) && schemeOf(path) != "":
		return NewError(path, "lede does not open addresses that begin with "+schemeOf(path)+":",
			"It opens files, folders and pages: https://HOST/PAGE", err)
	case errors.Is(err, fs.ErrNotExist):
		return NewError(path, "there is no such file", "Check the name and the folder", err)
	case errors.Is(err, fs.ErrPermission):
		return NewError(path, "you may not read it", "Ask for the right to read it (ls -l shows who has it)", err)
	default:
		return NewError(path, Cause(err), "Check the file and try again", err)
	}
}

// schemeOf is the scheme of what is no file but an address of a kind that is known, in small letters, or "".
func schemeOf(path string) string {
	scheme, _, _ := strings.Cut(path, ":")
	scheme = strings.ToLower(scheme)
	switch {
	case len(scheme) == len(path):
	case scheme == "about", scheme == "blob", scheme == "data", scheme == "feed", scheme == "file", scheme == "ftp",
		scheme == "ftps",
		scheme == "gemini", scheme == "gopher", scheme == "http", scheme == "https", scheme == "irc", scheme == "javascript",
		scheme == "magnet", scheme == "mailto", scheme == "news", scheme == "sftp", scheme == "sms", scheme == "ssh",
		scheme == "tel",
		scheme == "urn", scheme == "view-source", scheme == "ws", scheme == "wss":
		return scheme
	}
	return ""
}

// likeAddress reports whether a path may be the address of a page without its beginning: "news.example/story", or a
// host alone that does not end as the name of a text does.
func likeAddress(path string) bool {
	host, _, slash := strings.Cut(path, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || strings.ContainsAny(host, ` \~:`) || strings.HasPrefix(host, ".") {
		return false
	}
	if slash {
		return dot < len(host)-1
	}
	last := strings.ToLower(host[dot+1:])
	if _, known := publicsuffix.PublicSuffix(last); known {
		return last != "md" && last != "py" && last != "sh"
	}
	return strings.HasPrefix(host, "www.")
}

// ReadError is the sentence for a source that cannot be read on, or nil when err is nil. That the reader has stopped
// it is no fault of the source, and stays as it is.
func ReadError(ref string, err error) error {
	var known *Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) {
		return err
	}
	return fileError(ref, err)
}

// Cause is the innermost text of err, which names no path, without a period.
func Cause(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return strings.TrimSuffix(err.Error(), ".")
		}
		err = inner
	}
}
