// Package lang holds what lede knows of languages: the wordings that mark a line as a related link, a notice or a part of a post,
// and a guess at the language of a text.
//
// Start with match.go, which compares a line with the wordings. labels.go, cardwords.go and nextwords.go hold them.
package lang
