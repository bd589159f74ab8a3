package ui

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model/argv"
)

func TestOnlyCheckedAddressesAreOpened(t *testing.T) {
	tooLong := "https://a.example/" + strings.Repeat("x", maxURL)
	for address, good := range map[string]bool{
		"https://courier.example/tides?a=1&b=2#c": true,
		"http://courier.example":                  true,
		"mailto:ines@courier.example":             true,
		"file:///etc/passwd":                      false,
		"javascript:alert(1)":                     false,
		"--help":                                  false,
		"/etc/passwd":                             false,
		"https://":                                false,
		"https://a.example/a b":                   false,
		"https://a.example/\"x":                   false,
		"https://a.example/\x1b[2J":               false,
		"https://a.example/\\x":                   false,
		tooLong:                                   false,
		"":                                        false,
	} {
		if err := CheckURL(address); (err == nil) != good {
			t.Errorf("checkURL(%.60q) = %v", address, err)
		}
	}
}

func TestTextOfALinkThatNamesAnotherHostMisleads(t *testing.T) {
	for _, c := range []struct {
		text, address string
		want          bool
	}{
		{"tide tables", "https://tides.example", false},
		{"https://bank.example/login", "https://evil.example/", true},
		{"www.bank.example", "https://bank.example/x", false},
		{"bank.example", "https://login.bank.example/x", false},
		{"bank.example", "https://bank.example.evil.example/", true},
		{"bank.example/path", "https://notbank.example/", true},
		{"https://user@bank.example", "https://evil.example", true},
		{"pier.", "https://tides.example", false},
		{"4.1", "https://tides.example", false},
		{"e.g. this", "https://tides.example", false},
		{"ines@courier.example", "mailto:ines@courier.example", false},
		{"ines@courier.example", "mailto:other@evil.example", true},
	} {
		if got := Misleads(c.text, c.address); got != c.want {
			t.Errorf("misleads(%q, %q) = %v", c.text, c.address, got)
		}
	}
}

func TestALongHostIsShownByItsEnd(t *testing.T) {
	got := HostEnd("https://bank.example."+strings.Repeat("a", 60)+".evil.example/x", 16)
	if want := "…aa.evil.example"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBrowserGetsTheAddressAsOneArgument(t *testing.T) {
	out := filepath.Join(t.TempDir(), "args")
	script := filepath.Join(t.TempDir(), "opener")
	if err := os.WriteFile(script, []byte("#!/bin/sh\nprintf '%s\\n' \"$@\" > "+out+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	for template, want := range map[string]string{
		script + " --new %u --last": "--new\nhttps://a.example/x;rm$(y)\n--last\n",
		script + " --url=%u":        "--url=https://a.example/x;rm$(y)\n",
		script:                      "https://a.example/x;rm$(y)\n",
		script + " 'two words' %u":  "two words\nhttps://a.example/x;rm$(y)\n",
	} {
		if err := Browser(template, (*exec.Cmd).Start)("https://a.example/x;rm$(y)"); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", template, diff)
		}
	}
	if err := Browser(script, (*exec.Cmd).Start)("file:///etc/passwd"); err == nil {
		t.Error("a file was opened")
	}
	if err := Browser(script+" 'no end", (*exec.Cmd).Start)("https://a.example/"); !errors.Is(err, argv.ErrQuote) {
		t.Errorf("a quote without an end: %v", err)
	}
}
