// Package charset turns bytes in any encoding that lede knows into clean text.
//
// Start with Read in decode.go. Encodings that nothing declares are told apart by pairs of letters (legacy.go);
// binary.go says what is not text.
package charset
