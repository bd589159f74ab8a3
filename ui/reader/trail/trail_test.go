package trail

import (
	"fmt"
	"strings"
	"testing"

	"lede/ui/uitest"
)

func TestTheTrailLetsGoOfWhatIsFar(t *testing.T) {
	tr := Trail{Stops: []Stop{{Ref: "0"}}}
	for i := range 60 {
		a := uitest.Long(2000)
		if i == 58 {
			a.Source = strings.Repeat("x", keptBytes) // too much beside anything else
		}
		tr.Remember(&a)
		tr.add(Stop{Ref: fmt.Sprint(i + 1)})
		kept := 0
		for _, s := range tr.Stops {
			if s.Article != nil {
				kept++
			}
		}
		if want := min(i+1, keptStops); i < 58 && kept != want || i == 58 && kept != 1 || i == 59 && kept != 1 {
			t.Fatalf("%d articles are remembered after %d stops", kept, i+1)
		}
	}
}
