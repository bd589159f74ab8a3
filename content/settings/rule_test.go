package settings

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestRulesAreRead(t *testing.T) {
	c, err := Read(written(t, `
[[rule]]
name = "tickers"
query = 'title:~"^(live|ticker)"'
read = true

[[rule]]
name = "coast"
query = "feed:courier harbour"
star = true
topic = "Coast"
hide = false
`), nil)
	want := []model.EntryRule{
		{Name: "tickers", Query: `title:~"^(live|ticker)"`, Read: true},
		{Name: "coast", Query: "feed:courier harbour", Star: true, Topic: "Coast"},
	}
	if diff := cmp.Diff(want, c.Rules); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestWrongRulesAreNamedWithTheirLine(t *testing.T) {
	good := "[[rule]]\nname = 'a'\nquery = 'tide'\nread = true\n\n" // 5 lines
	for _, c := range [][2]string{
		{"[[rule]]\nname = '!'\nquery = 'x'\nread = true", `line 2: rule.name is "!", and must have a letter.`},
		{
			good + "[[rule]]\nname = 'b'\nread = true\nquery = 'title:~['",
			`line 9: rule.query of "b" cannot be read: The [ in`,
		},
		{
			good + "[[ rule ]] # two\nname = 'b'\nquery = 'is:new'",
			`line 8: rule.query of "b" cannot be read: "new" is none of`,
		},
		{good + "[[rule]]\nname = 'b'\nread = true", `line 6: rule.query of "b" asks for nothing`},
		{good + "[[rule]]\nname = 'b'\nquery = 'sort:date'", `line 8: rule.query of "b" asks for nothing`},
		{good + "[[rule]]\nname = 'b'\nquery = '-is:hidden'", `line 8: rule.query of "b" has is:hidden`},
		{good + "[[rule]]\nname = 'A'\nquery = 'x'\nhide = true", `line 7: rule.name is "A", as that of another rule`},
		{good + "[[rule]]\nname = 'b'\nquery = 'x'", `line 7: rule.name is "b", and the rule does nothing: set read,`},
		{good + "[[rule]]\nname = 'b'\nquery = 'x'\ntopic = '-'", `line 9: rule.topic is "-", and must have a letter.`},
		{
			good + "[[rule]]\nname = 'b'\nquery = 'x'\nreed = true",
			`line 9: there is no setting rule.reed; the nearest is read.`,
		},
		{good + "[[rule]]\nname = 'b'\nquery = 'x'\ndelete = true", `line 9: there is no setting rule.delete.`},
		{good + "[[rules]]\nname = 'b'", `there is no setting rules; the nearest is rule.`},
		{"them = 'dark'", `line 1: there is no setting them; the nearest is theme.`},
		{
			"them = 'dark'\n\nwidht = 80\n",
			`line 1: there is no setting them; the nearest is theme. Line 3: there is no setting widht; the nearest is width.`,
		},
		{
			"a=1\nb=1\nc=1\nd=1\ne=1\nf=1\ng=1\nh=1\ni=1\nj=1\nk=1\nl=1\n",
			`. Line 5: there is no setting e. Line 6: there is no setting f.`,
		},
		{
			"a=1\nb=1\nc=1\nd=1\ne=1\nf=1\ng=1\nh=1\ni=1\nj=1\nk=1\nl=1\n",
			`. Line 10: there is no setting j. There are 2 more mistakes.`,
		},
		{"[labels]\nrelate = ['x']", `line 2: there is no setting labels.relate; the nearest is related.`},
		{
			"[[query]]\nname = 'a'\nquery = 'x'\n[[query]]\nname = 'b'\nquery = '('",
			`line 6: query.query of "b" cannot be read`,
		},
	} {
		text, want := c[0], c[1]
		config, err := Read(written(t, text), nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q:\n got %v\nwant %s", text, err, want)
		}
		if len(config.Rules) > 0 {
			t.Errorf("%q: rules hold in spite of the mistake: %v", text, config.Rules)
		}
	}
}
