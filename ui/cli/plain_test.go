package cli

import (
	"testing"

	"lede/model"
)

func TestARowIsOneLineWhateverAFileIsCalled(t *testing.T) {
	got := row(model.Entry{Ref: "a\nb\tc.md", Title: "Tides", Words: 300})
	if want := "a b c.md\tTides\t2 min"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
