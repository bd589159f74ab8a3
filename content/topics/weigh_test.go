package topics_test

import (
	"strings"
	"testing"

	"lede/content/topics"
)

func TestAPersonIsNamedWithoutTheNounBefore(t *testing.T) {
	got := topics.Of(article(
		"Der Hafen bekommt eine neue Leitung",
		"Der Hafen wird im Herbst übergeben. Das hat die Referentin Petra Nordhoff am Montag im Rathaus gesagt.",
		"Für den Hafen ist das ein neuer Anfang, und auch für die Stadt am Fluss.",
	))
	if !named(got, "Petra Nordhoff") {
		t.Errorf("Of = %s; want Petra Nordhoff among them", names(got))
	}
}

func TestAGenitiveDoesNotBeginAName(t *testing.T) {
	got := topics.Of(article(
		"Petra Nordhoff verlässt den Hafen",
		"Petra Nordhoff geht. Eine Nordhoff hat den Hafen gebaut, und Nordhoff selbst hat ihn lange geleitet.",
		"Nun ist Nordhoffs Posten frei. Um Nordhoffs Posten bewerben sich viele. Das hat Nordhoff am Montag gesagt.",
	))
	if !named(got, "Petra Nordhoff") || named(got, "Nordhoffs Posten") {
		t.Errorf("Of = %s; want Petra Nordhoff among them and not Nordhoffs Posten", names(got))
	}
}

func TestAWordOfManyCompoundsIsTelling(t *testing.T) {
	text := "Der Deich und die Fähre sind alt. Der Wärter kennt den Deich und die Fähre seit vielen Jahren. " +
		"Am Deich und an der Fähre war gestern viel los."
	compounds := " Der Deichbruch, die Deichwacht, der Deichgraf, das Deichvorland und der Deichfuß sind bekannt."
	before := place(t, text, "Deich", "Fähre")
	after := place(t, text+strings.ReplaceAll(compounds, "Deich", "Fähren"), "Deich", "Fähre")
	if !before || after {
		t.Errorf("Deich is before Fähre: %t without compounds of Fähre, want true; %t with them, want false", before, after)
	}
}

// place reports whether a topic of a text is listed before another.
func place(t *testing.T, text, first, second string) bool {
	t.Helper()
	for _, topic := range topics.Of(article("Am Fluss", text)) {
		switch topic.Name {
		case first:
			return true
		case second:
			return false
		}
	}
	t.Fatalf("neither %q nor %q is a topic of %q", first, second, text)
	return false
}
