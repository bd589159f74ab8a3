package dom

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model/address"
	"lede/model/clean"
)

// PictureURL returns the checked address of a picture, the largest that the page offers; "" when it has none.
func (d Page) PictureURL(n *html.Node) string {
	best := ""
	widest := 0.0
	offer := func(set string) {
		if url, width := d.largest(set); url != "" && width > widest {
			best, widest = url, width
		}
	}
	for _, name := range [...]string{"srcset", "data-srcset", "data-lazy-srcset"} {
		offer(Attr(n, name))
	}
	if n.Parent != nil && n.Parent.DataAtom == atom.Picture {
		for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Source {
				offer(Attr(c, "srcset"))
				offer(Attr(c, "data-srcset"))
			}
		}
	}
	if best != "" {
		return best
	}
	for _, name := range SourceAttrs {
		raw := Attr(n, name)
		if raw == "" || strings.HasPrefix(raw, "data:") || strings.HasPrefix(raw, "blob:") ||
			strings.ContainsAny(raw, "{}") || IsFurnitureAddress(raw) {
			continue
		}
		if url := d.sourceAddress(raw); url != "" {
			return url
		}
	}
	return ""
}

// SourceAttrs are the attributes that hold the address of a picture, the fullest first.
var SourceAttrs = [...]string{
	"data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src",
	"data-hi-res-src", "data-image", "data-url", "src",
}

// sourceAddress checks the address of a picture. A relative one is kept as none when the page's own address is not
// known.
func (d Page) sourceAddress(raw string) string {
	raw = strings.TrimSpace(raw)
	if d.Base == "" && strings.HasPrefix(raw, "//") {
		raw = "https:" + raw
	}
	url, err := address.Check(raw, d.Base)
	if err != nil {
		return ""
	}
	return url
}

// maxSourceSet is how many bytes of a list of pictures are read.
const maxSourceSet = 8 << 10

// largest returns the largest picture of a srcset and how large it says to be. Commas may stand in addresses, so only
// those before a space part the list.
func (d Page) largest(set string) (best string, width float64) {
	if strings.TrimSpace(set) == "" || strings.HasPrefix(set, "data:") {
		return "", 0
	}
	fields := strings.Fields(clean.Clip(set, maxSourceSet))
	for i := 0; i < len(fields); i++ {
		raw := strings.TrimRight(fields[i], ",")
		size := 1.0
		if raw == fields[i] && i+1 < len(fields) {
			if n, ok := descriptor(fields[i+1]); ok {
				size = n
				i++
			}
		}
		if size <= width || strings.HasPrefix(raw, "data:") || strings.ContainsAny(raw, "{}") {
			continue
		}
		if url := d.sourceAddress(raw); url != "" {
			best, width = url, size
		}
	}
	return best, width
}

// descriptor reads "800w" or "2x", with the comma behind it.
func descriptor(s string) (float64, bool) {
	s = strings.TrimRight(s, ",")
	if len(s) < 2 {
		return 0, false
	}
	n, err := strconv.ParseFloat(s[:len(s)-1], 64)
	if err != nil {
		return 0, false
	}
	switch s[len(s)-1] {
	case 'w', 'x', 'h':
		return n, true
	}
	return 0, false
}

// furnitureAddresses are parts of the addresses of pictures that say nothing: faces, signs, and what only counts
// readers.
var furnitureAddresses = [...]string{
	"gravatar.com/", "/avatar", "spacer.", "/pixel", "pixel.", "blank.gif", "1x1",
	"transparent.gif", "transparent.png", "/icons/", "/icon-", "doubleclick.net", "scorecardresearch", "facebook.com/tr",
	"/clear.gif", "ad.gif", "google-analytics", "/emoji/", "/smilies/", "placeholder.png", "placeholder.svg",
	"placeholder.gif", "placeholder.jpg",
}

// IsFurnitureAddress reports whether the address of a picture names an icon, an avatar or a spacer.
func IsFurnitureAddress(src string) bool {
	src = strings.ToLower(clean.Clip(src, 400))
	for _, w := range furnitureAddresses {
		if strings.Contains(src, w) {
			return true
		}
	}
	return false
}

// Pixels reads a length in pixels, 0 when it is none.
func Pixels(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(s, "px")))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// IsSign reports whether a picture stands for a character: an emoji.
func IsSign(n *html.Node, alt string) bool {
	if alt == "" || len(alt) > 40 {
		return false
	}
	if HasClass(n, "emoji", "wp-smiley", "emote", "emoticon") {
		return true
	}
	for _, r := range alt {
		if r < 0x2000 || unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// Tiny reports whether a picture is drawn with at most some pixels each way.
func Tiny(n *html.Node, pixels int) bool {
	width, err := strconv.Atoi(strings.TrimSuffix(Attr(n, "width"), "px"))
	height, err2 := strconv.Atoi(strings.TrimSuffix(Attr(n, "height"), "px"))
	return err == nil && err2 == nil && width <= pixels && height <= pixels
}
