package parse

import (
	"strings"
	"testing"
)

func TestHeadOfAPage(t *testing.T) {
	prose := strings.Repeat("<p>"+council+" "+market+"</p>\n", 3000)
	page := "<!DOCTYPE html><title>The tide</title><style>p { color: red }</style><script>var a = 'words that nobody " +
		"reads'</script><body>" + prose
	whole, err := Read([]byte(page), Options{Name: "a.html"})
	if err != nil {
		t.Fatal(err)
	}
	e, err := headOf([]byte(page), Options{Name: "a.html"})
	if err != nil || e.Title != "The tide" {
		t.Errorf("Head says the title is %q, %v; want The tide", e.Title, err)
	}
	if e.Words < whole.Words*9/10 || e.Words > whole.Words*11/10 {
		t.Errorf("Head says that there are %d words, want about %d", e.Words, whole.Words)
	}
}

func TestCutOfAPageReadsByItself(t *testing.T) {
	page := "<!DOCTYPE html><title>The tide</title><style>\n\n# a { }\n\n</style><body><article>" +
		strings.Repeat("<p>"+council+" "+market+"</p>", 400)
	part := cut(page[:40_000], HTML)
	if len(part) < 39_000 {
		t.Fatalf("cut leaves %d bytes of 40000", len(part))
	}
	a, err := Read([]byte(part), Options{})
	if err != nil {
		t.Fatal(err)
	}
	blocks := a.Blocks()
	if len(blocks) < 40 || blocks[0].Text() != council+" "+market || blocks[len(blocks)-2].Text() != council+" "+market {
		t.Errorf("the cut page has %d blocks, the first %q", len(blocks), blocks[0].Text())
	}
}
