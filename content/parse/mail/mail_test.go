package mail

import (
	"fmt"
	"strings"
	"testing"

	"lede/model/clean"
)

const envelope = "Return-Path: <tom@weir.example>\r\nFrom: =?utf-8?B?VMO2bSBBc2g=?= <tom@weir.example>\r\n" +
	"To: all@weir.example\r\n" +
	"Subject: =?utf-8?Q?The_eels_=E2=80=93?=\r\n =?utf-8?Q?_again?=\r\nDate: Thu, 02 Apr 2026 09:30:00 +0200\r\n" +
	"MIME-Version: 1.0\r\n"

const fields = "Subject: The eels – again\nFrom: Töm Ash\nDate: 2026-04-02T07:30:00Z\n\n"

func parts(kind string, all ...string) string {
	return "Content-Type: multipart/" + kind + "; boundary=\"b" + kind + "\"\r\n\r\n--b" + kind + "\r\n" +
		strings.Join(all, "\r\n--b"+kind+"\r\n") + "\r\n--b" + kind + "--\r\n"
}

func TestMessagesAreTakenApart(t *testing.T) {
	text := "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
		"They came in =E2=80=9CMay=E2=80=9D, and a=b stays; th=\r\nis goes on.\r\n"
	page := "Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		"PHA+VGhleSBjYW1lIGlu\r\nIE3kcnouPC9wPg==\r\n"
	for name, c := range map[string]struct {
		message string
		want    string
		page    bool
	}{
		"quoted-printable": {envelope + text, fields + "They came in “May”, and a=b stays; this goes on.\n", false},
		"a choice":         {envelope + parts("alternative", text, page), "<p>They came in März.</p>", true},
		"attachments": {
			envelope +
				parts("mixed", text, "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=log.txt\r\n\r\nno\r\n",
					"Content-Type: text/plain\r\n\r\n-- \r\nThe list\r\n"),
			fields + "They came in “May”, and a=b stays; this goes on.\n\n-- \nThe list\n", false,
		},
		"flowed": {
			envelope +
				"Content-Type: text/plain; format=flowed\r\n\r\n> They came \r\n> in May.\r\n>> Did they?\r\nThey \r\ndid.\r\n",
			fields + "> They came in May.\n>> Did they?\nThey did.\n", false,
		},
		"handed on": {envelope +
			parts("mixed", text,
				"Content-Type: message/rfc822\r\n\r\nFrom: Ida <ida@weir.example>\r\nSubject: Old eels\r\nMessage-ID: <1@x>\r\n"+
					"\r\nNone so far.\r\n"), fields +
			"They came in “May”, and a=b stays; this goes on.\n\nSubject: Old eels\nFrom: Ida\n\nNone so far.\n", false},
		"cut off": {envelope + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" +
			text[:strings.Index(text, "=E2")], fields + "They came in\n", false},
		"undeclared": {envelope + "\r\nOl\xE9, eels\r\n", fields + "Olé, eels\n", false},
		"Japanese": {
			envelope + "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1b$B1)\x1b(B\r\n",
			fields + "羽\n", false,
		},
		"no boundary": {envelope + "Content-Type: multipart/mixed\r\n\r\nwords\r\n", fields + "\n", false},
		"a mailbox of one": {
			"From tom@weir.example Thu Apr  2 09:30:00 2026\r\n" + envelope + "\r\nHello.\r\n",
			fields + "Hello.\n", false,
		},
		"an address alone": {
			"From: ida@weir.example\r\nMessage-ID: <1@x>\r\n\r\nHello.\r\n",
			"From: ida@weir.example\n\nHello.\n", false,
		},
		"more than a parts": {
			envelope + parts("related", page, "Content-Type: text/html\r\n\r\n<p>no</p>\r\n"),
			"<p>They came in März.</p>", true,
		},
	} {
		got, ok := Read([]byte(c.message))
		if !ok || got.Page != c.page || !c.page && got.Source != c.want || !strings.HasSuffix(got.Source, c.want) {
			t.Errorf("%s: read %v %+v, want %q", name, ok, got, c.want)
		}
	}
}

func TestMailboxIsATextWithAHeadingForEachMessage(t *testing.T) {
	box := "From a@x Thu Apr  2 09:30:00 2026\n" + strings.ReplaceAll(envelope, "\r", "") +
		"\nHello.\n>From here on.\n\nFrom b@x Thu Apr  2 10:30:00 2026\nFrom: Ida <ida@x.example>\nSubject: Re: The eels\n" +
		"Message-ID: <2@x>\n\n> Hello.\n\nFrom the weir.\n"
	got, ok := Read([]byte(box))
	want := "The eels – again\n================\n\nThe eels – again – Töm Ash – 2 April 2026, 07:30\n" +
		"------------------------------------------------\n\nHello.\nFrom here on.\n\n" +
		"Re: The eels – Ida\n------------------\n\n> Hello.\n\nFrom the weir.\n\n"
	if !ok || got.Page || got.Source != want {
		t.Errorf("read %v %q, want %q", ok, got.Source, want)
	}
}

func TestSavedPagesKnowWhereTheyWereSaved(t *testing.T) {
	got, ok := Read(
		[]byte(
			"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://weir.example/eels\r\nSubject: Eels\r\n" +
				"MIME-Version: 1.0\r\n" +
				parts("related",
					"Content-Type: text/html\r\nContent-Location: https://weir.example/eels\r\n\r\n<title>Eels here</title><p>Yes",
					"Content-Type: text/html\r\n\r\n<p>frame", "Content-Type: image/png\r\n\r\n\x89PNG")))
	want := "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<base href=\"https://weir.example/eels\">\n" +
		"<link rel=\"canonical\" href=\"https://weir.example/eels\">\n<title>Eels here</title><p>Yes"
	if !ok || !got.Page || got.Source != want {
		t.Errorf("read %v %q, want %q", ok, got.Source, want)
	}
}

func TestTextsAreNoMessages(t *testing.T) {
	for _, s := range []string{
		"", "From here on it rains.\n\nFrom there on too.\n", "Subject: eels\n\nHello.\n",
		"From: Tom\nSubject: eels\nDate: today\n\nHello.\n", "---\ntitle: a\n---\n",
		"Title: a\nContent-Type: story\nFrom: Tom\n\nb",
		"From: Tom\nMIME-Version: 1.0\nand no field\n\nb",
	} {
		if got, ok := Read([]byte(s)); ok {
			t.Errorf("%q is read as a message: %+v", s, got)
		}
	}
}

func TestPartsInPartsEnd(t *testing.T) {
	var b strings.Builder
	b.WriteString(envelope)
	for i := range 3000 {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	if got, ok := Read([]byte(b.String())); !ok || len(got.Source) > b.Len() {
		t.Errorf("read %v, %d bytes", ok, len(got.Source))
	}
}

// FuzzRead holds that what comes out of a message is clean and not much more than went in.
func FuzzRead(f *testing.F) {
	f.Add([]byte(envelope + "\r\nx"))
	f.Add([]byte(envelope + parts("alternative", "Content-Type: text/html\r\n\r\n<p>x", "\r\ny")))
	f.Add([]byte("From a@x Thu Apr  2 09:30:00 2026\n" + envelope +
		"\nHello\n\nFrom a@x Thu Apr  2 09:30:00 2026\nFrom: x\nSubject: y\n\n> z"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, ok := Read(data)
		if ok && clean.Text(got.Source) != got.Source {
			t.Fatalf("Read(%q) is not clean: %q", data, got.Source)
		}
		if len(got.Source) > 64*len(data)+4096 {
			t.Fatalf("Read of %d bytes is %d", len(data), len(got.Source))
		}
	})
}
