// Package name reads who wrote an article and when: the names in a byline, and lines that say nothing but that.
//
// Start with Imprint, which reads such a line, and Authors, which reads the names in one.
package name
