package manual

import (
	"flag"
	"os"
	"strings"
	"testing"

	"lede/model/query"
)

var update = flag.Bool("update", false, "write the table of terms anew")

// TestTheTermsOfTheManualAreThoseOfTheLanguage holds the table of queries.md to the one that queries are read by.
func TestTheTermsOfTheManualAreThoseOfTheLanguage(t *testing.T) {
	const page = "queries.md"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), "\n## Terms\n\n")
	table, after, ok := strings.Cut(rest, "\nA date is ")
	if !ok {
		t.Fatalf("%s has no terms followed by the dates", page)
	}
	if *update {
		text := before + "\n## Terms\n\n" + query.Table() + "\nA date is " + after
		if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := query.Table(); table != want {
		t.Errorf("%s has other terms than the language; write them anew with: go test ./content/manual -update\n"+
			"got\n%s\nwant\n%s", page, table, want)
	}
}
