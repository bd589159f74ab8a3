package settings

import (
	"errors"
	"strings"
	"testing"

	"lede/model"
)

// TestEachMistakeOfTheSettingsIsNamed writes files with several, and wants all of them with their lines, in order.
func TestEachMistakeOfTheSettingsIsNamed(t *testing.T) {
	check := func(c model.Config) error {
		var wrong []error
		if c.Theme != "auto" {
			wrong = append(wrong, &ValueError{Key: "theme", Problem: "cannot be used"})
		}
		if _, ok := c.Keys["stra"]; ok {
			wrong = append(wrong, &ValueError{Key: "keys.stra", Problem: "is not an action"})
		}
		return errors.Join(wrong...)
	}
	for text, want := range map[string]string{
		"theme = 'nosuch'\nwidth = 5\nopener = 'x'\n[keys]\nstra = 'x'": " line 1: theme cannot be used. Line 2: width is " +
			"5, and must be between 20 and 400. Line 3: opener has no %u, which stands for the address. Line 5: keys.stra " +
			"is not an action.",
		"mouse = 3\nwidth = 'wide'\ntheme = []\ncolour = 1\nsearch = 'x'": " line 1: mouse cannot be a number. Line 2: " +
			"width cannot be a text. Line 3: theme cannot be a list. Line 4: there is no setting colour. Line 5: " +
			"search must have one %s, which stands for the words.",
		"width = 5\n[[query]]\nname = '-'\nquery = 'x'\n[[query]]\nname = 'b'\nquery = '('": " line 1: width is 5, and " +
			"must be between 20 and 400. Line 3: query.name is \"-\", and must have a letter. Line 7: query.query of \"b\"",
		// What follows from another mistake is none.
		"[[rule]]\nname = 3\nquery = 'x'\nread = true": " line 2: rule.name cannot be a number.",
		"width = [\n1,\n2,\n]\nmouse = 'x'":            " line 1: width cannot be a list.",
		"width = 5\nmouse = = 1": " line 1: width is 5, and must be between 20 and " +
			"400. Line 2: unexpected character",
	} {
		_, err := Read(written(t, text), check)
		if err == nil {
			t.Errorf("%q is taken", text)
			continue
		}
		_, got, _ := strings.Cut(err.Error(), "config.toml")
		if !strings.HasPrefix(got, want) {
			t.Errorf("%q:\n got%s\nwant%s", text, got, want)
		}
	}
}
