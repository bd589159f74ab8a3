package feed

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"lede/model"
	"lede/model/clean"
)

// media takes the files and the picture of an item.
func (r *reader) media(n *node, it *model.Item) {
	for _, k := range n.all("enclosure") {
		r.attach(n, it, k, k.attr("url"))
	}
	for _, k := range n.all("link", "atom:link") {
		if k.attr("rel") == "enclosure" {
			r.attach(n, it, k, k.attr("href"))
		}
	}
	for _, in := range append([]*node{n}, n.all("media:group")...) {
		for _, k := range in.all("media:content") {
			r.attach(n, it, k, k.attr("url"))
		}
		if thumb := in.kid("media:thumbnail"); thumb != nil && it.Image == "" {
			it.Image = r.address(n, thumb.attr("url"))
		}
	}
	if image := n.kid("itunes:image", "image"); image != nil {
		source := image.attr("href")
		if source == "" {
			source = image.kid("url").words()
		}
		if url := r.address(n, source); url != "" {
			it.Image = url
		}
	}
	for _, a := range it.Attachments {
		if it.Image == "" && strings.HasPrefix(a.Type, "image/") {
			it.Image = a.URL
		}
	}
	if len(it.Attachments) > 0 {
		it.Attachments[0].Seconds = max(it.Attachments[0].Seconds, seconds(firstWords(n, "itunes:duration")))
	}
}

// attach adds a file, once for each address.
func (r *reader) attach(n *node, it *model.Item, k *node, raw string) {
	url := r.address(n, raw)
	if url == "" || slices.ContainsFunc(it.Attachments, func(a model.Attachment) bool { return a.URL == url }) {
		return
	}
	a := model.Attachment{URL: url, Type: clean.Line(k.attr("type")), Seconds: seconds(k.attr("duration"))}
	size := k.attr("length")
	if size == "" {
		size = k.attr("filesize")
	}
	if n, err := strconv.ParseInt(strings.TrimSpace(size), 10, 64); err == nil && n > 0 {
		a.Bytes = n
	}
	if a.Type == "" {
		a.Type = typeOf(url, k.attr("medium"))
	}
	it.Attachments = append(it.Attachments, a)
}

// typeOf is the media type that an address, or else the kind of medium, tells.
func typeOf(url, medium string) string {
	file, _, _ := strings.Cut(url, "?")
	switch strings.ToLower(path.Ext(file)) {
	case ".mp3":
		return "audio/mpeg"
	case ".ogg", ".oga":
		return "audio/ogg"
	case ".m4a":
		return "audio/mp4"
	case ".mp4", ".m4v":
		return "video/mp4"
	case ".webm":
		return "video/webm"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".png":
		return "image/png"
	case ".gif":
		return "image/gif"
	case ".webp":
		return "image/webp"
	case ".pdf":
		return "application/pdf"
	}
	if medium == "image" || medium == "audio" || medium == "video" {
		return medium + "/*"
	}
	return ""
}

// seconds reads how long something plays: "3723", "62:03", "1:02:03"; 0 for anything else.
func seconds(s string) int {
	total := 0
	for part := range strings.SplitSeq(strings.TrimSpace(s), ":") {
		n, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil || n < 0 || n > 1e6 {
			return 0
		}
		total = total*60 + int(n)
	}
	return total
}
