package query

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"

	"lede/model"
)

// Like holds when the pattern matches a part of the text of the field. Feeds are matched by any of their names.
type Like struct {
	Field   Field
	Pattern Pattern
}

// Pattern is a regular expression in the syntax of RE2, which takes a time in proportion to the text and no more. It
// goes by letters whatever their case, but not by their accents. The zero value matches everything.
//
// See https://github.com/google/re2/wiki/Syntax.
type Pattern struct {
	source string
	re     *regexp.Regexp
}

// maxPattern is how long a pattern may be, in bytes.
const maxPattern = 500

// NewPattern reads a pattern. why says what is wrong with one that is none, as a sentence without its period.
func NewPattern(source string) (p Pattern, why string) {
	switch {
	case source == "":
		return p, `There is no pattern after the ~; write one, such as title:~"^(live|ticker)"`
	case len(source) > maxPattern:
		return p, fmt.Sprintf("The pattern is too long; it may have %d bytes", maxPattern)
	}
	if _, err := syntax.Parse(source, syntax.Perl); err != nil { // a)(b would make sense inside the parentheses below
		return p, wrongPattern(err)
	}
	re, err := regexp.Compile("(?i:" + source + ")")
	if err != nil {
		return p, wrongPattern(err)
	}
	return Pattern{source, re}, ""
}

// wrongPattern says what is wrong with a pattern.
func wrongPattern(err error) string {
	var wrong *syntax.Error
	if !errors.As(err, &wrong) {
		return "The pattern cannot be read"
	}
	switch wrong.Code {
	case syntax.ErrMissingParen, syntax.ErrUnexpectedParen:
		return "A ( or ) of the pattern is alone; write \\( for the sign itself, and quotes round a pattern that has any"
	case syntax.ErrMissingBracket:
		return fmt.Sprintf("The [ in %q has no ]", wrong.Expr)
	case syntax.ErrMissingRepeatArgument:
		return fmt.Sprintf("There is nothing for %s to repeat", wrong.Expr)
	case syntax.ErrInvalidRepeatOp:
		return fmt.Sprintf("%s repeats a repetition; take one sign away", wrong.Expr)
	case syntax.ErrInvalidRepeatSize, syntax.ErrLarge, syntax.ErrNestingDepth:
		return "The pattern repeats too much; repeat at most 1000 times, and nest less"
	case syntax.ErrTrailingBackslash:
		return `The pattern ends in a \; write \\ for the sign itself`
	case syntax.ErrInvalidPerlOp:
		return fmt.Sprintf("%s is not understood: patterns are RE2's, which do not look ahead or back", wrong.Expr)
	case syntax.ErrInvalidCharRange, syntax.ErrInvalidCharClass:
		return fmt.Sprintf("%s is not a range of characters", wrong.Expr)
	case syntax.ErrInvalidEscape:
		return fmt.Sprintf(`%s has no meaning; write \\ for a backslash`, wrong.Expr)
	case syntax.ErrInvalidNamedCapture, syntax.ErrInvalidUTF8, syntax.ErrInternalError:
	}
	return fmt.Sprintf("The pattern is wrong at %q", wrong.Expr)
}

// readPattern reads the value of a field as a pattern.
func readPattern(field string) func(*parser, string) (Expr, string) {
	f := Field(field)
	if f == "text" {
		f = Anywhere
	}
	return func(_ *parser, v string) (Expr, string) {
		p, why := NewPattern(v)
		if why != "" {
			return nil, why
		}
		return Like{f, p}, ""
	}
}

// String returns the pattern as it was written.
func (p Pattern) String() string { return p.source }

// Match reports whether the pattern matches a part of a text.
func (p Pattern) Match(text string) bool { return p.re == nil || p.re.MatchString(text) }

// Equal reports whether two patterns are written alike.
func (p Pattern) Equal(other Pattern) bool { return p.source == other.source }

func (Like) term() {}

func (l Like) write(bool) string {
	field, source := l.Field, l.Pattern.source
	if field == Anywhere {
		field = "text"
	}
	if strings.ContainsAny(source, " \t\n()") || strings.HasPrefix(source, `"`) {
		source = `"` + strings.ReplaceAll(source, `"`, `\x22`) + `"`
	}
	return string(field) + ":~" + source
}

func (l Like) holds(r model.Record) bool {
	return slices.ContainsFunc(textsOf(r, l.Field), l.Pattern.Match)
}
