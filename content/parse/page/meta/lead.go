package meta

import (
	"path"
	"strconv"
	"strings"

	"lede/model"
	"lede/model/address"
)

// minLead is the least width and height of a lead image, in pixels.
const minLead = 200

// leadImage returns the image that the publisher shows with the article, or the zero value. Logos, other images of
// the site and small ones do not count; nor does one without a caption or alternative text, of which a terminal shows
// little.
func leadImage(src *pageSources, site siteFacts) model.Image {
	if src.article == nil && src.metas.first("og:type") != "article" {
		return model.Image{}
	}
	image := linkedImage(src)
	if alt := src.metas.first("og:image:alt", "twitter:image:alt"); image.Alt == "" {
		image.Alt = alt
	}
	for _, url := range [...]string{
		src.metas.first("og:image", "og:image:secure_url", "og:image:url"),
		src.metas.first("twitter:image", "twitter:image:src"),
		src.links.first("image_src"),
	} {
		if image.URL == "" && url != "" {
			image.URL, _ = address.Check(url, src.Base)
		}
	}
	if !strings.HasPrefix(image.URL, "http") || isSiteImage(image.URL) || image.Caption == "" && image.Alt == "" {
		return model.Image{}
	}
	for _, m := range [...]string{"og:image:width", "og:image:height"} {
		if n, err := strconv.Atoi(src.metas.first(m)); err == nil && n < minLead {
			return model.Image{}
		}
	}
	if flatKey(image.Caption) == flatKey(src.metas.first("og:title")) || site.isCalled(image.Caption) {
		image.Caption = ""
	}
	if flatKey(image.Alt) == flatKey(image.Caption) || site.isCalled(image.Alt) {
		image.Alt = ""
	}
	if image.Caption == "" && image.Alt == "" {
		return model.Image{}
	}
	return image
}

// linkedImage returns the first image of the article in JSON-LD, with its caption and credit.
func linkedImage(src *pageSources) model.Image {
	for _, v := range listed(src.article["image"]) {
		if s, ok := v.(string); ok {
			if url, err := address.Check(s, src.Base); err == nil {
				return model.Image{URL: url}
			}
			continue
		}
		o, _ := src.data.resolved(v).(map[string]any)
		url, err := address.Check(linkedObject(o).line("url", "contentUrl"), src.Base)
		if err != nil || o == nil {
			continue
		}
		image := linkedObject(o)
		return model.Image{
			URL:     url,
			Caption: image.line("caption", "description"),
			Credit:  image.line("creditText", "copyrightHolder", "author", "creator"),
			Alt:     image.line("alternativeHeadline"),
		}
	}
	return model.Image{}
}

// isSiteImage reports whether an address looks like that of an image that a site uses on every page.
func isSiteImage(url string) bool {
	name := strings.ToLower(path.Base(url))
	for _, w := range [...]string{
		"logo", "default", "placeholder", "fallback", "favicon", "avatar", "og-image", "ogimage", "share", "social",
	} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// MinImageName is how long the name of an image must be before its size, in bytes.
const MinImageName = 4
