package ui

import (
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model/argv"
	"lede/model/clean"
	"lede/ui/render"
)

// maxURL is the longest address that is opened, in bytes.
const maxURL = 8192

// errNoOpener says that no program was found that opens addresses.
var errNoOpener = errors.New("no program was found that opens addresses; set one in the configuration")

// Browser returns a function that shows an address by a program. template is the program and its arguments, parted as
// a shell parts them; %u in it stands for the address, which is added at the end when there is none. "" is the
// system's own opener.
//
// The address is one argument; no shell sees it. Only http, https and mailto are opened. The program's output is
// thrown away. The function waits for the program and reports its failure.
//
// start starts the program, and runs it with what this process has set aside for itself, such as its umask, as it was.
func Browser(template string, start func(*exec.Cmd) error) func(address string) error {
	words, wrong := argv.Split(template)
	return func(address string) error {
		if wrong != nil {
			return fmt.Errorf("%s: %w", clean.Line(template), wrong)
		}
		if err := CheckURL(address); err != nil {
			return err
		}
		args, err := openerArgs(words, address)
		if err != nil {
			return err
		}
		// The program is the user's own; the address is checked.
		cmd := exec.Command(args[0], args[1:]...) //nolint:gosec,noctx
		detach(cmd)
		err = start(cmd)
		if err == nil {
			err = cmd.Wait()
		}
		if err != nil {
			return fmt.Errorf("%s: %w", args[0], err)
		}
		return nil
	}
}

// openerArgs is the program and its arguments for an address.
func openerArgs(words []string, address string) ([]string, error) {
	if len(words) == 0 {
		name, err := systemOpener()
		return append(name, address), err
	}
	args, placed := make([]string, len(words)), false
	for i, w := range words {
		args[i] = strings.ReplaceAll(w, "%u", address)
		placed = placed || args[i] != w
	}
	if !placed {
		args = append(args, address)
	}
	return args, nil
}

func systemOpener() ([]string, error) {
	switch runtime.GOOS {
	case "darwin":
		return []string{"/usr/bin/open"}, nil
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}, nil
	}
	for _, name := range []string{"xdg-open", "wslview", "x-www-browser", "www-browser"} {
		if path, err := exec.LookPath(name); err == nil {
			return []string{path}, nil
		}
	}
	return nil, errNoOpener
}

// CheckURL returns why an address must not be opened, or nil.
func CheckURL(address string) error {
	if len(address) > maxURL {
		return errors.New("the address is too long")
	}
	if strings.ContainsFunc(address, func(r rune) bool {
		return r <= ' ' || r == 0x7f || strings.ContainsRune("\"'`\\", r)
	}) {
		return errors.New("the address holds characters that no address may hold")
	}
	u, err := url.Parse(address)
	if err != nil {
		return errors.New("it is not an address")
	}
	switch {
	case u.Scheme == "mailto" && u.Opaque != "":
		return nil
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("not opened: scheme %q", u.Scheme)
	case u.Hostname() == "":
		return errors.New("the address names no host")
	}
	return nil
}

// MaxHost is the most cells that a host takes beside its label.
const MaxHost = 32

// Host is where an address truly leads: its host, or the whole of a mail address.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	if u.Scheme == "mailto" {
		return "mail to " + u.Opaque
	}
	return u.Hostname()
}

// HostEnd is the host of an address in at most w cells: its end, which shows whose it is.
func HostEnd(address string, w int) string { return endOf(Host(address), w) }

// endOf is the end of a host in at most w cells.
func endOf(host string, w int) string {
	if n := render.Width(host); n > w {
		return "…" + render.Slice(host, n-w+1, n)
	}
	return host
}

// Misleads reports whether the text of a link looks like an address on another host than the one that it leads to.
func Misleads(text, address string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	if _, rest, ok := strings.Cut(text, "://"); ok {
		text = rest
	}
	name, _, _ := strings.Cut(text, "/")
	if strings.ContainsAny(name, " …") || !strings.Contains(strings.Trim(name, "."), ".") {
		return false
	}
	if _, after, ok := strings.Cut(name, "@"); ok {
		name = after
	}
	name = strings.TrimPrefix(name, "www.")
	leads := strings.TrimPrefix(strings.ToLower(Host(address)), "www.")
	if strings.HasPrefix(leads, "mail to ") {
		return !strings.HasSuffix(leads, name)
	}
	dot := strings.LastIndexByte(name, '.')
	if !allLetters(name[dot+1:]) {
		return false // a number or a sentence's end
	}
	return leads != name && !strings.HasSuffix(leads, "."+name)
}

func allLetters(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return len(s) >= 2
}

// Browse shows an address in the browser and says so.
func (a *App) Browse(address string) tea.Cmd {
	if err := CheckURL(address); err != nil {
		return a.Fail("open the link", err)
	}
	return tea.Batch(a.Notify("Opening "+Host(address)+" in the browser."), openInBrowser(a.Open, address))
}

// browserOpenedMsg says how the opening of an address in the browser went.
type browserOpenedMsg struct {
	url string
	err error
}

func openInBrowser(open func(string) error, address string) tea.Cmd {
	return func() tea.Msg { return browserOpenedMsg{address, open(address)} }
}

// tell reports when the browser could not be started.
func (msg browserOpenedMsg) tell(a *App) tea.Cmd {
	if msg.err != nil {
		return a.Fail("open "+Host(msg.url), msg.err)
	}
	return nil
}

// CanOpen reports whether an address can be opened as an article.
func (o *Options) CanOpen(url string) bool { return o.Opens != nil && o.Opens(url) }
