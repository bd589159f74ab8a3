package topics_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lede/content/topics"
	"lede/model"
	"lede/model/effort"
)

// TestOfEndsSoonWhateverTheText reads texts that are made to take long. A time that grew with the square of their
// length would be a minute and more.
func TestOfEndsSoonWhateverTheText(t *testing.T) {
	var names, longer strings.Builder
	for i := range 6000 {
		name := fmt.Sprintf("%c%c%c", 'A'+i/26/26%26, 'a'+i/26%26, 'a'+i%26)
		fmt.Fprintf(&names, "met %s Smith and ", name)
		fmt.Fprintf(&longer, "met %s %s Smith and ", name, name)
	}
	tags := make([]model.Topic, 50_000)
	for i := range tags {
		tags[i] = model.Topic{Name: fmt.Sprintf("the subject number %d", i), From: model.Publisher}
	}
	for name, a := range map[string]model.Article{
		"a surname of thousands":       article("One", names.String()),
		"longer names of thousands":    article("One", longer.String()),
		"initials without end":         article("One", strings.Repeat("U.", 32<<10)),
		"initials behind a hyphen":     article("One", "a-"+strings.Repeat("U.", 32<<10)),
		"hyphens without end":          article("One", strings.Repeat("Ab-", 20<<10)),
		"apostrophes without end":      article("One", strings.Repeat("a'", 32<<10)),
		"a title without end":          article(strings.Repeat("Harbour Words ", 1<<20), "One."),
		"more topics than one can say": {Entry: model.Entry{Title: "One", Topics: tags}},
	} {
		before := effort.Used()
		topics.Of(a)
		if took := effort.Used() - before; took > 30*time.Second {
			t.Errorf("%s: it takes %v", name, took)
		}
	}
}

// TestOfReadsOnWhereTheHeadEndsInALetter fills the head so that its last byte is no whole letter.
func TestOfReadsOnWhereTheHeadEndsInALetter(t *testing.T) {
	var blocks []string
	for range 600 {
		blocks = append(blocks, "Город Вестхавен ждёт воды.")
	}
	head := strings.Repeat("x", 64<<10-1)
	if got := names(topics.Of(article(append([]string{"", head}, blocks...)...))); !strings.Contains(got, "Вестхавен") {
		t.Errorf("Of = %s; want Вестхавен", got)
	}
}
