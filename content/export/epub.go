package export

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"html"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"lede/model"
)

// Book writes articles as one EPUB 3 book, a chapter each. It holds nothing but text: pictures are links. Its title,
// its languages and its date are those of what is in it.
//
// See https://www.w3.org/TR/epub-33/.
type Book struct {
	zip *zip.Writer
	now time.Time
	imprint
}

// NewBook begins a book on w. now is when it is made.
func NewBook(w io.Writer, now time.Time) (*Book, error) {
	b := &Book{zip: zip.NewWriter(w), now: zipTime(now)}
	first, err := b.zip.CreateRaw(mimetype(b.now))
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(first, mediaType); err != nil {
		return nil, err
	}
	return b, b.file("META-INF/container.xml", container)
}

// mediaType is what a reader of books looks for at the beginning of one.
const mediaType = "application/epub+zip"

// mimetype is the head of the first file of a book, which may have no extra fields: they would say when it was made in
// more detail.
func mimetype(now time.Time) *zip.FileHeader {
	h := &zip.FileHeader{
		Name: "mimetype", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(mediaType)),
		CompressedSize64: uint64(len(mediaType)), UncompressedSize64: uint64(len(mediaType)),
	}
	h.SetModTime(now) //nolint:staticcheck // Modified adds an extra field
	h.Modified = time.Time{}
	return h
}

// zipTime is a time as the files of a book can have it, to two seconds: none before 1980.
func zipTime(t time.Time) time.Time {
	t = t.UTC().Truncate(2 * time.Second)
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); t.Before(first) {
		return first
	}
	if last := time.Date(2107, 12, 31, 0, 0, 0, 0, time.UTC); t.After(last) {
		return last
	}
	return t
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

func (b *Book) file(name, text string) error {
	w, err := b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: b.now})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text)
	return err
}

// Add adds what Chapter made of an article.
func (b *Book) Add(e model.Entry, page []byte) error {
	return b.file("book/"+b.add(e)+".xhtml", string(page))
}

// Close writes the contents and ends the book. It does not close the writer below.
func (b *Book) Close() error {
	var nav, manifest, spine strings.Builder
	sum := sha256.New()
	for _, c := range b.chapters {
		title := html.EscapeString(c.title)
		sum.Write([]byte(title + "\n"))
		fmt.Fprintf(&nav, "<li><a href=\"%s.xhtml\">%s</a></li>\n", c.id, title)
		fmt.Fprintf(&manifest, "<item id=\"%s\" href=\"%s.xhtml\" media-type=\"application/xhtml+xml\"/>\n", c.id, c.id)
		fmt.Fprintf(&spine, "<itemref idref=\"%s\"/>\n", c.id)
	}
	title, lang := html.EscapeString(b.title()), b.languages()[0]
	sum.Write([]byte(b.now.String()))
	id := sum.Sum(nil)
	pkg := fmt.Sprintf(packageForm, lang, id[:4], id[4:6], id[6:8], id[8:10], id[10:16], title, b.facts(),
		b.now.Format("2006-01-02T15:04:05Z"), manifest.String(), spine.String())
	for _, f := range [][2]string{
		{"book/style.css", style},
		{"book/nav.xhtml", fmt.Sprintf(navForm, lang, lang, title, title, nav.String())},
		{"book/package.opf", pkg},
	} {
		if err := b.file(f[0], f[1]); err != nil {
			return err
		}
	}
	return b.zip.Close()
}

const packageForm = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%s">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:%x-%x-%x-%x-%x</dc:identifier>
<dc:title>%s</dc:title>
%s<meta property="dcterms:modified">%s</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
%s</manifest>
<spine>
<itemref idref="nav"/>
%s</spine>
</package>
`

const navForm = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%s" xml:lang="%s">
<head><title>%s</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body><nav epub:type="toc"><h1>%s</h1><ol>
%s</ol></nav></body>
</html>
`

// Chapters returns a function that makes an article a chapter of a Book: XHTML that stands alone. Each goroutine
// needs its own.
func Chapters() func(a model.Article) []byte {
	md := goldmark.New(
		goldmark.WithExtensions(
			extension.Linkify, extension.Strikethrough, extension.TaskList,
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignStyle)),
		),
		goldmark.WithRendererOptions(gmhtml.WithXHTML(), renderer.WithNodeRenderers(util.Prioritized(pictureLinks{}, 1))),
	)
	return func(a model.Article) []byte {
		var out bytes.Buffer
		s := sheet{w: bufio.NewWriter(&out), md: md}
		lang, title := language(a.Language), html.EscapeString(a.Title)
		s.put(`<?xml version="1.0" encoding="UTF-8"?>` + "\n<!DOCTYPE html>\n" +
			`<html xmlns="http://www.w3.org/1999/xhtml" lang="` + lang + `" xml:lang="` + lang + "\">\n<head><title>" + title +
			`</title><link rel="stylesheet" type="text/css" href="style.css"/></head>` + "\n<body>\n<header>\n<h1>" +
			title + "</h1>\n" +
			about(a.Entry) + "</header>\n")
		for _, section := range a.Sections {
			s.section(section)
		}
		s.put("</body>\n</html>\n")
		_ = s.w.Flush() // a buffer takes all
		return out.Bytes()
	}
}

// section writes a section with its heading.
func (s sheet) section(section model.Section) {
	s.put("<section>\n")
	if section.Title != "" {
		level := strconv.Itoa(min(6, max(2, section.Level)))
		s.put("<h" + level + ">" + html.EscapeString(section.Title) + "</h" + level + ">\n")
	}
	for _, b := range section.Blocks {
		s.block(b)
	}
	s.put("</section>\n")
}
