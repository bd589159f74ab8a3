// Package address is the one gate for addresses: Check decides which may be opened, Finder finds them in a text, and site.go tells what site
// they belong to.
package address
