package console

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model/clean"
)

// The exit statuses. A program that a signal ends returns 128 and the signal's number.
const (
	Done         = 0
	Failed       = 1 // what was tried did not work; one line says why
	Misuse       = 2 // an unknown command or flag; also after a crash
	NothingFound = 3 // there is no post, no link, no topic, no article
)

// misuseError is a command line that cannot be understood.
type misuseError struct{ error }

func (e misuseError) Unwrap() error { return e.error }

// nothingError says that what was asked for is not in the article.
type nothingError struct{ what string }

func (e nothingError) Error() string { return e.what }

// Misused makes an error one of wrong use.
func Misused(err error) error { return misuseError{err} }

// Nothing is the error of a command that has found nothing, which a sentence says.
func Nothing(sentence string) error { return nothingError{sentence} }

// Report says on standard error what went wrong and returns the exit status.
func (c *Console) Report(err error) int {
	if err == nil {
		return Done
	}
	var silent Exit
	if errors.As(err, &silent) {
		return int(silent)
	}
	c.Log.failure(err)
	_, _ = fmt.Fprintln(c.Stderr, "lede: "+lower(clean.Line(err.Error())))
	var wrong misuseError
	var none nothingError
	switch {
	case errors.As(err, &wrong):
		return Misuse
	case errors.As(err, &none):
		return NothingFound
	default:
		return Failed
	}
}

// Exit is an exit status whose cause has been told already.
type Exit int

func (e Exit) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// lower makes a sentence the continuation of "lede: ". A name written in capitals stays.
func lower(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(second) || strings.HasPrefix(s, "I ") {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}

// Mention prints an error that does not end the command.
func (c *Console) Mention(err error) error {
	c.Report(err)
	return Exit(Failed)
}

// Say says a sentence on standard error, as it says what went wrong.
func (c *Console) Say(sentence string) { c.Report(errors.New(sentence)) }
