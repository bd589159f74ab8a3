package render

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui/theme"
)

// TestSeveralGoroutinesDrawAtOnce draws by one renderer and by others of other themes at once, and compares with what
// each draws alone.
func TestSeveralGoroutinesDrawAtOnce(t *testing.T) {
	block := func(i int) model.Block {
		if i%5 == 0 {
			return model.Code{Language: "go", Source: "func f() string { return \"x\" } // 1"}
		}
		k := kinds[i%len(kinds)]
		return model.Prose{Kind: k.kind, Source: k.source}
	}
	var group sync.WaitGroup
	for _, name := range []string{"dark", "dracula", "glamour:light"} {
		th, err := theme.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		shared, alone := New(th, 60), New(th, 60)
		for i := range 2 * len(kinds) {
			want := alone.Block(block(i))
			group.Go(func() {
				if diff := cmp.Diff(want, shared.Block(block(i))); diff != "" {
					t.Errorf("%s (-alone +together):\n%s", name, diff)
				}
			})
		}
	}
	group.Wait()
}
