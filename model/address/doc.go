// Package address is the one gate for addresses. Check decides which may be opened, and CheckHost which hosts;
// IsChecked is the gate in front of a terminal or another program. Finder finds addresses in a text, and site.go says
// what site they belong to.
package address
