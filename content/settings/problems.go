package settings

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"lede/model"
	"lede/model/clean"
)

// Each returns the errors that one was joined of, or that one alone; none for nil.
func Each(err error) []error {
	if err == nil {
		return nil
	}
	_, unknown := err.(*toml.StrictMissingError) //nolint:errorlint // which is one error here
	joined, ok := err.(interface{ Unwrap() []error })
	if unknown || !ok {
		return []error{err}
	}
	var all []error
	for _, inner := range joined.Unwrap() {
		all = append(all, Each(inner)...)
	}
	return all
}

// decoded reads TOML on top of the defaults as far as it can be read: a value of a wrong kind is left out. wrong are
// the errors of the decoder.
func decoded(data []byte) (c model.Config, wrong []error) {
	var any map[string]any
	sound := toml.Unmarshal(data, &any) == nil
	for {
		c = model.DefaultConfig()
		d := toml.NewDecoder(bytes.NewReader(data))
		d.DisallowUnknownFields()
		err := d.Decode(&c)
		var kind *toml.DecodeError
		var unknown *toml.StrictMissingError
		switch {
		case err == nil:
			return c, wrong
		case errors.As(err, &unknown), !errors.As(err, &kind):
			return c, append(wrong, err)
		case len(wrong) > 0 && len(kind.Key()) == 0:
			return c, wrong // what is left of a value of several lines
		}
		wrong = append(wrong, err)
		line, _ := kind.Position()
		if !sound || len(kind.Key()) == 0 || len(wrong) > maxNamed {
			return c, wrong
		}
		data = withoutLine(data, line)
	}
}

// withoutLine empties a line of a text, counted from 1.
func withoutLine(data []byte, line int) []byte {
	lines := bytes.SplitAfter(data, []byte("\n"))
	lines[line-1] = []byte("\n")
	return bytes.Join(lines, nil)
}

// onlyNew leaves out what is wrong with values in tables of which the decoder could not take all: it may follow from
// that.
func onlyNew(wrong []error, more error) []error {
	half := map[string]bool{}
	for _, err := range wrong {
		for _, key := range decodedKeys(err) {
			half[key[0]] = true
		}
	}
	return slices.DeleteFunc(Each(more), func(err error) bool {
		var value *ValueError
		return errors.As(err, &value) && half[tableOfKey(value.Key)]
	})
}

// decodedKeys are the keys that an error of the decoder is about.
func decodedKeys(err error) []toml.Key {
	var kind *toml.DecodeError
	var unknown *toml.StrictMissingError
	switch {
	case errors.As(err, &unknown):
		var keys []toml.Key
		for i := range unknown.Errors {
			keys = append(keys, unknown.Errors[i].Key())
		}
		return keys
	case errors.As(err, &kind) && len(kind.Key()) > 0:
		return []toml.Key{kind.Key()}
	}
	return nil
}

// tableOfKey is the first part of a key: "rule" of "rule[2].query".
func tableOfKey(key string) string {
	if at := strings.IndexAny(key, ".["); at >= 0 {
		return key[:at]
	}
	return key
}

// maxNamed is how many mistakes of a file are named.
const maxNamed = 10

// mistake is what is wrong in a line of a file, 0 where that is not known.
type mistake struct {
	line    int
	problem string
}

// inFile turns all that is wrong with data into a sentence that names the lines and the keys.
func inFile(path string, data []byte, err error) error {
	var all []mistake
	for _, e := range Each(err) {
		all = append(all, mistakesOf(data, e)...)
	}
	slices.SortStableFunc(all, func(a, b mistake) int { return cmp.Compare(a.line, b.line) })
	first := all[0]
	text := first.problem
	for _, m := range all[1:min(len(all), maxNamed)] {
		if m.line != first.line || m.line == 0 {
			text += fmt.Sprintf(". Line %d: %s", m.line, m.problem)
			continue
		}
		text += ". " + m.problem
	}
	if more := len(all) - maxNamed; more > 0 {
		text += fmt.Sprintf(". There are %d more mistakes", more)
	}
	return &Error{Path: path, Line: first.line, Problem: text, Err: err}
}

func mistakesOf(data []byte, err error) []mistake {
	var value *ValueError
	var strict *toml.StrictMissingError
	var decode *toml.DecodeError
	switch {
	case errors.As(err, &value):
		return []mistake{{lineOf(data, value.Key), value.Error()}}
	case errors.As(err, &strict):
		var all []mistake
		for i := range strict.Errors {
			line, _ := strict.Errors[i].Position()
			all = append(all, mistake{line, unknownKey("setting", &strict.Errors[i])})
		}
		return all
	case errors.As(err, &decode):
		line, _ := decode.Position()
		return []mistake{{line, decodeProblem(decode)}}
	}
	return []mistake{{0, clean.Line(err.Error())}}
}

// wrongKind is what the decoder says of a value of a wrong kind, in words of Go.
var wrongKind = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^cannot decode TOML (\w+) into`) })

// kinds are what a value of the wrong kind is called.
var kinds = map[string]string{
	"string": "a text", "integer": "a number", "float": "a number", "boolean": "true or false", "array": "a list",
	"table": "a table",
}

// kindProblem says that a value is of the wrong kind; "" when that is not what is wrong.
func kindProblem(key, problem string) string {
	found := wrongKind().FindStringSubmatch(problem)
	if found == nil || key == "" {
		return ""
	}
	return key + " cannot be " + cmp.Or(kinds[strings.ToLower(found[1])], "such a value")
}
