// Package robots reads robots.txt, the file in which a site says what programs that fetch many pages may fetch.
//
// Start with Parse, then Rules.Allow. It knows nothing of the web: the file is fetched elsewhere. See RFC 9309.
package robots

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

const (
	// MaxBytes is the most of a file that is read; a site may not count on more.
	MaxBytes = 500 << 10
	// MaxDelay is the longest pause between two pages that a site is granted.
	MaxDelay = 30 * time.Second
)

// Rules are what a site asks of one program. The zero value allows everything.
type Rules struct {
	Delay time.Duration // the pause between two pages that the site asks for, at most MaxDelay
	rules []rule
}

// rule allows the paths that a pattern fits, or not.
type rule struct {
	allow   bool
	pattern string
}

// Parse reads a file for a program: the groups that name it, or else those for all. What cannot be understood is
// passed over.
func Parse(data []byte, program string) Rules {
	data = bytes.TrimPrefix(data[:min(len(data), MaxBytes)], []byte("\xEF\xBB\xBF"))
	var named, all group
	var now []*group
	naming := false // the line before has named a program
	for line := range bytes.Lines(bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))) {
		field, value, ok := cutLine(string(line))
		switch {
		case !ok:
		case field == "user-agent":
			if !naming {
				now = nil
			}
			naming = true
			if value == "*" {
				now = append(now, &all)
			} else if namesProgram(value, program) {
				now = append(now, &named)
				named.here = true
			}
			continue
		default:
			for _, g := range now {
				g.add(field, value)
			}
			naming = naming && field != "allow" && field != "disallow" && field != "crawl-delay"
		}
	}
	if named.here {
		return named.Rules
	}
	return all.Rules
}

// group is the rules of all groups for one program.
type group struct {
	Rules
	here bool
}

func (g *group) add(field, value string) {
	switch field {
	case "allow", "disallow":
		if value != "" {
			g.rules = append(g.rules, rule{field == "allow", normal(value)})
		}
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			g.Delay = min(time.Duration(min(s, MaxDelay.Seconds())*float64(time.Second)), MaxDelay)
		}
	}
}

// cutLine parts a line at its colon, without a remark.
func cutLine(line string) (field, value string, ok bool) {
	line, _, _ = strings.Cut(line, "#")
	field, value, ok = strings.Cut(line, ":")
	return strings.ToLower(strings.TrimSpace(field)), strings.TrimSpace(value), ok
}

// namesProgram reports whether a group's name is that of a program. A version behind it makes no difference.
func namesProgram(name, program string) bool {
	name, _, _ = strings.Cut(name, "/")
	return strings.EqualFold(strings.TrimSpace(name), program)
}

// Allow reports whether the program may fetch a path, its query included. The longest pattern that fits decides; of
// two equally long ones, the one that allows.
func (r Rules) Allow(path string) bool {
	if path == "" {
		path = "/"
	}
	path = normal(path)
	best, allow := -1, true
	for _, rule := range r.rules {
		if n := len(rule.pattern); n >= best && fits(rule.pattern, path) {
			allow = rule.allow || n == best && allow
			best = n
		}
	}
	return allow
}

// fits reports whether a pattern fits the beginning of a path: * stands for anything, and $ at its end for the end of
// the path.
func fits(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	last := len(parts) - 1
	for i, part := range parts[1:] {
		if whole && i+1 == last {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !whole || path == ""
}

// normal writes a path so that equal ones are equal: letters and digits as they are, everything beyond ASCII encoded,
// and a percent sign that encodes nothing.
func normal(path string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c == '%' && i+2 < len(path) {
			if n, err := strconv.ParseUint(path[i+1:i+3], 16, 8); err == nil {
				i += 2
				if c = byte(n); plain(c) {
					b.WriteByte(c)
				} else {
					b.WriteString(string([]byte{'%', digits[c>>4], digits[c&15]}))
				}
				continue
			}
		}
		if c <= ' ' || c >= 0x7f || c == '%' {
			b.WriteString(string([]byte{'%', digits[c>>4], digits[c&15]}))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// plain reports the characters that mean the same encoded or not.
func plain(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
