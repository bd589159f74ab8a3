package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/date"
	"lede/content/parse/network"
	"lede/model"
	"lede/model/clean"
	"lede/model/fold"
)

// attribution is the line that networks put under a post they hand out: "— Name (@handle) May 3, 2026". It stands at
// the end of the text, or where a scraper has glued it.
type attribution struct {
	start, end int // bytes of the text
	post       model.Post
	sure       bool // it has a date; without one it may be a byline
}

// form is what such a line looks like, as the rule by which a post is told.
func (a attribution) form() string {
	if a.post.Handle == "" {
		return "post: ends with the line — Author on Network, date"
	}
	return "post: ends with the line — Author (@handle) date"
}

// maxAttribution is how many bytes before its handle the line of an attribution is looked at.
const maxAttribution = 6 * maxNameRunes

// attributions finds all of a text, in order.
func attributions(text string) []attribution {
	var all []attribution
	from := 0
	for {
		at := strings.IndexByte(text[from:], '@')
		if at < 0 {
			return all
		}
		at += from
		floor := 0
		if len(all) > 0 {
			floor = all[len(all)-1].end
		}
		if a, ok := attributionAt(text, max(floor, at-maxAttribution), at); ok {
			all = append(all, a)
			from = a.end
		} else {
			from = at + 1
		}
		from = max(from, at+1)
	}
}

// attributionAt reads the attribution whose handle begins at a place.
func attributionAt(text string, floor, at int) (attribution, bool) {
	paren := len(strings.TrimRight(text[floor:at], " \u00a0\u200e\u200f\u2066\u2067\u2068")) + floor
	open, size := utf8.DecodeLastRuneInString(text[floor:paren])
	if open != '(' && open != '（' {
		return bareAttribution(text, floor, at)
	}
	handle := handleAt(text[at:])
	after := strings.TrimLeft(text[at+len(handle):], " \u00a0\u200e\u200f\u2069")
	if len(handle) < 2 || !strings.HasPrefix(after, ")") && !strings.HasPrefix(after, "）") {
		return attribution{}, false
	}
	_, closing := utf8.DecodeRuneInString(after)
	end := len(text) - len(after) + closing
	start, name, loud := dashBefore(text, floor, paren-size)
	if start < 0 {
		return attribution{}, false
	}
	a := attribution{start: start, end: end, post: model.Post{Author: name, Handle: handle}}
	a.finish(text)
	return a, a.sure || loud && strings.TrimSpace(clean.Clip(text[a.end:], 8)) == ""
}

// bareAttribution reads "— @handle on Threads, May 3, 2026", which stands alone on its line.
func bareAttribution(text string, floor, at int) (attribution, bool) {
	const room = 32 // the dash and the spaces around it
	line := strings.LastIndexByte(text[max(floor, at-room):at], '\n') + 1 + max(floor, at-room)
	dash, ok := cutDash(strings.TrimLeft(text[line:at], " "))
	if !ok || strings.TrimSpace(dash) != "" {
		return attribution{}, false
	}
	handle := handleAt(text[at:])
	a := attribution{start: line, end: at + len(handle), post: model.Post{Handle: handle}}
	a.finish(text)
	return a, len(handle) > 1 && a.sure
}

// namedAttribution reads a last line "— Name on Facebook, May 3, 2026", which has no handle.
func namedAttribution(text string) (attribution, bool) {
	text = strings.TrimRight(text, " \n")
	line := strings.LastIndexByte(text, '\n') + 1
	rest, ok := cutDash(text[line:])
	at := strings.LastIndex(" "+rest, " on ") // " " so that the name may be missing
	if !ok || at < 0 || len(rest) > 4*maxNameRunes {
		return attribution{}, false
	}
	name, after := strings.TrimSpace(rest[:max(at-1, 0)]), rest[at+len("on "):]
	network, n := network.Named(fold.Text(clean.Clip(after, 24)))
	posted := strings.TrimLeft(after[min(n, len(after)):], " ,")
	if network == "" {
		return attribution{}, false
	}
	if end, _ := date.Scan(posted); posted != "" && posted != "post" && end < len(posted) {
		return attribution{}, false
	}
	if posted == "post" {
		posted = ""
	}
	return attribution{
		start: line, end: len(text), post: model.Post{Network: network, Author: name, Posted: posted},
		sure: posted != "",
	}, true
}

// finish reads what is after the handle: the network, the date, the address of the post.
func (a *attribution) finish(text string) {
	named := false
	rest := text[a.end:]
	if after, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), "on "); ok {
		if network, n := network.Named(fold.Text(clean.Clip(after, 24))); network != "" {
			a.post.Network, named = network, true
			rest = after[n:]
			a.end = len(text) - len(rest)
		}
	}
	trimmed := strings.TrimLeft(rest, " \u00a0,·•|\u200e\u200f-–—:\n")
	if n, ok := postedAt(trimmed); ok {
		a.post.Posted = strings.TrimSpace(trimmed[:n])
		a.end = len(text) - len(trimmed) + n
		a.sure = true
	} else if named {
		a.sure = true
	}
	if a.post.Network == "" {
		a.post.Network = network.OfHandle(a.post.Handle)
	}
	a.address(text)
}

// address takes the address of the post itself, when it follows the date.
func (a *attribution) address(text string) {
	rest := strings.TrimLeft(text[a.end:], " \n")
	word := rest
	if i := strings.IndexFunc(rest, unicode.IsSpace); i >= 0 {
		word = rest[:i]
	}
	if network, handle := network.Status(word); network != "" &&
		(handle == "" || strings.EqualFold(handle, a.post.Handle)) {
		a.post.Network, a.post.URL = network, "https://"+strings.TrimPrefix(strings.TrimPrefix(word, "https://"), "http://")
		a.end = len(text) - len(rest) + len(word)
	}
}

// postedAt reports how far the date reaches that the text begins with. A date of a language that lede does not know
// passes when it is all of a short line and has a year.
func postedAt(text string) (end int, ok bool) {
	if n, _ := date.Scan(text); n > 0 {
		return n, true
	}
	line, _, _ := strings.Cut(text, "\n")
	line = strings.TrimRight(line, " ")
	if utf8.RuneCountInString(line) > 40 || !hasYear(line) || len(strings.Fields(line)) > 7 ||
		strings.ContainsAny(line, "@#\"“") {
		return 0, false
	}
	return len(line), true
}

// hasYear reports whether a run of four digits, of any script, is in the text.
func hasYear(s string) bool {
	run := 0
	for _, r := range s {
		if _, ok := lang.DigitValue(r); !ok {
			if run == 4 {
				return true
			}
			run = 0
			continue
		}
		run++
	}
	return run == 4
}

// handleAt returns the handle that the text begins with, "@" alone when it is none.
func handleAt(text string) string {
	end := 1
	for end < len(text) && end < 80 {
		c := text[end]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && strings.IndexByte("_.-@", c) < 0 {
			break
		}
		end++
	}
	return strings.TrimRight(text[:end], ".-")
}

// maxNameRunes is a little more than the longest name that a network lets people have.
const maxNameRunes = 80

// dashBefore finds the dash that begins the name which ends before a bracket. start is where it is, -1 for none;
// loud reports whether it is a long dash, as the networks set it, or the first of its line.
func dashBefore(text string, floor, end int) (start int, name string, loud bool) {
	line := strings.LastIndexByte(text[floor:end], '\n') + 1 + floor
	lead := line + len(text[line:end]) - len(strings.TrimLeft(text[line:end], " \t\u00a0\u200e\u200f"))
	if after, ok := cutDash(text[lead:end]); ok && nameFits(after) {
		return lead, strings.TrimSpace(after), true
	}
	for _, dash := range []string{"—", "―", "&mdash;", " – ", " -- ", " - ", "–"} {
		i := strings.LastIndex(text[line:end], dash)
		if i < 0 {
			continue
		}
		after := text[line+i+len(dash) : end]
		if nameFits(after) {
			return line + i, strings.Trim(after, " \u00a0\u200e\u200f\u2068\u2069"), dash == "—" || dash == "―" ||
				dash == "&mdash;"
		}
	}
	return -1, "", false
}

// cutDash takes the dash off a line's start.
func cutDash(s string) (after string, ok bool) {
	for _, dash := range []string{"—", "―", "–", "&mdash;", "--", "- "} {
		if after, ok := strings.CutPrefix(s, dash); ok {
			return after, true
		}
	}
	return s, false
}

func nameFits(s string) bool {
	return len(s) <= 4*maxNameRunes && utf8.RuneCountInString(s) <= maxNameRunes
}
