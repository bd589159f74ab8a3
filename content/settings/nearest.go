package settings

import (
	"reflect"
	"strings"

	"lede/model"
)

// nearest names the setting of the same table that an unknown one is most like, or returns "".
func nearest(key string) string {
	table, name := "", key
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		table, name = key[:i], key[i+1:]
	}
	best, least := "", 3 // more letters apart is another word
	for _, known := range keysOf(reflect.TypeFor[model.Config](), table) {
		if d := distance(name, known); d < least && d < len(known) {
			best, least = known, d
		}
	}
	if best == "" {
		return ""
	}
	return "; the nearest is " + best
}

// keysOf returns the keys that a table of the settings may have; none for one that is unknown, or has any.
func keysOf(t reflect.Type, table string) []string {
	for t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	first, rest, _ := strings.Cut(table, ".")
	var keys []string
	for i := range t.NumField() {
		key := t.Field(i).Tag.Get("toml")
		if table != "" && key == first {
			return keysOf(t.Field(i).Type, rest)
		}
		if key != "" {
			keys = append(keys, key)
		}
	}
	if table != "" {
		return nil
	}
	return keys
}

// distance is how many letters must be put in, taken out or changed to make one word of another.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			last, row[j+1] = row[j+1], min(last+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
