package download_test

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/content/fetch"
	"lede/model/attached"
)

func TestWhatIsStoppedKeepsWhatHasCome(t *testing.T) {
	s := serve(t, "one two three four", `"e1"`)
	ctx, stop := context.WithCancel(t.Context())
	s.twist = func(w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("ETag", s.etag)
		w.Header().Set("Content-Length", "18")
		_, _ = io.WriteString(w, "one ")
		w.(http.Flusher).Flush()
		for !holds(filepath.Dir(r.URL.Path)) { // until the part is on the disk
			if r.Context().Err() != nil {
				return true
			}
		}
		stop()
		<-r.Context().Done()
		return true
	}
	folder := t.TempDir()
	last := get(ctx, folder, s.URL+folder+"/e.mp3")
	if last.Err != nil || last.Path != "" || last.Bytes != 4 || !last.Last {
		t.Fatalf("the last step is %+v, want one of a stop after 4 bytes", last)
	}
	s.twist, s.ranges = nil, nil
	if last := get(t.Context(), folder, s.URL+folder+"/e.mp3"); last.Err != nil || s.ranges[0] != `bytes=4- "e1"` {
		t.Errorf("the last step is %+v after %q", last, s.ranges)
	}
	only(t, folder, "e.mp3", s.text)
}

// holds reports whether a folder holds a part of a file.
func holds(folder string) bool {
	parts, _ := filepath.Glob(filepath.Join(folder, "*.part"))
	if len(parts) == 0 {
		return false
	}
	info, err := os.Stat(parts[0])
	return err == nil && info.Size() > 0
}

func TestOneFileIsDownloadedOnceAtATime(t *testing.T) {
	if _, err := os.Stat("/dev/null"); err != nil {
		t.Skip("no locks on files here")
	}
	s := serve(t, "text", "")
	folder := t.TempDir()
	var second attached.Progress
	s.twist = func(http.ResponseWriter, *http.Request) bool {
		second = get(context.Background(), folder, s.URL+"/e.mp3")
		return false
	}
	if first := get(t.Context(), folder, s.URL+"/e.mp3"); first.Err != nil {
		t.Error(first.Err)
	}
	if second.Err == nil || !strings.Contains(second.Err.Error(), "another lede is downloading it") {
		t.Errorf("the second ends with %+v", second)
	}
	only(t, folder, "e.mp3", s.text)
}

// TestARefusalIsASentence asks for what is not downloaded. Nothing of it stays.
func TestARefusalIsASentence(t *testing.T) {
	const name = "Cannot download episode.mp3: "
	for what, c := range map[string]struct {
		twist func(w http.ResponseWriter, r *http.Request)
		want  string
	}{
		"no such file": {
			func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotFound) },
			name + "127.0.0.1 has no such file (404). Check the address.",
		},
		"a page": {
			func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
			},
			name + "the server sends a page in place of the file. Open it in the browser.",
		},
		"packed": {
			func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "gzip") },
			name + "the server sends it packed, which was not asked for. Open it in the browser.",
		},
		"too large, as it says": {
			func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "9999999") },
			name + "it is 10.0 MB, and more than 1.0 MB are not downloaded. Raise download_limit in the settings, or " +
				"open it in the browser.",
		},
		"too large, without a word": {
			func(w http.ResponseWriter, _ *http.Request) {
				w.(http.Flusher).Flush()
				for range 1100 {
					_, _ = io.WriteString(w, strings.Repeat("x", 1000))
				}
			},
			name + "more than 1.0 MB are not downloaded, and there is more of it. Raise download_limit in the settings, " +
				"or open it in the browser.",
		},
		"to another scheme": {
			func(w http.ResponseWriter, r *http.Request) {
				http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
			},
			name + "it leads on to what is not opened, file:///etc/passwd. Check the address, or open it in the browser.",
		},
	} {
		t.Run(what, func(t *testing.T) {
			s := serve(t, "", "")
			s.twist = func(w http.ResponseWriter, r *http.Request) bool {
				c.twist(w, r)
				return true
			}
			folder := t.TempDir()
			last := get(t.Context(), folder, s.URL+"/episode.mp3")
			if last.Err == nil || last.Err.Error() != c.want || last.Path != "" {
				t.Errorf("the last step is %+v, want %s", last, c.want)
			}
			for file := range files(t, folder) {
				if !strings.HasPrefix(file, ".lede-") {
					t.Errorf("%s is there", file)
				}
			}
		})
	}
}

// TestOnlyPublicAddressesAreAsked asks this machine, by itself and where an address leads on to it.
func TestOnlyPublicAddressesAreAsked(t *testing.T) {
	private := serve(t, "secret", "")
	folder := t.TempDir()
	var last attached.Progress
	for p := range loader(folder, &fetch.Web{}).Download(t.Context(), attached.File{URL: private.URL + "/e.mp3"}) {
		last = p
	}
	if last.Err == nil || !strings.Contains(last.Err.Error(), "is at a private address") || len(private.ranges) > 0 {
		t.Errorf("the last step is %+v, and the server was asked %d times", last, len(private.ranges))
	}
	if left := files(t, folder); len(left) > 0 {
		t.Errorf("the folder holds %q", left)
	}
}

// TestAFolderThatCannotBeWrittenIsNamed gives a file for the folder.
func TestAFolderThatCannotBeWrittenIsNamed(t *testing.T) {
	s := serve(t, "text", "")
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	last := get(t.Context(), filepath.Join(file, "below"), s.URL+"/e.mp3")
	if last.Err == nil || !strings.Contains(last.Err.Error(), "Name another folder with downloads in the settings") {
		t.Errorf("the last step is %+v", last)
	}
}

// TestALinkInTheFolderLeadsNothingOutOfIt makes the part a link to a file elsewhere.
func TestALinkInTheFolderLeadsNothingOutOfIt(t *testing.T) {
	s := serve(t, "text", `"e1"`)
	s.cut = 2
	folder := t.TempDir()
	_ = get(t.Context(), folder, s.URL+"/e.mp3")
	other := filepath.Join(t.TempDir(), "mine")
	if err := os.WriteFile(other, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.cut, s.etag = 0, `"e2"`
	parts, err := filepath.Glob(filepath.Join(folder, "*.part"))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range parts {
		_ = os.Remove(part)
		if err := os.Symlink(other, part); err != nil {
			t.Skip(err)
		}
	}
	_ = get(t.Context(), folder, s.URL+"/e.mp3")
	if data, err := os.ReadFile(other); err != nil || string(data) != "mine" {
		t.Errorf("the other file holds %q (%v)", data, err)
	}
}
