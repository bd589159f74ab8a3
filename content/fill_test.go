package content

import (
	"slices"
	"testing"

	"lede/model"
)

func TestWhatAnArticleSaysIsNoOption(t *testing.T) {
	a := model.Article{Entry: model.Entry{Title: "-rf \x1b[2J $(id)", URL: "https://a.example/?q=`id`"}}
	got := filled([]string{"mail", "-s", "%t", "--about=%t", "%u", "100%%", "%x"}, a)
	want := []string{
		"mail", "-s", " -rf �[2J $(id)", "--about=-rf �[2J $(id)", "https://a.example/?q=`id`", "100%", "%x",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
