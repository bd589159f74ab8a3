package arrive

import (
	"cmp"
	"errors"
	"html"
	"net/url"
	"strings"

	"lede/model/address"
	"lede/model/clean"
)

var errNoAddress = errors.New("no address")

// webAddress returns a web address as the source has it, without the white space round it and with its own spaces
// written as %20. An address that the gate refuses is an error.
func webAddress(raw string) (string, error) {
	s := strings.TrimSpace(clean.Line(decoded(raw)))
	if s == "" {
		return "", errNoAddress
	}
	s = unfed(strings.ReplaceAll(s, " ", "%20"))
	checked, err := address.Check(s, "")
	if err == nil && !strings.HasPrefix(checked, "http") {
		err = address.SchemeError("mailto")
	}
	if err != nil {
		return "", err
	}
	return s, nil
}

// unfed takes the pseudo-scheme of feeds off an address: feed://news.example is http://news.example, and
// feed:https://news.example is https://news.example.
func unfed(s string) string {
	const scheme = "feed:"
	if len(s) < len(scheme) || !strings.EqualFold(s[:len(scheme)], scheme) {
		return s
	}
	rest := s[len(scheme):]
	if strings.HasPrefix(rest, "//") {
		rest = "http:" + rest
	}
	return rest
}

func addressOrNone(raw string) string {
	s, err := webAddress(raw)
	if err != nil {
		return ""
	}
	return s
}

// refusal says in a sentence why an address is not taken.
func refusal(raw string, err error) string {
	var scheme address.SchemeError
	switch {
	case errors.Is(err, errNoAddress):
		return "It has no address."
	case errors.Is(err, address.ErrUser):
		return "Its address has a user name or a password in it."
	case errors.As(err, &scheme) && (string(scheme) == "" || !address.HasScheme(strings.TrimSpace(raw))),
		errors.Is(err, address.ErrRelative):
		return "It is not a full address: it does not begin with http:// or https://."
	case errors.As(err, &scheme):
		return "Its address begins with " + clean.Line(string(scheme)) + ": and not with http:// or https://."
	}
	return "It is not an address that lede opens: " + err.Error() + "."
}

// pasteFor is a command that subscribes to a feed whose address has a password, without it; "" for other refusals.
func pasteFor(raw string, err error) string {
	if bare := withoutUser(raw); bare != "" && errors.Is(err, address.ErrUser) {
		return "lede feed add " + clean.Shell(bare)
	}
	return ""
}

// withoutUser is an address without the user name and the password in it; "" when it is none.
func withoutUser(raw string) string {
	s := unfed(strings.TrimSpace(decoded(raw)))
	scheme, rest, ok := strings.Cut(s, "://")
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	if !ok {
		return ""
	}
	return addressOrNone(scheme + "://" + rest[strings.LastIndexByte(rest[:end], '@')+1:])
}

// decoded replaces the character references of HTML in a text. One that lacks its semicolon is none: in an address it
// is the name of a parameter.
func decoded(s string) string {
	at := strings.IndexByte(s, '&')
	if at < 0 {
		return s
	}
	const longest = 33
	var b strings.Builder
	for at >= 0 {
		b.WriteString(s[:at])
		s = s[at:]
		end := strings.IndexByte(s[:min(len(s), longest)], ';')
		if end < 0 || strings.IndexByte(s[1:end], '&') >= 0 {
			end = 0
		}
		b.WriteString(html.UnescapeString(s[:end+1]))
		s = s[end+1:]
		at = strings.IndexByte(s, '&')
	}
	return b.String() + s
}

// titleOf returns the first of some titles that says more than the address.
func titleOf(url string, titles ...string) string {
	for _, raw := range titles {
		title := clean.Line(decoded(raw))
		if title != "" && plainAddress(title) != plainAddress(url) {
			return strings.TrimSpace(clean.Clip(title, maxTitle))
		}
	}
	return ""
}

// maxTitle is the length of the longest title, in bytes.
const maxTitle = 4000

// plainAddress is an address without what is often left out.
func plainAddress(s string) string {
	s = strings.TrimSpace(decoded(s))
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	s = strings.ToLower(s)
	for _, start := range [...]string{"feed:", "https:", "http:", "//", "www."} {
		s = strings.TrimPrefix(s, start)
	}
	return strings.TrimSuffix(s, "/")
}

// named are names, clean, each once whatever its case, in their order.
func named(names []string) []string {
	var all []string
	seen := make(map[string]bool, len(names))
	for _, raw := range names {
		name := clean.Line(decoded(raw))
		if key := strings.ToLower(name); name != "" && !seen[key] && len(all) < maxNames {
			seen[key] = true
			all = append(all, strings.TrimSpace(clean.Clip(name, maxName)))
		}
	}
	return all
}

const (
	maxNames = 1000
	maxName  = 400 // bytes
)

// parted are the names in a text with one of the signs between them.
func parted(s, signs string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(signs, r) })
}

// notes joins notes and highlights, a blank line between.
func notes(parts ...string) string {
	var all []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, "\n\n")
}

func noteOf(s string) string { return clean.Text(strings.TrimSpace(clean.Newlines(s))) }

// firstOf is the first text that is more than white space.
func firstOf(texts ...string) string {
	for i := range texts {
		texts[i] = strings.TrimSpace(texts[i])
	}
	return cmp.Or(texts...)
}

// folderOf joins the names of folders, from the outside in.
func folderOf(names []string) string {
	var all []string
	for _, n := range names {
		if n = strings.Trim(clean.Line(decoded(n)), "/ "); n != "" {
			all = append(all, strings.TrimSpace(clean.Clip(n, maxName)))
		}
	}
	return strings.Join(all, "/")
}
