package remote

import (
	"errors"
	"time"

	"lede/model/clean"
	"lede/model/figure"
)

// The kinds of errors that a Service returns, to be matched with errors.Is.
var (
	// ErrLogin says that the server does not take the user's name and password, or token.
	ErrLogin = errors.New("the server does not accept the login")
	// ErrNonsense says that an answer is not one of this API: nothing may be concluded from it.
	ErrNonsense = errors.New("the answer makes no sense")
	// ErrUnsupported says that the server cannot do what was asked.
	ErrUnsupported = errors.New("the server cannot do this")
)

// WaitError says that the server wants to be left alone for some time: 429, 503 or a daily limit.
type WaitError struct {
	Host string
	Wait time.Duration // 0 when the server does not say how long
}

// Error is a sentence.
func (e WaitError) Error() string {
	if e.Wait <= 0 {
		return e.Host + " takes no requests right now. Try again later."
	}
	return e.Host + " takes no requests right now. It asks to wait " + figure.Wait(e.Wait) + "."
}

// Error is a sentence about a server: what is wrong, and what to do. Its text is clean and holds no password.
type Error struct {
	Problem string // without a period
	Advice  string // likewise, or ""
	Kind    error  // one of the kinds above, or nil
	Err     error  // the cause for the log, or nil
}

// NewError makes an Error whose texts are clean and hold no passwords of addresses.
func NewError(kind error, problem, advice string, cause error) *Error {
	return &Error{Problem: clean.Masked(clean.Line(problem)), Advice: advice, Kind: kind, Err: cause}
}

// Error is the sentence.
func (e *Error) Error() string {
	if e.Advice == "" {
		return e.Problem + "."
	}
	return e.Problem + ". " + e.Advice + "."
}

// Unwrap returns the kind and the cause.
func (e *Error) Unwrap() []error {
	var all []error
	for _, err := range []error{e.Kind, e.Err} {
		if err != nil {
			all = append(all, err)
		}
	}
	return all
}
