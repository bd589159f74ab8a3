package db

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestAWriterWaitsForItsTurnWhileOthersGetTheirsDone(t *testing.T) {
	other := errors.New("something else")
	for _, c := range []struct {
		name  string
		fails []error // of the tries, in order; then all is well
		stuck bool    // nobody gets anything done meanwhile
		want  error
		tries int
	}{
		{"nobody writes", nil, false, nil, 1},
		{"three are let in first", []error{ErrBusy, ErrBusy, ErrBusy}, false, nil, 4},
		{"one is stuck", []error{ErrBusy, ErrBusy}, true, ErrBusy, 1},
		{"something else is wrong", []error{other}, false, other, 1},
		{"others are let in for ever", make([]error, 1000), false, ErrBusy, mostTurns},
	} {
		tries, version := 0, int64(1)
		err := inTurn(func() error {
			tries++
			if !c.stuck {
				version++
			}
			switch {
			case tries > len(c.fails):
				return nil
			case c.fails[tries-1] == nil:
				return ErrBusy
			}
			return c.fails[tries-1]
		}, func() int64 { return version })
		if !errors.Is(err, c.want) || tries != c.tries {
			t.Errorf("%s: got %v after %d tries, want %v after %d", c.name, err, tries, c.want, c.tries)
		}
	}
}

// TestWhatOthersWriteIsSeen holds the number that Begin waits by to what SQLite says.
func TestWhatOthersWriteIsSeen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var both [2]*DB
	for i := range both {
		both[i] = New(path, false, false, nil)
		if err := both[i].OpenWriter(false); err != nil {
			t.Fatal(err)
		}
		defer both[i].Close()
	}
	ctx := context.Background()
	one, two := both[0], both[1]
	before := one.written(ctx)
	if _, err := two.Write.Exec(`PRAGMA journal_mode = WAL; CREATE TABLE t (a)`); err != nil {
		t.Fatal(err)
	}
	after := one.written(ctx)
	if before == 0 || after == before {
		t.Errorf("%d before another program wrote, %d after", before, after)
	}
	if again := one.written(ctx); again != after {
		t.Errorf("%d, and %d when nobody had written", after, again)
	}
}
