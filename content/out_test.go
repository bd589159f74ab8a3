package content_test

import (
	"strings"
	"syscall"
	"testing"

	"lede/content/contenttest"
	"lede/model/query"

	"lede/content"
)

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestExportThatCannotBeWrittenHasWrittenNothing(t *testing.T) {
	l := contenttest.NewLibrary(t, content.Options{Stdin: strings.NewReader(contenttest.Rows(3))})
	contenttest.Finish(l.Add(t.Context(), []string{"-"}, content.JSONLines))
	last := contenttest.Finish(l.Export(t.Context(), query.Query{}, content.JSONLines, "-", full{}))
	if last.Added != 0 || len(last.Errs) != 1 ||
		!strings.HasPrefix(last.Errs[0].Error(), "Cannot write to -: no space left on device.") {
		t.Errorf("%+v", last)
	}
}
