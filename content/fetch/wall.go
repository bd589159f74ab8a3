package fetch

import (
	"net/url"
	"strings"

	"lede/model/address"
)

// wall is the sentence for a page that stands before the one that was asked for: a login, a question for consent, a
// network that wants to be paid first. Only where an address has led on is such a page not the one that was asked
// for.
func (t *trip) wall(at *url.URL) error {
	host := t.from.Hostname()
	switch was, is := stationOf(t.from), stationOf(at); {
	case is == was || is == "":
		return nil
	case is == "consent":
		return t.error(host+" asks for your consent first", browserAdvice, nil)
	case is == "portal" && address.Site(host) != address.Site(at.Hostname()):
		return t.error("this network wants you to log in first", "Log in to it in the browser, then try again", nil)
	case is == "login":
		return t.error(host+" asks you to log in", browserAdvice, nil)
	}
	return nil
}

// stations are what parts of a host or a path say of a page that stands before another.
var stations = map[string]string{
	"consent": "consent", "guce": "consent", "cookiewall": "consent", "privacy-gate": "consent", "privacygate": "consent",
	"captive": "portal", "captiveportal": "portal", "captive-portal": "portal", "hotspot": "portal",
	"hotspotlogin": "portal",
	"guestportal":  "portal", "portal": "portal", "wifi": "portal",
	"login": "login", "log-in": "login", "signin": "login", "sign-in": "login", "sign_in": "login", "logon": "login",
	"sso":   "login",
	"oauth": "login", "oauth2": "login", "authorize": "login", "auth": "login", "accounts": "login", "anmelden": "login",
	"connexion": "login",
}

// stationOf returns what a page asks for before it lets one through, by its address: "consent", "portal", "login", or
// "" for any other page.
func stationOf(u *url.URL) string {
	found := ""
	for _, part := range strings.FieldsFunc(strings.ToLower(u.Hostname()+"/"+u.Path), func(r rune) bool {
		return r == '/' || r == '.'
	}) {
		switch s := stations[part]; {
		case s == "":
		case s != "login":
			return s
		default:
			found = s
		}
	}
	return found
}
