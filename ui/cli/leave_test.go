package cli

import (
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

// loop runs a program as Bubble Tea does, each command in a goroutine of its own, and counts those.
type loop struct {
	app     *ui.App
	answers chan tea.Msg
	waiting atomic.Int32
}

func (l *loop) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	l.waiting.Add(1)
	go func() {
		msg := cmd()
		l.answers <- msg
		l.waiting.Add(-1)
	}()
}

// take hands a message to the program, and draws. Several commands come as one message.
func (l *loop) take(msg tea.Msg) {
	v := reflect.ValueOf(msg)
	if v.IsValid() && v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range v.Len() {
			l.run(v.Index(i).Interface().(tea.Cmd))
		}
		return
	}
	if msg != nil {
		_, cmd := l.app.Update(msg)
		_ = l.app.View()
		l.run(cmd)
	}
}

// settle takes answers until at most so many goroutines of commands and of content are left, for a time at most, and
// returns how many are.
func (l *loop) settle(most int, within time.Duration) int {
	left := 0
	for end := time.Now().Add(within); time.Now().Before(end); runtime.Gosched() {
		select {
		case msg := <-l.answers:
			l.take(msg)
			continue
		default:
		}
		if left = int(l.waiting.Load()) + inContent(); left <= most && len(l.answers) == 0 {
			return left
		}
	}
	return left
}

// inContent counts the goroutines that run in content, but for those of commands.
func inContent() (n int) {
	stacks := make([]byte, 1<<20)
	for stack := range strings.SplitSeq(string(stacks[:runtime.Stack(stacks, true)]), "\n\n") {
		if strings.Contains(stack, "lede/content") && !strings.Contains(stack, "cli.(*loop)") {
			n++
		}
	}
	return n
}

// TestNoScreenLeavesAnythingRunning opens each screen and leaves it.
func TestNoScreenLeavesAnythingRunning(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, dir)
	}
	folder := filepath.Join(dir, "texts")
	_ = os.Mkdir(folder, 0o700)
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		text := "---\ntitle: " + name + "\ntags: [tides]\n---\n" + story
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := newProgram(strings.NewReader(""), io.Discard, io.Discard)
	articles := p.Library(nil, model.DefaultConfig())
	options := p.uiOptions(articles, model.DefaultConfig())
	files := p.session(articles, folder)
	options.Library, options.Store = files, files
	options.After = func(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
	l := &loop{app: ui.New(options), answers: make(chan tea.Msg, 1000)}
	l.run(l.app.Init())
	l.take(tea.WindowSizeMsg{Width: 100, Height: 30})
	rest := l.settle(0, 2*time.Second) // some wait for changes as long as the list is there
	opened := 0
	for _, keys := range []string{
		"?", ":", "T", "/", "enter", "enter t", "enter ?", "enter /", "enter !", "enter r", "enter y", "enter T",
		"enter J", "a",
	} {
		words := strings.Fields(keys)
		for _, key := range words {
			for _, msg := range uitest.Press(key) {
				l.take(msg)
			}
			l.settle(rest, patience)
		}
		if len(l.app.Stack) > 1 {
			opened++
		}
		for len(l.app.Stack) > 1 {
			before := len(l.app.Stack)
			for _, key := range []string{"esc", "q"} {
				if len(l.app.Stack) == before {
					for _, msg := range uitest.Press(key) {
						l.take(msg)
					}
				}
			}
			if len(l.app.Stack) == before {
				t.Fatalf("%s: nothing leads back", keys)
			}
		}
		if left := l.settle(rest, patience); left > rest {
			t.Errorf("%s: %d goroutines run on", keys, left-rest)
		}
	}
	if opened < 12 {
		t.Errorf("only %d screens were opened", opened)
	}
	l.app.Close()
	p.close()
	if left := l.settle(0, patience); left > 0 {
		t.Errorf("%d goroutines run on after the end", left)
	}
}
