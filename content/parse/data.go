package parse

import (
	"encoding/csv"
	"path"
	"strings"

	"lede/content/parse/feed"
	"lede/content/parse/page/dom"
)

// dataError says of data for programs what they are. They are no article, as what is not text is none.
type dataError string

// Error implements error.
func (e dataError) Error() string { return "it is " + string(e) }

// Is makes it an ErrBinary.
func (dataError) Is(target error) bool { return target == ErrBinary }

const (
	xmlData  = dataError("data for programs (XML), not a text to read")
	opmlData = dataError("a list of feeds (OPML), not a text to read")
	mapData  = dataError("a map of a site for programs (XML), not a text to read")
	svgData  = dataError("a drawing (SVG), not a text to read")
	csvData  = dataError("a table of values (CSV), not a text to read")
)

// dataOf returns an error that says what a text is that is data for programs, or nil.
func dataOf(name, s string) error {
	switch rootOf(s) {
	case "rss", "feed", "rdf:rdf":
		if !feed.Is(s) {
			return xmlData
		}
	case "opml":
		return opmlData
	case "urlset", "sitemapindex":
		return mapData
	case "svg":
		return svgData
	}
	if isValues(name, s) {
		return csvData
	}
	return nil
}

// rootOf is the name of the element that a text in XML begins with, in small letters; "" where it begins with none.
func rootOf(s string) string {
	s = beyondComments(s)
	for strings.HasPrefix(s, "<!") || strings.HasPrefix(s, "<?") {
		_, rest, ok := strings.Cut(s[:min(len(s), pageStart)], ">")
		if !ok {
			return ""
		}
		s = beyondComments(rest)
	}
	if !strings.HasPrefix(s, "<") {
		return ""
	}
	name := s[1:min(len(s), 100)]
	if i := strings.IndexAny(name, " \t\n\f/>"); i >= 0 {
		name = name[:i]
	}
	return string(dom.Lower(name))
}

// fewRows is how many rows of values a text has at least that is a table of them without being named so.
const fewRows = 5

// isValues reports whether a text is comma-separated values: by its name, or where that tells nothing because its
// first lines all have as many values, each of few words.
func isValues(name, s string) bool {
	switch end := strings.ToLower(path.Ext(name)); {
	case end == ".csv" || end == ".tsv":
		return true
	case namedFormat(name) != "" || rootOf(s) != "": // the lines of a page may have as many commas, too
		return false
	}
	const few, short = 3, 40
	r := csv.NewReader(strings.NewReader(s[:min(len(s), pageStart)]))
	width, size, row := 0, 0, 0
	for ; row < fewRows; row++ {
		values, err := r.Read() // which fails where a row has more or fewer than the first
		if err != nil || len(values) < few {
			return false
		}
		width = len(values)
		for i, v := range values {
			if i > 0 && strings.HasPrefix(v, " ") {
				return false // people write a blank after a comma, also in verse
			}
			size += len(v)
		}
	}
	return size < short*width*row
}
