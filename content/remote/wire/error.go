package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"lede/content/remote"
	"lede/model/clean"
)

// StatusError is the cause of an error when a server has answered with a status that is one.
type StatusError struct {
	Code int
	Said string // what the server said of it: clean, short, or ""
}

// Error is the status, and what the server said.
func (e StatusError) Error() string {
	if e.Said == "" {
		return "status " + strconv.Itoa(e.Code)
	}
	return "status " + strconv.Itoa(e.Code) + ": " + e.Said
}

// maxSaid is how much of what a server says of an error is shown, in bytes.
const maxSaid = 200

// Status is the error that the status of an answer is, nil for 200 to 299.
func (c *Client) Status(a Answer) error {
	host, cause := c.Host(), StatusError{a.Status, said(a)}
	switch {
	case a.Status >= 200 && a.Status < 300:
		return nil
	case a.Status == http.StatusUnauthorized, a.Status == http.StatusForbidden && !isPage(a.Data):
		return remote.NewError(remote.ErrLogin, host+" does not accept the login of the account",
			"Check its user and its password or token", cause)
	case a.Status == http.StatusTooManyRequests, a.Status == http.StatusServiceUnavailable:
		return remote.WaitError{Host: host, Wait: waitOf(a.Header.Get("Retry-After"), c.now)}
	case a.Status == http.StatusNotFound:
		return remote.NewError(nil, host+" has no such page (404)", "Check the address and the kind of the account", cause)
	case a.Status == http.StatusProxyAuthRequired, a.Status == http.StatusNetworkAuthenticationRequired:
		return remote.NewError(nil, fmt.Sprintf("the network on the way to %s wants a login (%d)", host, a.Status),
			"Log in to it in the browser", cause)
	case a.Status >= 500:
		return remote.NewError(nil, fmt.Sprintf("%s has a fault (%d)", host, a.Status), "Try again later", cause)
	case cause.Said != "":
		return remote.NewError(nil, fmt.Sprintf("%s refuses this (%d: %s)", host, a.Status, cause.Said), "", cause)
	}
	return remote.NewError(nil, fmt.Sprintf("%s refuses this (%d)", host, a.Status), "", cause)
}

// said is the sentence in an answer that is an error: error_message of JSON, or a short plain text.
func said(a Answer) string {
	var known struct {
		Message string `json:"error_message"`
	}
	text := string(a.Data)
	switch {
	case isPage(a.Data):
		return ""
	case json.Unmarshal(a.Data, &known) == nil:
		text = known.Message
	}
	return clean.Masked(clean.Line(clean.Clip(text, maxSaid)))
}

// isPage reports whether an answer is a page for people.
func isPage(data []byte) bool {
	head := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 512)]))
	return bytes.HasPrefix(head, []byte("<"))
}

// waitOf is how long an answer asks to wait, in seconds or until a date; 0 when it does not say.
func waitOf(value string, now func() time.Time) time.Duration {
	const longest = 7 * 24 * time.Hour
	if n, err := strconv.Atoi(value); err == nil {
		return min(time.Duration(min(max(n, 0), 1e8))*time.Second, longest)
	}
	if at, err := http.ParseTime(value); err == nil {
		return min(max(0, at.Sub(now())), longest)
	}
	return 0
}

// Nonsense is the error for an answer that is not one of the API: a page of a proxy, a text that breaks off, a field
// of another kind.
func (c *Client) Nonsense(a Answer, cause error) error {
	host := c.Host()
	switch {
	case isPage(a.Data):
		return remote.NewError(remote.ErrNonsense, "a page came from "+host+" where data should have come",
			"Open it in the browser: the network may want a login, or the account's address is not that of the server", cause)
	case len(bytes.TrimSpace(a.Data)) == 0:
		return remote.NewError(remote.ErrNonsense, host+" answers with nothing", "Try again later", cause)
	}
	return remote.NewError(remote.ErrNonsense, "what "+host+" answers makes no sense, so nothing was changed",
		"Try again later; if it stays, check the kind of the account", cause)
}

// Code is the status that an error is about, 0 for any other error.
func Code(err error) int {
	if known, ok := errors.AsType[StatusError](err); ok {
		return known.Code
	}
	return 0
}
