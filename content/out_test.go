package content

import (
	"strings"
	"syscall"
	"testing"

	"lede/model/query"
)

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestExportThatCannotBeWrittenHasWrittenNothing(t *testing.T) {
	l := library(t, Options{Stdin: strings.NewReader(rows(3))})
	finish(l.Add(t.Context(), []string{"-"}, JSONLines))
	last := finish(l.Export(t.Context(), query.Query{}, JSONLines, "-", full{}))
	if last.Added != 0 || len(last.Errs) != 1 ||
		!strings.HasPrefix(last.Errs[0].Error(), "Cannot write to -: no space left on device.") {
		t.Errorf("%+v", last)
	}
}
