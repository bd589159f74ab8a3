package matter

import "strings"

// simple reads the front matter that most texts have: keys with a text or a list of texts, each on its
// line, and lists of lines with hyphens. It costs a tenth of a library, which counts when ten thousand files
// are listed. It returns false when there is more to it, with what it could read.
//
// It takes "title: One: two", which is wrong in YAML and frequent.
func (m Matter) simple() ([]stating, bool) {
	var fields []stating
	ok := true
	lines := strings.Split(strings.TrimSuffix(m.Source, "\n"), "\n")
	for len(lines) > 0 {
		line := strings.TrimRight(lines[0], " \t")
		lines = lines[1:]
		switch trimmed := strings.TrimLeft(line, " \t"); {
		case trimmed == "" || trimmed[0] == '#':
		case m.Kind == yamlMatter && strings.HasPrefix(trimmed, "- ") && len(fields) > 0:
			last := &fields[len(fields)-1]
			v, good := scalar(trimmed[2:])
			last.values = append(last.values, v)
			ok = ok && good && !strings.Contains(v, ": ")
		case trimmed != line:
			ok = false
		default:
			key, value, good := strings.Cut(line, m.sign())
			if !good || m.Kind == tomlMatter && line[0] == '[' {
				return fields, false
			}
			f := stating{key: strings.ToLower(strings.Trim(key, " \t\"'"))}
			value = strings.TrimSpace(value)
			if m.Kind == yamlMatter && isBlockScalar(value) {
				f.values, lines = folded(lines)
			} else {
				good = f.read(value)
			}
			ok = ok && good
			fields = append(fields, f)
		}
	}
	return fields, ok
}

// isBlockScalar reports whether a value is the sign of a text in the lines below it: "|", ">-", ">2+".
func isBlockScalar(value string) bool {
	sign, _, _ := strings.Cut(value, " #")
	sign = strings.TrimSpace(sign)
	return sign != "" && (sign[0] == '|' || sign[0] == '>') && strings.Trim(sign[1:], "+-123456789") == ""
}

// folded reads a text in the lines that are set in, and returns what follows it. No field tells lines apart, so those
// of a literal text are folded too.
func folded(lines []string) (text []string, rest []string) {
	var parts []string
	for len(lines) > 0 && (strings.TrimSpace(lines[0]) == "" || lines[0][0] == ' ' || lines[0][0] == '\t') {
		if part := strings.TrimSpace(lines[0]); part != "" {
			parts = append(parts, part)
		}
		lines = lines[1:]
	}
	return []string{strings.Join(parts, " ")}, lines
}

// read takes a text or a list on one line as the field's values.
func (f *stating) read(value string) bool {
	if value == "" {
		return true
	}
	if value[0] != '[' {
		v, ok := scalar(value)
		f.values = []string{v}
		return ok
	}
	inner, ok := strings.CutSuffix(value[1:], "]")
	if !ok || strings.ContainsAny(inner, "[]{}") {
		f.values = []string{value}
		return false
	}
	for item := range strings.SplitSeq(inner, ",") {
		v, good := scalar(strings.TrimSpace(item))
		ok = ok && good
		if v != "" {
			f.values = append(f.values, v)
		}
	}
	return ok
}

// scalar reads a text with or without quotes. It returns false for what needs more than that: escapes, anchors,
// blocks of lines.
func scalar(s string) (string, bool) {
	if s == "" {
		return "", true
	}
	switch q := s[0]; q {
	case '"', '\'':
		end := strings.IndexByte(s[1:], q)
		if end < 0 {
			return s, false
		}
		rest := strings.TrimSpace(s[end+2:])
		return s[1 : end+1], (rest == "" || rest[0] == '#') && (q == '\'' || strings.IndexByte(s, '\\') < 0)
	case '|', '>', '&', '*', '{', '!', '%', '@', '`':
		return s, false
	}
	s, _, _ = strings.Cut(s, " #")
	return strings.TrimSpace(s), true
}
