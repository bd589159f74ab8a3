package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"

	"lede/model/address"
	"lede/model/figure"
)

const (
	againAdvice      = "Try again later"
	browserAdvice    = "Open it in the browser"
	connectionAdvice = "Check the connection and try again"
)

// error is a sentence about the trip.
func (t *trip) error(problem, advice string, cause error) error {
	return NewError(t.ref, problem, advice, cause)
}

// addressError is the sentence for an address that is not fetched at all.
func addressError(ref string, err error) error {
	if strings.HasPrefix(strings.ToLower(ref), "file:") {
		return NewError(ref, "lede opens a file by its path", "Write the path alone", err)
	}
	return NewError(ref, refusal(err), "Write it as https://HOST/PAGE", err)
}

// refusal is why an address is not fetched.
func refusal(err error) string {
	if scheme, ok := errors.AsType[address.SchemeError](err); ok && scheme != "" {
		return "lede does not open addresses that begin with " + string(scheme) + ":"
	}
	switch {
	case errors.Is(err, address.ErrLong):
		return "the address is longer than 8,192 bytes"
	case errors.Is(err, address.ErrForbidden):
		return "the address holds characters that no address may hold"
	case errors.Is(err, address.ErrUser):
		return "the address holds a user name"
	case errors.Is(err, address.ErrNoHost):
		return "the address names no host"
	case errors.Is(err, address.ErrHost):
		return "the address names a host that cannot be"
	case errors.Is(err, address.ErrPort):
		return "the address has a port that cannot be"
	}
	return "it is not an address"
}

// failure is the sentence for an answer from u that did not come. When the reader has ended the fetch it is
// context.Canceled alone.
func (t *trip) failure(ctx context.Context, u *url.URL, err error) error {
	host := u.Hostname()
	switch cause := context.Cause(ctx); {
	case errors.Is(cause, errLate):
		return t.error(host+" took longer than "+figure.Seconds(t.times.Whole), againAdvice, err)
	case errors.Is(cause, errStalled):
		return t.error(host+" sent nothing for "+figure.Seconds(t.times.Stall), againAdvice, err)
	case cause != nil:
		return cause
	}
	for _, known := range []func(string, error) (problem, advice string){
		t.refused, t.unencrypted, t.unreachable, t.tooSlow, t.garbled,
	} {
		if problem, advice := known(host, err); problem != "" {
			return t.error(problem, advice, err)
		}
	}
	return t.error("the connection to "+host+" broke off", againAdvice, err)
}

// refused reports what lede itself does not ask or cannot take.
func (t *trip) refused(host string, err error) (problem, advice string) {
	var private privateError
	var packed packedError
	switch {
	case errors.As(err, &packed):
		return "its text is packed in a way that cannot be read", browserAdvice
	case !errors.As(err, &private):
		return "", ""
	}
	return host + " is at a private address", "Only an address that you type yourself leads there"
}

// unreachable reports a host that cannot be found or connected to.
func (t *trip) unreachable(host string, err error) (problem, advice string) {
	var dns *net.DNSError
	var op *net.OpError
	switch {
	case strings.Contains(err.Error(), http.StatusText(http.StatusProxyAuthRequired)):
		return fmt.Sprintf(statuses[http.StatusProxyAuthRequired].problem, host),
			statuses[http.StatusProxyAuthRequired].advice
	case errors.As(err, &op) && op.Op == "proxyconnect", strings.Contains(err.Error(), "socks connect"),
		t.proxied && t.step.Load() == connecting && !isTimeout(err): // what the proxy answers is all that is known of it
		return "the proxy in the environment does not lead to " + host, "Check HTTPS_PROXY, or unset it"
	case errors.As(err, &dns) && dns.IsNotFound:
		return "there is no host " + host, "Check the address and the connection"
	case errors.As(err, &dns):
		return "the name " + host + " cannot be looked up", connectionAdvice
	case errors.Is(err, syscall.ECONNREFUSED):
		return host + " refuses the connection", "Check the address, or try again later"
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EADDRNOTAVAIL):
		return host + " cannot be reached", connectionAdvice
	}
	return "", ""
}

// tooSlow reports an answer that did not come in time.
func (t *trip) tooSlow(host string, err error) (problem, advice string) {
	if !isTimeout(err) {
		return "", ""
	}
	after := t.times.Header
	switch t.step.Load() {
	case lookingUp, connecting:
		after = t.times.Dial
	case securing:
		after = t.times.TLS
	}
	return "no answer from " + host + " in " + figure.Seconds(after), connectionAdvice
}

func isTimeout(err error) bool {
	var timeout interface{ Timeout() bool }
	return errors.As(err, &timeout) && timeout.Timeout()
}

// unencrypted reports an encryption that cannot be trusted, or is none.
func (t *trip) unencrypted(host string, err error) (problem, advice string) {
	const advised = "Check the address and the clock; do not trust the page"
	var invalid x509.CertificateInvalidError
	var name x509.HostnameError
	var authority x509.UnknownAuthorityError
	var alert tls.AlertError
	var record tls.RecordHeaderError
	var verification *tls.CertificateVerificationError
	switch {
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "the certificate of " + host + " is not valid at this time", advised
	case errors.As(err, &name):
		return "the certificate is not that of " + host, advised
	case errors.As(err, &authority):
		return "nobody known vouches for the certificate of " + host, advised
	case errors.As(err, &invalid), errors.As(err, &verification):
		return "the certificate of " + host + " is not valid", advised
	case errors.As(err, &record), errors.Is(err, http.ErrSchemeMismatch):
		return host + " answers without encryption where there should be some",
			"Check the port, or try http:// in place of https://"
	case errors.As(err, &alert), t.step.Load() == securing && strings.Contains(err.Error(), "tls:"):
		return host + " and lede find no encryption that both know", browserAdvice
	}
	return "", ""
}

// garbled reports an answer that is broken.
func (t *trip) garbled(host string, err error) (problem, advice string) {
	switch text := err.Error(); {
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return host + " broke the connection off", againAdvice
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), strings.Contains(text, "server closed"):
		return host + " closed the connection without an answer", againAdvice
	case strings.Contains(text, "headers exceeded"), strings.Contains(text, "header list"):
		return "the headers of " + host + " are longer than 256 kB", browserAdvice
	case strings.Contains(text, "malformed"), strings.Contains(text, "chunk"), strings.Contains(text, "HTTP"),
		strings.Contains(text, "http"):
		return "what " + host + " answers is not HTTP", "Check the address and the port"
	}
	return "", ""
}
