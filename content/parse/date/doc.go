// Package date reads dates as people print them, in the languages of names.go, and as programs write them.
//
// Start with Parse, which wants a text that is a date and nothing else, and Scan, which finds how far one reaches.
package date
