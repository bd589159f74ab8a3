//go:build unix

package cli

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/export"
	"lede/model/clean"
)

// evil is what no output may hold: it drives terminals, hides words and reorders them.
const evil = "\x1b[2J\x1b]52;c;eA==\a\u009b31m\u202egnp\u2066\u200b\u00ad\x00\x7f\r\b"

// evilText is what of it may stand in the line of a text file, and evilPage what may stand in a page, where some is
// written by number.
var (
	evilText = strings.NewReplacer("\x00", "", "\r", "").Replace(evil)
	evilPage = evilText + "&#27;[2J&#x1b;]0;x&#7;&#155;31m&#x202e;&#8203;&#xAD;&#127;"
)

// encodedEvil finds the same where a format has written it by number.
var encodedEvil = regexp.MustCompile(
	`(?i)\\u00(0[0-8bcef]|1[0-9a-f]|7f|[89][0-9a-f])|\\u(202e|2066|200b)|\\x1b|&#(x1b|27|0*x?202e|8238);|%1b`)

// reference is the name of a file in JSON, which opens that file again and is not shown to anybody.
var reference = regexp.MustCompile(`"ref": ?"[^"]*"`)

// wayOut is how a command is called with hostile content, once for each line of arguments.
type wayOut struct {
	calls [][]string
	says  bool // the words of the article are in what at least one call writes
}

// waysOut has every command. $PAGE is a page, $ROWS are rows for add --format jsonl, $ID is an article, $DIR is a new
// folder, $SAVED is what another reader exports, $FEED is the address of a feed that is followed,
// and $EVIL is evil.
func waysOut() map[string]wayOut {
	call := func(args ...string) []string { return args }
	ways := map[string]wayOut{
		"lede": {
			[][]string{call("$PAGE"), call("nothing$EVIL.txt"), call("http://x.invalid:1/$EVIL"), call("--no$EVIL")}, true,
		},
		"lede add":        {[][]string{call("$PAGE"), call("--format", "jsonl", "$ROWS"), call("nothing$EVIL")}, false},
		"lede completion": {[][]string{call("bash"), call("zsh"), call("fish"), call("powershell"), call("x$EVIL")}, false},
		"lede db":         {[][]string{call()}, false},
		"lede diff":       {[][]string{call("$ID"), call("$ID", "1", "2"), call("x$EVIL")}, true},
		"lede download":   {[][]string{call("--to", "$DIR", "$FEED/2"), call("$FEED/2", "x$EVIL")}, true},
		"lede enclosures": {[][]string{call("$FEED/2"), call("--json", "$FEED/2"), call("x$EVIL")}, true},
		"lede export":     {[][]string{call("$DIR/no$EVIL/x", "--format", "epub"), call("is:x$EVIL", "$DIR")}, true},
		"lede fetch":      {[][]string{call("title:nothing"), call("is:x$EVIL")}, false},
		"lede import":     {[][]string{call("--dry-run", "$SAVED"), call("$SAVED"), call("nothing$EVIL")}, true},
		"lede keys":       {[][]string{call()}, false},
		"lede links":      {[][]string{call("$PAGE"), call("$ID")}, true},
		"lede list":       {[][]string{call(), call("is:x$EVIL"), call("topic:$EVIL")}, true},
		"lede man":        {[][]string{call()}, false},
		"lede manual":     {[][]string{call("reading"), call("x$EVIL")}, false},
		"lede mark":       {[][]string{call("starred", "quaymark"), call("starred", "x$EVIL")}, false},
		"lede outline":    {[][]string{call("$PAGE"), call("$ID")}, true},
		"lede pack":       {[][]string{call("x$EVIL")}, false},
		"lede posts":      {[][]string{call("$PAGE"), call("$ID")}, true},
		"lede remove":     {[][]string{call("quaymark"), call("x$EVIL")}, false},
		"lede restore":    {[][]string{call("quaymark"), call("x$EVIL")}, false},
		"lede search":     {[][]string{call("quaymark"), call("\"x$EVIL\"")}, true},
		"lede section":    {[][]string{call("$PAGE"), call("$PAGE", "2"), call("$ID", "1"), call("$PAGE", "x$EVIL")}, true},
		"lede show":       {[][]string{call("nothing$EVIL"), call("--format", "$EVIL", "$PAGE")}, true},
		"lede tag":        {[][]string{call("+mine$EVIL", "quaymark"), call("+x", "is:y$EVIL")}, false},
		"lede topics":     {[][]string{call(), call("$PAGE"), call("is:x$EVIL")}, true},
		"lede trash":      {[][]string{call(), call("x$EVIL")}, false},
		"lede undo":       {[][]string{call()}, false},
		"lede versions":   {[][]string{call("$ID"), call("x$EVIL")}, true},

		"lede db backup": {[][]string{call()}, false}, "lede db check": {[][]string{call()}, false},
		"lede db recover": {[][]string{call()}, false}, "lede db vacuum": {[][]string{call()}, false},
		"lede feed export": {[][]string{call(), call("$DIR/no$EVIL.opml")}, false},
		"lede trash empty": {[][]string{call()}, false},

		"lede feed": {[][]string{call(), call("x$EVIL")}, false}, "lede feed list": {[][]string{call()}, true},
		"lede feed add": {[][]string{
			call("--name", "quaymark$EVIL", "--folder", "x$EVIL", "$FEED/2"), call("$FEED/page"),
			call("http://x.invalid:1/$EVIL"),
		}, true},
		"lede feed edit":   {[][]string{call("--print"), call("--file", "no$EVIL"), call("x$EVIL")}, true},
		"lede feed health": {[][]string{call(), call("x$EVIL")}, true},
		"lede feed move":   {[][]string{call("quaymark", "x$EVIL"), call("x$EVIL", "y")}, true},
		"lede feed pause":  {[][]string{call("quaymark"), call("x$EVIL")}, true},
		"lede feed remove": {[][]string{call("x$EVIL"), call("quaymark")}, true},
		"lede feed rename": {[][]string{call("quaymark", "quaymark$EVIL"), call("x$EVIL", "y")}, true},
		"lede feed resume": {[][]string{call("quaymark"), call("x$EVIL")}, true},
		"lede refresh":     {[][]string{call(), call("quaymark"), call("x$EVIL")}, true},

		"lede account":        {[][]string{call(), call("x$EVIL")}, false},
		"lede account add":    {[][]string{call("x$EVIL"), call("http://x.invalid:1/$EVIL", "--name", "y$EVIL")}, false},
		"lede account check":  {[][]string{call(), call("x$EVIL")}, false},
		"lede account list":   {[][]string{call()}, false},
		"lede account remove": {[][]string{call("x$EVIL")}, false},
		"lede account save":   {[][]string{call("quaymark"), call("x$EVIL")}, false},
		"lede sync":           {[][]string{call(), call("x$EVIL")}, false},

		"lede rule": {[][]string{call()}, false}, "lede rule list": {[][]string{call()}, false},
		"lede rule run":  {[][]string{call("x$EVIL")}, false},
		"lede rule test": {[][]string{call("quaymark"), call("title:~[$EVIL")}, true},
	}
	for _, f := range export.Formats() {
		w := ways["lede show"]
		w.calls = append(w.calls, call("--format", f, "$PAGE"), call("--format", f, "$ID"))
		ways["lede show"] = w
	}
	for _, f := range content.ExportFormats() {
		w := ways["lede export"]
		w.calls = append(w.calls, call("--format", f, "$DIR"))
		ways["lede export"] = w
	}
	return ways
}

// commandsBelow returns a command and those below it.
func commandsBelow(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		if sub.Runnable() && sub.Name() != "help" {
			all = append(all, commandsBelow(sub)...)
		}
	}
	return all
}

// TestNoWayOutLetsForbiddenCharactersThrough calls every command with an article, names and arguments full of them,
// and looks through all that it writes: standard output, errors, files and the log. A new command, and a new format,
// has to be in the table.
func TestNoWayOutLetsForbiddenCharactersThrough(t *testing.T) {
	ways := waysOut()
	for _, c := range commandsBelow(
		newProgram(strings.NewReader(""), io.Discard, io.Discard).root()) {
		path := c.CommandPath()
		way, ok := ways[path]
		delete(ways, path)
		if !ok {
			t.Errorf("%s is not in the table of the ways out: add how it is called with hostile content", path)
			continue
		}
		calls := way.calls
		if c.Flags().Lookup("json") != nil {
			for _, args := range way.calls {
				calls = append(calls[:len(calls):len(calls)], append([]string{"--json"}, args...))
			}
		}
		t.Run(path, func(t *testing.T) {
			o := newOutlet(t)
			for _, args := range calls {
				o.call(t, strings.Fields(path)[1:], args)
			}
			if way.says && !o.said {
				t.Error("nothing that it wrote has the words of the article")
			}
		})
	}
	for path := range ways {
		t.Errorf("%s is in the table, but is no command", path)
	}
}

// outlet is a library with a hostile article of two versions, and files of the same kind.
type outlet struct {
	dir, id, feed string
	n             int
	said          bool
}

func newOutlet(t *testing.T) *outlet {
	t.Helper()
	o := &outlet{dir: t.TempDir()}
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, filepath.Join(o.dir, "home"))
	}
	page := "<html><head><title>Quaymark" + evilPage + " title</title><meta name=author content='Ada" + evilPage +
		" Okafor'></head><body><article><h1>Quaymark" + evilPage +
		" title</h1>" + strings.Repeat("<p>The quaymark"+evilPage+" stood at four metres <a href='https://a.example/"+
		evilPage+"'>in the"+evilPage+" night</a>, they said on the quay.</p>"+
		"<h2>Quaymark"+evilPage+" part</h2><pre><code>quaymark"+evilPage+"</code></pre>", 4) +
		"<blockquote class='twitter-tweet'><p>Water over the quaymark" + evilPage +
		"</p>&mdash; Harbour Watch (@harbourwatch) " +
		"<a href='https://twitter.com/harbourwatch/status/1'>May 3, 2026</a></blockquote><p><a " +
		"href='https://a.example/also'>ALSO READ: the quaymark" + evilPage + "</a></p></article></body></html>"
	o.write(t, "page"+evilText+".html", page)
	o.write(t, "saved.csv", "url,title,note,folder,created\n"+
		"https://news.example/"+evil+",Quaymark"+evil+",x,y,z\nhttps://news.example/2,Quaymark"+evilPage+
		",Note"+evilText+",Quay"+evilText+",2024-01-02\n")
	for i, more := range []string{"", "A newer quaymark" + evilText + " came."} {
		row, err := json.Marshal(map[string]any{
			"title": "Quaymark" + evil + " title", "author": "Ada" + evil, "url": "https://news.example/1",
			"date": "2026-05-01", "topics": []string{"quaymark" + evil},
			"body": "## Quaymark" + evilText + " part\n\nThe quaymark" + evilText +
				" stood at four metres in the night, they said on the quay, and nobody was hurt.\n\n" +
				"> Water over the quaymark" + evilText +
				" since six.\n>\n> — Harbour Watch (@harbourwatch) [May 3, 2026](https://x.com/harbourwatch/status/1)\n\n" +
				"See [the quaymark" + evilText + "](https://a.example/b).\n\n## Quaymark" + evilText + " two\n\n" + more,
		})
		if err != nil {
			t.Fatal(err)
		}
		o.write(t, "rows.jsonl", string(row)+"\n")
		o.run(t, "add", "--format", "jsonl", filepath.Join(o.dir, "rows.jsonl"))
		if i == 0 {
			o.run(t, "mark", "read", "quaymark")
		}
	}
	out, _ := o.run(t, "list", "--json")
	var row struct{ ID string }
	if err := json.NewDecoder(strings.NewReader(out)).Decode(&row); err != nil || row.ID == "" {
		t.Fatalf("the list is %q: %v", out, err)
	}
	o.id = row.ID
	o.feed = serveEvil(t)
	o.run(t, "feed", "add", o.feed+"/feed")
	return o
}

func (o *outlet) write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(o.dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// run runs lede and returns what it writes.
func (o *outlet) run(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	Main(append([]string{"--log", filepath.Join(o.dir, "log")}, args...), strings.NewReader(""), &out, &errs)
	return out.String(), errs.String()
}

// call calls a command, and looks through all that comes of it.
func (o *outlet) call(t *testing.T, command, args []string) {
	t.Helper()
	o.n++
	dir := filepath.Join(o.dir, "out", string(rune('a'+o.n)))
	pages, err := filepath.Glob(filepath.Join(o.dir, "*.html"))
	if err != nil || len(pages) != 1 {
		t.Fatal(pages, err)
	}
	real := strings.NewReplacer("$PAGE", pages[0], "$ROWS", filepath.Join(o.dir, "rows.jsonl"), "$ID", o.id, "$DIR", dir,
		"$EVIL", evil, "$FEED", o.feed,
		"$SAVED", filepath.Join(o.dir, "saved.csv"))
	all := append([]string{}, command...)
	for _, a := range args {
		all = append(all, real.Replace(a))
	}
	stdout, stderr := o.run(t, all...)
	o.check(t, args, "standard output", stdout)
	o.check(t, args, "standard error", stderr)
	if log, err := os.ReadFile(filepath.Join(o.dir, "log")); err == nil {
		o.check(t, args, "the log", string(log))
	}
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil {
			o.check(t, args, "the name of a file", d.Name())
		}
		if err == nil && !d.IsDir() {
			o.checkFile(t, args, path)
		}
		return nil
	})
}

// checkFile looks through a file, and through the files in a book.
func (o *outlet) checkFile(t *testing.T, args []string, path string) {
	t.Helper()
	if filepath.Ext(path) != ".epub" {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
		}
		o.check(t, args, filepath.Base(path), string(data))
		return
	}
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Error(err)
		return
	}
	defer book.Close()
	for _, f := range book.File {
		in, err := f.Open()
		if err != nil {
			t.Error(err)
			continue
		}
		data, _ := io.ReadAll(in)
		_ = in.Close()
		o.check(t, args, f.Name, string(data))
	}
}

func (o *outlet) check(t *testing.T, args []string, where, text string) {
	t.Helper()
	o.said = o.said || where != "the log" && strings.Contains(strings.ToLower(text), "quaymark")
	if clean.Text(text) != text {
		t.Errorf("%q: %s holds forbidden characters: %q", args, where, text)
	}
	// those quote what was typed
	if found := encodedEvil.FindString(reference.ReplaceAllString(text, "")); found != "" && where != "standard error" &&
		where != "the log" {
		t.Errorf("%q: %s holds %q by number: %q", args, where, found, text)
	}
}
