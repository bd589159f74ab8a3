package fetch

import (
	"bytes"
	"io"
	"testing"

	"lede/model/address"
	"lede/model/clean"
)

func FuzzWebAddress(f *testing.F) {
	for _, s := range []string{
		"https://news.example/a?b=c#d", "http://[::ffff:127.0.0.1]:80/", "https://me@a.example\\@b.example/",
		"http://0x7f.1/", "HTTP://B\u00fccher.example",
		"//a.example", "http://a.example:/%zz", "javascript://a.example/%0aalert(1)", "http://\u2488.example/",
		"http://127.0.0.1.",
		"https://a.example/it's \"so\"?a b<c>'%zz`#d",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := webAddress(s)
		if err != nil {
			return
		}
		again, err := webAddress(u.String())
		switch {
		case u.Scheme != "http" && u.Scheme != "https", u.User != nil, u.Hostname() == "":
			t.Errorf("%q is asked for as %q", s, u)
		case err != nil || again.Host != u.Host:
			t.Errorf("%q becomes %q, then %v, %v", s, u, again, err)
		case !address.IsChecked(u.String()) || len(u.String()) > address.MaxBytes || again.String() != u.String():
			t.Errorf("%q is asked for as %q, then as %q", s, u, again)
		case clean.Line(u.Host) != u.Host:
			t.Errorf("%q has the host %q", s, u.Host)
		}
	})
}

func FuzzUnpack(f *testing.F) {
	for _, coding := range []string{"gzip", "zlib", "deflate", "br", "zstd"} {
		f.Add(coding, []byte(gz(story)))
		f.Add(coding, []byte(zl(story)))
		f.Add(coding, []byte(br(story)))
		f.Add(coding, []byte(zst(story, 1<<20)))
	}
	f.Fuzz(func(t *testing.T, coding string, data []byte) {
		in, err := unpacker(coding, bytes.NewReader(data))
		if err != nil {
			return
		}
		b := &body{ctx: t.Context(), in: in, left: 1 << 16}
		n, err := io.Copy(io.Discard, b)
		if n > 1<<16 || err != nil && n > 0 {
			t.Errorf("%d bytes, %v", n, err)
		}
	})
}

func FuzzKind(f *testing.F) {
	for _, media := range []string{
		"", "text/html", "text/plain", "application/xml", "application/json", "application/octet-stream",
	} {
		f.Add(media, []byte(story))
		f.Add(media, []byte("<?xml version='1.0'?><!-- x --><rss/>"))
	}
	f.Fuzz(func(t *testing.T, media string, head []byte) {
		trip := &trip{ref: "https://news.example/"}
		kind, err := trip.kind(media, head)
		if err != nil && kind != "" {
			t.Errorf("%q and %v", kind, err)
		}
	})
}
