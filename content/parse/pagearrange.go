package parse

import "strings"

// arranged sets the headings in order and takes away what a page repeats: the heading that is the title, and rules that part nothing.
func arranged(units []unit, title string) []unit {
	units = withoutTitle(units, title)
	units = withoutIdleRules(units)
	least := 6
	for _, u := range units {
		if u.kind == headingUnit {
			least = min(least, max(u.level, 1))
		}
	}
	for i := range units {
		if u := &units[i]; u.kind == headingUnit {
			u.level = min(max(u.level, 1)+2-least, 6)
		}
	}
	return units
}

// maxTitleUnits is how many blocks may stand before the heading that is the title.
const maxTitleUnits = 12

// withoutTitle takes away the first heading that says what the title says.
func withoutTitle(units []unit, title string) []unit {
	title = fold(title)
	if title == "" {
		return units
	}
	for i, u := range units[:min(len(units), maxTitleUnits)] {
		if u.kind == headingUnit && sameTitle(fold(u.text), title) {
			return append(units[:i:i], units[i+1:]...)
		}
	}
	return units
}

// sameTitle tells whether a heading is the title, which may have the name of the site at one end.
func sameTitle(heading, title string) bool {
	if heading == title {
		return true
	}
	if len(heading) < 10 {
		return false
	}
	for _, part := range [...]string{" | ", " - ", " – ", " — ", " · ", " :: ", " « ", " » "} {
		if strings.HasPrefix(title, heading+part) || strings.HasSuffix(title, part+heading) {
			return true
		}
	}
	return false
}

// withoutIdleRules takes away rules at the start, at the end and after another rule.
func withoutIdleRules(units []unit) []unit {
	kept := units[:0]
	for _, u := range units {
		if u.kind == ruleUnit && (len(kept) == 0 || kept[len(kept)-1].kind == ruleUnit) {
			continue
		}
		kept = append(kept, u)
	}
	if n := len(kept); n > 0 && kept[n-1].kind == ruleUnit {
		kept = kept[:n-1]
	}
	return kept
}
