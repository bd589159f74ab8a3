package content

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"lede/model"
)

func TestExportKeepsArticlesApartThatAreNamedAlike(t *testing.T) {
	dir := t.TempDir()
	to, err := newSink("markdown", dir, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []model.ID{"1a2b3c4d00000001", "1a2b3c4d00000002"} {
		if err := to.put(piece{entry: model.Entry{ID: id, Title: "../../Tides/.."}, data: []byte(id)}); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{
		"tides-1a2b3c4d.md": "1a2b3c4d00000001", "tides-1a2b3c4d00000002.md": "1a2b3c4d00000002",
	} {
		path := filepath.Join(dir, name)
		got, err := os.ReadFile(path)
		if string(got) != want {
			t.Errorf("%s: got %q, %v, want %s", name, got, err, want)
		}
		if info, err := os.Stat(path); err == nil && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: mode %v", name, info.Mode())
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 2 {
		t.Errorf("%d files are in the folder", len(left))
	}
}

func TestExportToATerminalPassesTheGate(t *testing.T) {
	var out bytes.Buffer
	to, err := newSink(JSONLines, "-", &out, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := to.put(piece{data: []byte("{\"title\":\"a\u009b31m\u202e\x1b]0;x\a\"}\n")}); err != nil {
		t.Fatal(err)
	}
	if err := to.close(); err != nil || out.String() != "{\"title\":\"a\uFFFD31m\uFFFD]0;x\uFFFD\"}\n" {
		t.Errorf("got %q, %v", out.String(), err)
	}
}
