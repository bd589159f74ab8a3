// Package guard protects those who read Markdown against texts that are made to take long. Readers of Markdown take
// the square, or worse, of some shapes: 200 bytes of nested quotations can cost seconds. Start with Markdown.
package guard
