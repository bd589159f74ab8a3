package library

import (
	"errors"
	"strings"
	"testing"

	"lede/ui/uitest"
)

func TestWhatWentWrongBeforeTheScreenIsSaidOnIt(t *testing.T) {
	o := uitest.HomeOptions(uitest.NewFakeStore(walkedEntries()))
	o.Problem = errors.New("Cannot use the settings in config.toml line 3: there is no setting thme")
	if a := started(o, 100, 20); !strings.Contains(uitest.LastLine(a), "line 3: there is no setting thme.") {
		t.Errorf("the last line is %q", uitest.LastLine(a))
	}
}
