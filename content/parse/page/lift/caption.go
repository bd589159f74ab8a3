package lift

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/model/clean"
	"lede/model/fold"
)

// creditWords begin the part of a caption that says whose the picture is, folded. A colon may follow, with a space
// before it.
var creditWords = sync.OnceValue(func() []string { return lang.Wordings("picture-credit") })

// agencies are names that a bracket or the end of a caption has only as the owner of a picture, folded.
var agencies = [...]string{
	"getty", "reuters", "afp", "ap photo", "associated press", "(ap)", "/ap", "dpa", "epa", "imago", "picture alliance",
	"picture-alliance", "shutterstock", "istock", "alamy", "pa wire", "pa images", "pa media", "keystone", "ansa", "efe",
	"anp", "belga", "ritzau", "tt nyhetsbyrån", "ntb", "scanpix", "lehtikuva",
	"bloomberg", "xinhua", "yonhap", "kyodo", "tass", "sputnik", "unsplash", "pexels", "pixabay", "flickr", "wikimedia",
	"wikipedia", "cc by", "creative commons", "public domain", "handout", "nasa", "rex features", "zuma",
	"nurphoto", "anadolu",
}

// maxCredit is how many characters the credit of a picture has at most.
const maxCredit = 160

// splitCredit parts the credit from a caption: what a credit word with a colon begins, a copyright sign, or a last
// bracket with the name of an agency.
func splitCredit(text string) (caption, credit string) {
	text = fold.Line(text)
	best := -1
	for i, r := range text {
		if len(text)-i > 4*maxCredit || i > 0 && !strings.ContainsRune(" .|(–—-/[•·,;»", lang.LastRune(text[:i])) {
			continue
		}
		if r == '©' || beginsCredit(text[i:]) {
			best = i
			break
		}
	}
	if best < 0 {
		best = agencyBracket(text)
	}
	if best < 0 || utf8.RuneCountInString(text[best:]) > maxCredit {
		return text, ""
	}
	caption = strings.TrimRight(text[:best], " |(–—-/[•·,;»")
	credit = strings.TrimSpace(text[best:])
	if strings.HasPrefix(text[best:], "(") || strings.HasPrefix(text[best:], "[") {
		credit = strings.TrimSpace(strings.TrimRight(credit[1:], ")]. "))
	} else if before := strings.TrimRight(text[:best], " "); strings.HasSuffix(before, "(") ||
		strings.HasSuffix(before, "[") {
		credit = strings.TrimRight(credit, ")]. ")
	}
	return caption, credit
}

// beginsCredit reports whether a text begins with a credit word and a colon, or one that needs none.
func beginsCredit(text string) bool {
	folded := fold.Text(clean.Clip(text, 60))
	for _, w := range creditWords() {
		after, ok := strings.CutPrefix(folded, w)
		if !ok {
			continue
		}
		if strings.HasSuffix(w, " by") || strings.HasSuffix(w, "courtesy of") || strings.HasSuffix(w, " von") {
			if strings.HasPrefix(after, " ") || strings.HasPrefix(after, ":") {
				return true
			}
			continue
		}
		after = strings.TrimLeft(after, " \u00a0")
		if strings.HasPrefix(after, ":") || strings.HasPrefix(after, "：") || strings.HasPrefix(after, "©") || w == "fot." {
			return true
		}
	}
	return false
}

// agencyBracket returns where the last bracket of a text begins when it names an agency, or the end of a short text
// that is nothing else; -1 for neither.
func agencyBracket(text string) int {
	trimmed := strings.TrimRight(text, " .")
	if strings.HasSuffix(trimmed, ")") || strings.HasSuffix(trimmed, "]") {
		open := strings.LastIndexAny(trimmed, "([")
		if open >= 0 && namesAgency(trimmed[open:]) {
			return open
		}
	}
	if utf8.RuneCountInString(text) <= 60 && namesAgency(text) &&
		!strings.ContainsFunc(strings.TrimRight(text, "."), func(r rune) bool { return r == '.' || r == '?' }) &&
		len(strings.Fields(text)) <= 6 && strings.IndexFunc(text, unicode.IsUpper) == 0 {
		return 0
	}
	return -1
}

func namesAgency(text string) bool {
	folded := fold.Text(text)
	for _, a := range agencies {
		if i := strings.Index(folded, a); i >= 0 && (i == 0 || !unicode.IsLetter(lang.LastRune(folded[:i]))) &&
			!lang.StartsWithLetter(folded[i+len(a):]) {
			return true
		}
	}
	return false
}
