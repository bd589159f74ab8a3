package write

import (
	"path"
	"strings"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/page/meta"
	"lede/model"
)

// WithLeadImage puts lead, the picture that the publisher shows the article with, before the units, unless they begin
// with a picture or have this one.
func WithLeadImage(units []block.Unit, lead model.Image) []block.Unit {
	if lead.URL == "" || len(units) == 0 {
		return units
	}
	key := imageKey(lead.URL)
	for i, u := range units {
		if image, ok := u.Block.(model.Image); ok && (i < maxTitleUnits || imageKey(image.URL) == key) {
			return units
		}
	}
	made := imageUnitOf(lead)
	return append([]block.Unit{made}, units...)
}

func imageUnitOf(image model.Image) block.Unit {
	return block.Unit{
		Text: image.Text(), Source: image.Markdown(), Kind: block.Image, Block: image,
		Why: block.Why{Rule: "metadata: the picture that the publisher shows the article with"},
	}
}

// imageKey is the name of a picture without its size and kind, so that one picture in two sizes counts as one.
func imageKey(url string) string {
	url, _, _ = strings.Cut(url, "?")
	name := strings.ToLower(path.Base(url))
	name = strings.TrimSuffix(name, path.Ext(name))
	for {
		i := strings.LastIndexAny(name, "-_.")
		if i < meta.MinImageName || !isImageSize(name[i+1:]) {
			return name
		}
		name = name[:i]
	}
}

// isImageSize reports whether a part of a picture's name is its size: "1200x630", "640w", "scaled".
func isImageSize(s string) bool {
	switch s {
	case "scaled", "large", "medium", "small", "original":
		return true
	}
	return len(s) >= 2 && lang.HasDigit(s[:1]) && strings.Trim(s, "0123456789xwh") == ""
}
