package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lede/ui/cli/frame"
)

// pressTab has bash complete the last word of a line, and returns what it would put there.
const pressTab = `
source "$SCRIPT"
COMP_LINE=$LINE COMP_POINT=${#LINE}
IFS=$'\x1f' read -ra COMP_WORDS <<<"$WORDS"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
[[ $WORDS == *$'\x1f' ]] && COMP_WORDS+=("") && COMP_CWORD=$((COMP_CWORD + 1))
compopt() { :; }
_lede
printf '%s\n' "${COMPREPLY[@]}"
`

// TestBashCompletesWithoutAnyHelp runs the script in a bash that has nothing else, with the words as bash parts them.
func TestBashCompletesWithoutAnyHelp(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	dir := t.TempDir()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(dir, "completion.bash")
	files := map[string]string{
		script:                         bashCompletion,
		filepath.Join(dir, "story.md"): "---\ntitle: Harbour\ntags: [night trains, flooding]\n---\nThe lead.\n",
		filepath.Join(dir, "lede", "config.toml"): "[[query]]\nname = \"Fresh\"\nquery = \"is:unread since:2w\"\n" +
			"[[rule]]\nname = \"tickers\"\nquery = \"title:ticker\"\nread = true\n" +
			"[[account]]\nname = \"home server\"\naddress = \"https://rss.example\"\nuser = \"ada\"\n" +
			"kind = \"greader\"\npassword = \"file\"\n",
		filepath.Join(dir, "feeds.opml"): `<opml version="2.0"><body><outline text="News"><outline type="rss" ` +
			`text="Courier" xmlUrl="https://courier.example/feed"/></outline></body></opml>`,
	}
	_ = os.Mkdir(filepath.Join(dir, "lede"), 0o700)
	for path, text := range files {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	bin := t.TempDir()
	if err := os.Symlink(exe, filepath.Join(bin, "lede")); err != nil { // the test binary is lede by its name
		t.Fatal(err)
	}
	env := []string{
		"HOME=" + dir, "XDG_CONFIG_HOME=" + dir, "XDG_DATA_HOME=" + dir, "GOCOVERDIR=" + dir, "PATH=" + bin,
		"SCRIPT=" + script,
	}
	run := func(words ...string) string {
		c := &exec.Cmd{Path: bash, Args: []string{"bash", "--norc", "--noprofile", "-c", pressTab}, Dir: dir}
		line := strings.NewReplacer(" : ", ":", ": ", ":", " :", ":").Replace(strings.Join(words, " "))
		c.Env = append(env, "LINE="+line, "WORDS="+strings.Join(words, "\x1f"))
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%q: %v: %s", words, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	for _, args := range [][]string{{"lede", "add", "story.md"}, {"lede", "import", "feeds.opml"}} {
		if out, err := (&exec.Cmd{Path: exe, Args: args, Dir: dir, Env: env}).CombinedOutput(); err != nil {
			t.Fatalf("%q: %v: %s", args, err, out)
		}
	}
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{"lede", "outl"}, "outline"},
		{[]string{"lede", "show", "--fo"}, "--format"},
		{[]string{"lede", "show", "--format", "ma"}, "markdown"},
		{[]string{"lede", "export", "-f", "e"}, "epub"},
		{[]string{"lede", "--theme", "gru"}, "gruvbox"},
		{[]string{"lede", "mark", "unr"}, "unread"},
		{[]string{"lede", "list", "top"}, "topic:"},
		{[]string{"lede", "list", "topic", ":", "fl"}, "flooding"},
		{[]string{"lede", "list", "topic", ":", "nig"}, `\"night\ trains\"`},
		{[]string{"lede", "list", "is", ":", "unread\\ since", ":", "2"}, "2w"},
		{[]string{"lede", "tag", "+fl"}, "+flooding"},
		{[]string{"lede", "manual", "que"}, "queries"},
		{[]string{"lede", "fetch", "is", ":", "sta"}, "starred"},
		{[]string{"lede", "feed", "pause", "Cou"}, "Courier"},
		{[]string{"lede", "feed", "rename", "Courier", ""}, ""},
		{[]string{"lede", "feed", "move", "Courier", "Ne"}, "News"},
		{[]string{"lede", "feed", "add", "--folder", "N"}, "News"},
		{[]string{"lede", "refresh", "N"}, "News/"},
		{[]string{"lede", "rule", "run", "tic"}, "tickers"},
		{[]string{"lede", "rule", "test", "tic"}, "tickers"},
		{[]string{"lede", "sync", "ho"}, `home\ server`},
		{[]string{"lede", "account", "remove", "ho"}, `home\ server`},
		{[]string{"lede", "account", "list", ""}, ""}, // and no files
		{[]string{"lede", "undo", ""}, ""},
	} {
		if got := run(c.words...); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.words, got, c.want)
		}
	}
	if id := run("lede", "versions", ""); len(id) != frame.IDDigits {
		t.Errorf("the ID offered is %q", id)
	}
}

// TestFlagsAreDescribedToAShellWithoutMarks asks for the flags of a command as a shell does.
func TestFlagsAreDescribedToAShellWithoutMarks(t *testing.T) {
	var out strings.Builder
	if status := Main([]string{"__complete", "fetch", "--"}, strings.NewReader(""), &out, &out); status != 0 {
		t.Fatalf("status %d: %s", status, &out)
	}
	if got := out.String(); !strings.Contains(got, "--limit\tfetch at most N pages") || strings.Contains(got, "`") {
		t.Errorf("a shell is told:\n%s", got)
	}
}
