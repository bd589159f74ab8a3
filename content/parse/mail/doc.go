// Package mail takes messages apart: letters (RFC 5322 with MIME), mailboxes of several (mbox, RFC 4155) and pages
// that a browser saved as one (MHTML, RFC 2557).
//
// Start with Read in mail.go. What comes out is a text or a page that says of itself what the message does in its
// fields, so that the readers of those formats do the rest. The parts of a message are in part.go.
package mail
