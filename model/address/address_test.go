package address

import (
	"regexp"
	"strings"
	"testing"
)

func TestAddress(t *testing.T) {
	for _, c := range []struct{ in, base, want, err string }{
		{in: "https://news.example/a?b=c#d", want: "https://news.example/a?b=c#d"},
		{in: " HTTP://News.Example ", want: "http://news.example"},
		{in: "https://bücher.example/größe?q=ü#ä", want: "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%BC#%C3%A4"},
		{in: "https://news.example/a b'c\"d`e<f>", want: "https://news.example/a%20b%27c%22d%60e%3Cf%3E"},
		{in: "https://news.example/100%/%41%zz", want: "https://news.example/100%25/%41%25zz"},
		{in: "https://news.example/?a=1&copy;=2&#27;", want: "https://news.example/?a=1&copy%3B=2&#27%3B"},
		{in: "https://news.example:8080/x", want: "https://news.example:8080/x"},
		{in: "https://[2001:db8::1]:8080/x", want: "https://[2001:db8::1]:8080/x"},
		{in: "https://under_score.example/", want: "https://under_score.example/"},
		{in: "https://ｅｘａｍｐｌｅ.com/", want: "https://example.com/"},
		{in: "mailto:ines@news.example?subject=a b", want: "mailto:ines@news.example?subject=a%20b"},
		{in: "../c", base: "https://news.example/a/b", want: "https://news.example/c"},
		{in: "//other.example/x", base: "http://news.example/", want: "http://other.example/x"},
		{in: "foo):", base: "https://news.example/a/", want: "https://news.example/a/foo):"},
		{in: "#part", base: "https://news.example/a", want: "https://news.example/a#part"},
		{in: "a.md", err: "no full address"},
		{in: "a.md", base: "file:///etc/", err: "no full address"},
		{in: "a.md", base: "javascript:x", err: "no full address"},
		{in: "//other.example/x", err: "no full address"},
		{in: "javascript:alert(1)", err: "scheme javascript"},
		{in: "JavaScript:alert(1)", base: "https://news.example/", err: "scheme javascript"},
		{in: "java\tscript:alert(1)", err: "forbidden characters"},
		{in: "file:///etc/passwd", err: "scheme file"},
		{in: "data:text/html,x", err: "scheme data"},
		{in: "ftp://news.example/", err: "scheme ftp"},
		{in: "ssh://-oProxyCommand=x/", err: "scheme ssh"},
		{in: "https://bank.example@evil.example/", err: "user name in the address"},
		{in: "https://", err: "no host"},
		{in: "https:///path", err: "no host"},
		{in: "https:news.example", err: "no host"},
		{in: "https://-x.example/", err: "bad host"},
		{in: "https://news.example./a", want: "https://news.example/a"},
		{in: "http://127.0.0.1:80/", want: "http://127.0.0.1:80/"},
		{in: "http://127.1/", err: "bad host"},
		{in: "http://0x7f.1/", err: "bad host"},
		{in: "http://2130706433/", err: "bad host"},
		{in: "http://[fe80::1%25eth0]/", err: "bad host"},
		{in: "https://a..example/", err: "bad host"},
		{in: "https://a b.example/", err: "not an address"},
		{in: "https://xn--a.example/", err: "bad host"},
		{in: "https://news.example:99999/", err: "bad port"},
		{in: "https://news.example\\@evil.example/", err: "forbidden characters"},
		{in: "https://news.example/\x1b]0;x", err: "forbidden characters"},
		{in: "https://news.example/\uFFFD", err: "forbidden characters"},
		{in: "https://news.example/\u202Efdp", err: "forbidden characters"},
		{in: "https://ne\u200Bws.example/", err: "forbidden characters"},
		{in: "mailto:nobody", err: "not an address"},
		{in: "mailto:-x@news.example", err: "not an address"},
		{in: "mailto:a@news.example?attach=/etc/passwd", err: "attaches a file"},
		{in: "https://news.example/" + strings.Repeat("a", 9000), err: "too long"},
		{in: "https://news.example/" + strings.Repeat("ü", 3000), err: "too long"},
		{in: "", err: "no full address"},
	} {
		got, err := Check(c.in, c.base)
		says := ""
		if err != nil {
			says = err.Error()
		}
		if got != c.want || says != c.err {
			t.Errorf("address(%.60q, %q) = %.80q, %q, want %q, %q", c.in, c.base, got, says, c.want, c.err)
		}
		if err == nil && Server(got) == "" {
			t.Errorf("Host(%q) is empty", got)
		}
	}
}

var characterReference = regexp.MustCompile(`&#?[0-9A-Za-z]+;`)

func FuzzAddress(f *testing.F) {
	for _, s := range []string{
		"https://news.example/a b", "//x", "mailto:a@b.example?x=y", "javascript:x", "https://bücher.example:80/%zz?&#27;",
		"https://[::1]/", "https://a@b/",
	} {
		f.Add(s, "https://base.example/a/")
	}
	f.Fuzz(func(t *testing.T, raw, base string) {
		got, err := Check(raw, base)
		if err != nil {
			return
		}
		if !IsChecked(got) {
			t.Fatalf("address(%q, %q) = %q is not an address", raw, base, got)
		}
		if again, err := Check(got, ""); err != nil || again != got {
			t.Fatalf("address(%q) = %q, and again %q, %v", raw, got, again, err)
		}
		if characterReference.MatchString(got) {
			t.Fatalf("address(%q) = %q has a character reference, which Markdown reads", raw, got)
		}
	})
}
