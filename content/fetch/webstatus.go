package fetch

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"lede/model/figure"
)

// StatusError is the cause of an Error when a server has answered, and with no page.
type StatusError struct {
	Code int
	Wait time.Duration // how long the server asks to wait, 0 when it does not say
}

// Error is the status.
func (e StatusError) Error() string { return "status " + strconv.Itoa(e.Code) }

// status is the sentence for an answer that brings no page, by its status, and nil for one that does.
func (t *trip) status(a *http.Response) error {
	host := a.Request.URL.Hostname()
	code := a.StatusCode
	if code == http.StatusOK || code == http.StatusPartialContent || code == http.StatusNonAuthoritativeInfo {
		return nil
	}
	wait := t.retryAfter(a.Header.Get("Retry-After"))
	cause := StatusError{code, wait}
	if a.Header.Get("Cf-Mitigated") == "challenge" {
		return t.error(host+" wants to see that you are not a program", browserAdvice, cause)
	}
	if code == http.StatusTooManyRequests && wait > 0 {
		t.web.quiet.Store(host, t.web.now().Add(min(wait, longestWait)))
	}
	if known, ok := statuses[code]; ok {
		advice := known.advice
		if wait > 0 && (code == http.StatusTooManyRequests || code == http.StatusServiceUnavailable) {
			advice = "It asks to wait " + figure.Wait(wait)
		}
		return t.error(fmt.Sprintf(known.problem, host), advice, cause)
	}
	told := strconv.Itoa(code)
	if text := http.StatusText(code); text != "" {
		told += ", " + text
	}
	switch {
	case code >= 500:
		return t.error(host+" has a fault ("+told+")", againAdvice, cause)
	case code >= 400:
		return t.error(host+" refuses it ("+told+")", browserAdvice, cause)
	}
	return t.error(host+" answers what was not asked ("+told+")", browserAdvice, cause)
}

// longestWait is how long a host is left alone at most.
const longestWait = 7 * 24 * time.Hour

// leftAlone is the sentence for a host that has asked not to be asked for some time, nil for any other. It has asked
// for all of its pages.
func (t *trip) leftAlone(host string) error {
	until, ok := t.web.quiet.Load(host)
	if !ok {
		return nil
	}
	wait := until.(time.Time).Sub(t.web.now())
	if wait <= 0 {
		t.web.quiet.Delete(host)
		return nil
	}
	const code = http.StatusTooManyRequests
	return t.error(fmt.Sprintf(statuses[code].problem, host), "It asks to wait "+figure.Wait(wait),
		StatusError{code, wait})
}

// statuses tell what a status means; %s stands for the host.
var statuses = map[int]struct{ problem, advice string }{
	http.StatusNoContent:    {"%s answers that the page is empty (204)", browserAdvice},
	http.StatusResetContent: {"%s answers that the page is empty (205)", browserAdvice},
	http.StatusNotModified: {
		"%s answers that nothing has changed, which was not asked (304)",
		againAdvice,
	},
	http.StatusUnauthorized:    {"%s asks for a name and a password (401)", "Log in to it in the browser"},
	http.StatusPaymentRequired: {"%s wants to be paid (402)", browserAdvice},
	http.StatusForbidden:       {"%s refuses it (403)", browserAdvice},
	http.StatusNotFound:        {"%s has no such page (404)", "Check the address"},
	http.StatusProxyAuthRequired: {
		"the proxy on the way to %s asks for a password (407)",
		"Put it into HTTPS_PROXY",
	},
	http.StatusRequestTimeout:             {"%s did not wait (408)", againAdvice},
	http.StatusGone:                       {"%s has taken the page away for good (410)", "Look for it elsewhere"},
	http.StatusTooManyRequests:            {"%s is asked too often (429)", againAdvice},
	http.StatusUnavailableForLegalReasons: {"%s may not show it, for legal reasons (451)", browserAdvice},
	http.StatusInternalServerError:        {"%s has a fault (500)", againAdvice},
	http.StatusBadGateway:                 {"%s has a fault, or is overloaded (502)", againAdvice},
	http.StatusServiceUnavailable:         {"%s cannot answer now (503)", againAdvice},
	http.StatusGatewayTimeout:             {"%s waits for another server in vain (504)", againAdvice},
	http.StatusNetworkAuthenticationRequired: {
		"this network wants you to log in first (511)",
		"Log in to it in the browser, then try again",
	},
}

// retryAfter is how long a server asks to wait, 0 when it does not.
func (t *trip) retryAfter(value string) time.Duration {
	if n, err := strconv.Atoi(value); err == nil {
		return time.Duration(min(max(n, 0), 1e8)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, at.Sub(t.web.now()))
	}
	return 0
}
