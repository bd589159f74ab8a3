// Package clean makes untrusted text safe to show: nothing that passes it can drive a terminal, hide
// words or reorder them.
//
// It works by code point, never by sequence, so what follows a forbidden character stays text. It has
// no dependencies, and every package may use it: the door is wherever text comes in.
package clean

import "strings"

// Text returns s with every forbidden character replaced or removed; newlines and tabs stay.
func Text(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// Line returns s clean, on one line: white space is folded to single spaces and trimmed.
func Line(s string) string { return strings.Join(strings.Fields(Text(s)), " ") }
