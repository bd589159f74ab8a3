package action

import (
	"maps"
	"slices"
)

// Presets returns the names of the ready sets of keys, A–Z.
func Presets() []string { return slices.Sorted(maps.Keys(presets())) }

// presets are ready sets of keys for those who come from another program. What they leave out keeps lede's own keys.
func presets() map[string]Keymap {
	return map[string]Keymap{
		"vim": {
			"move.top":                 {"g g", "home"},
			"move.half-down":           {"ctrl+d"},
			"move.half-up":             {"ctrl+u"},
			"library.remove":           {"d d", "x", "delete"},
			"library.copy":             {"y y"},
			"library.undo":             {"u"},
			"article.copy":             {"y y"},
			"article.undo":             {"u"},
			"article.trail-back":       {"ctrl+o", "H"},
			"article.next-section":     {"] ]"},
			"article.previous-section": {"[ ["},
		},
		"newsboat": {
			"library.next-unread":    {"n", ">"},
			"library.read":           {"N", "m"},
			"library.read-all":       {"A", "M"},
			"library.tag":            {"ctrl+t", "t"},
			"article.next-unread":    {"n", ">"},
			"article.next-match":     {"ctrl+n"},
			"article.read":           {"N", "m"},
			"article.previous-match": {"ctrl+p"},
			"article.follow":         {"#", "f"},
			"article.source":         {"ctrl+u", "r"},
			"move.up":                {"k", "up"},
			"move.down":              {"j", "down"},
			"move.half-up":           {"u"},
		},
		"less": {
			"move.down":       {"j", "e", "down", "ctrl+e"},
			"move.up":         {"k", "y", "up", "ctrl+y"},
			"move.page-down":  {"space", "f", "pgdown", "ctrl+v"},
			"move.page-up":    {"b", "w", "pgup", "alt+v"},
			"move.top":        {"g", "<", "home"},
			"move.bottom":     {"G", "end"},
			"article.follow":  {"F"},
			"article.copy":    {"Y"},
			"library.copy":    {"Y"},
			"library.sources": {"ctrl+s"},
		},
	}
}
