package arrive

import (
	"context"
	"strings"

	"lede/model/clean"
)

// isURLs reports whether a text is a list of feeds as newsboat keeps it: at least half of its lines begin with an
// address or one of newsboat's own kinds of feeds; one of them is enough in a file of that name.
func isURLs(s *source) bool {
	lines, feeds := 0, 0
	head := s.beginning()
	if len(s.head) == headBytes {
		head = head[:strings.LastIndexByte(head, '\n')+1] // the last line is cut off
	}
	for line := range strings.Lines(head) {
		words := feedWords(line)
		if len(words) == 0 {
			continue
		}
		if lines++; isFeedWord(words[0]) {
			feeds++
		}
	}
	return feeds > 0 && (2*feeds >= lines || s.base() == "urls")
}

// isFeedWord reports whether a word is the address of a feed, or what newsboat takes for one.
func isFeedWord(word string) bool {
	word = strings.ToLower(word)
	for _, start := range [...]string{"http://", "https://", "feed:", "query:", "exec:", "filter:", "file://"} {
		if strings.HasPrefix(word, start) && len(word) > len(start) {
			return true
		}
	}
	return false
}

// readURLs reads newsboat's list of feeds, see https://newsboat.org/releases/2.36/docs/newsboat.html#_first_steps.
func readURLs(_ context.Context, s *source, t *taking) error {
	text, err := s.text()
	if err != nil {
		return err
	}
	number := 0
	for line := range strings.Lines(text) {
		number++
		words := feedWords(line)
		if len(words) > 0 {
			t.feedLine(place{file: s.file(), line: number, text: strings.TrimSpace(line)}, words)
		}
	}
	return nil
}

// feedLine takes a line of newsboat's list of feeds.
func (t *taking) feedLine(p place, words []string) {
	word := words[0]
	name, rest, _ := strings.Cut(word, ":")
	switch strings.ToLower(name) {
	case "query":
		t.queryFeed(p, rest)
		return
	case "exec":
		t.skip(p, "It runs a program (exec:), which lede does not do by itself.", "sh -c "+quoted(rest)+" | lede add -")
		return
	case "filter":
		program, address, _ := strings.Cut(rest, ":")
		t.skip(p, "It runs a program (filter:), which lede does not do by itself.", pipeline(program, address))
		return
	case "file":
		t.skip(
			p,
			"It is a file (file:); lede reads feeds from the web by itself, files when it is told to.",
			"lede add "+quoted(strings.TrimPrefix(rest, "//")),
		)
		return
	}
	f := Feed{URL: word}
	for _, w := range words[1:] {
		switch {
		case strings.HasPrefix(w, "~"):
			if f.Title == "" {
				f.Title = w[1:]
			}
		case strings.HasPrefix(w, "!"):
			f.Hidden = true
		default:
			f.Tags = append(f.Tags, w)
		}
	}
	t.feed(p, f)
}

// pipeline is a command that hands a feed to a program first. An address with a password is left out of it.
func pipeline(program, address string) string {
	url := withoutUser(address)
	if url == "" {
		return ""
	}
	return "curl -s " + quoted(url) + " | sh -c " + quoted(program) + " | lede add -"
}

func quoted(s string) string { return clean.Shell(strings.TrimSpace(s)) }

// feedWords splits a line as newsboat does: at blanks and tabs, but for those in double quotes, in which \" \\ \n and
// \t stand for what they do in C. A # at the start of a word begins a comment.
func feedWords(line string) []string {
	var words []string
	for {
		line = strings.TrimLeft(line, " \t\r\n")
		if line == "" || line[0] == '#' {
			return words
		}
		word, rest := "", ""
		if line[0] == '"' {
			word, rest = quotedWord(line[1:])
		} else if end := strings.IndexAny(line, " \t\r\n"); end >= 0 {
			word, rest = line[:end], line[end:]
		} else {
			word = line
		}
		words, line = append(words, word), rest
	}
}

// quotedWord reads a word up to its closing quote, or to the end of the line.
func quotedWord(s string) (word, rest string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			return b.String(), s[i+1:]
		case c == '\n':
			return b.String(), ""
		case c == '\\' && i+1 < len(s) && s[i+1] != '\n':
			i++
			switch s[i] {
			case 'n':
				b.WriteByte('\n')
			case 't':
				b.WriteByte('\t')
			default:
				b.WriteByte(s[i])
			}
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), ""
}
