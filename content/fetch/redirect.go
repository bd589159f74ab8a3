package fetch

import (
	"net/http"
	"net/url"

	"lede/model/address"
)

// redirects reports whether an answer only leads on to another address.
func redirects(a *http.Response) bool {
	switch a.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect,
		http.StatusPermanentRedirect:
		return true
	}
	return false
}

// next is the address that the answer for u leads on to.
func (t *trip) next(u *url.URL, a *http.Response) (*url.URL, error) {
	location := a.Header.Get("Location")
	if location == "" {
		return nil, t.error("it leads on without saying where to", browserAdvice, nil)
	}
	to, err := u.Parse(address.Percent(location))
	if err == nil {
		to, err = checkAddress(to)
	}
	if err != nil {
		return nil,
			t.error("it leads on to what is not opened, "+Shown(location), "Check the address, or open it in the browser", err)
	}
	if host := to.Hostname(); stationOf(to) != "" && !t.mayBePrivate(host) && privateName(host, t.web.private) {
		return nil,
			t.error("this network wants you to log in first", "Log in to it in the browser, then try again", privateError{host})
	}
	if u.Scheme == "https" && to.Scheme == "http" {
		t.notes = append(t.notes, u.Hostname()+" led on to "+to.Hostname()+
			" without encryption: others may have read and changed this page on its way.")
	}
	return to, nil
}
