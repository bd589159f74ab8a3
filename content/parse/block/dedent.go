package block

// Dedent takes up to n columns of white space from the start of s; a tab is four.
func Dedent(s string, n int) string {
	for n > 0 && s != "" {
		switch s[0] {
		case ' ':
			n--
		case '\t':
			n -= 4
		default:
			return s
		}
		s = s[1:]
	}
	return s
}
