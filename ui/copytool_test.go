package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAClipboardToolThatHangsIsEnded copies with one that never ends.
func TestAClipboardToolThatHangsIsEnded(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for two seconds")
	}
	dir := t.TempDir()
	tool := filepath.Join(dir, "wl-copy")
	if err := os.WriteFile(tool, []byte("#!/bin/sh\nexec sleep 600\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	err := pipeTo("text", tool)
	if err == nil || !strings.Contains(err.Error(), "wl-copy did not answer") {
		t.Errorf("got %v", err)
	}
	if took := time.Since(began); took > 20*copyPatience {
		t.Errorf("it took %v", took)
	}
}
