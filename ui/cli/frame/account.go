package frame

import (
	"fmt"
	"strings"

	"lede/model"
	"lede/model/clean"
)

// FindAccount returns the place of the account that a word names: its name, or a part of its name and its address.
func FindAccount(accounts []model.Account, word string) (int, error) {
	word = strings.ToLower(strings.TrimRight(word, "/"))
	for _, same := range []func(a *model.Account) bool{
		func(a *model.Account) bool { return strings.ToLower(a.Called()) == word },
		func(a *model.Account) bool {
			return strings.Contains(strings.ToLower(a.Called()+"\n"+a.Address+"\n"+a.User), word)
		},
	} {
		var found []int
		for i := range accounts {
			if same(&accounts[i]) {
				found = append(found, i)
			}
		}
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			return 0, fmt.Errorf("%q means several accounts: %s, %s", clean.Line(word),
				clean.Line(accounts[found[0]].Called()), clean.Line(accounts[found[1]].Called()))
		}
	}
	return 0, fmt.Errorf("there is no account %q; see lede account list", clean.Line(word))
}
