package greader

import (
	"fmt"
	"strconv"
	"strings"

	"lede/content/remote"
)

// long is what the long form of an ID begins with; 16 hexadecimal digits follow at most servers.
const long = "tag:google.com,2005:reader/item/"

// asked is an ID as it is sent: a number in the long form, which all servers take that have numbers, so that 16
// decimal digits are not taken for hexadecimal ones; anything else as the server wrote it.
func asked(id remote.EntryID) string {
	n, err := strconv.ParseInt(string(id), 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != string(id) {
		return string(id)
	}
	return fmt.Sprintf("%s%016x", long, uint64(n)) //nolint:gosec // the IDs are signed
}

// written are the forms that an ID may have in a list when an entry has it in the form given.
func written(id string) []remote.EntryID {
	forms := []remote.EntryID{remote.EntryID(id)}
	short, ok := strings.CutPrefix(id, long)
	if ok {
		forms = append(forms, remote.EntryID(short))
	}
	if n, err := strconv.ParseUint(short, 16, 64); err == nil && len(short) == 16 {
		forms = append(forms, remote.EntryID(strconv.FormatInt(int64(n), 10))) //nolint:gosec // the IDs are signed
	}
	return forms
}

// stateOf is what a category of an entry ends with when it is a state, such as "read"; "" when it is none.
func stateOf(category string) string {
	const mark = "/state/com.google/"
	if i := strings.LastIndex(category, mark); i >= 0 && strings.HasPrefix(category, "user/") {
		return category[i+len(mark):]
	}
	return ""
}

// labelOf is the name of a label or folder, "" when a stream is none.
func labelOf(stream string) string {
	if rest, ok := strings.CutPrefix(stream, "user/"); ok {
		if _, name, ok := strings.Cut(rest, "/label/"); ok {
			return name
		}
	}
	return ""
}

const (
	readingList = "user/-/state/com.google/reading-list"
	read        = "user/-/state/com.google/read"
	starred     = "user/-/state/com.google/starred"
)

func label(name string) string { return "user/-/label/" + name }
