package export

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"fmt"
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

// Book writes articles as one EPUB 3 book, a chapter each. It holds nothing but text: pictures are links.
//
// See https://www.w3.org/TR/epub-33/.
type Book struct {
	zip      *zip.Writer
	title    string
	now      time.Time
	language string
	chapters []chapter
}

// chapter is what the table of contents tells of an article.
type chapter struct{ id, title string }

// NewBook begins a book on w. now is when it is made.
func NewBook(w io.Writer, title string, now time.Time) (*Book, error) {
	b := &Book{zip: zip.NewWriter(w), title: title, now: now.UTC()}
	first, err := b.zip.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(first, "application/epub+zip"); err != nil {
		return nil, err
	}
	return b, b.file("META-INF/container.xml", container)
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
	c := chapter{fmt.Sprintf("a%d", len(b.chapters)+1), e.Title}
	if c.title == "" {
		c.title = "Untitled"
	}
	if b.language == "" {
		b.language = e.Language
	}
	b.chapters = append(b.chapters, c)
	return b.file("book/"+c.id+".xhtml", string(page))
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
	title, lang := html.EscapeString(b.title), language(b.language)
	sum.Write([]byte(b.now.String()))
	id := sum.Sum(nil)
	pkg := fmt.Sprintf(packageForm, lang, id[:4], id[4:6], id[6:8], id[8:10], id[10:16], title, lang,
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
<dc:language>%s</dc:language>
<meta property="dcterms:modified">%s</meta>
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

// language is a tag that XML takes, "und" for what is none.
func language(tag string) string {
	for part := range strings.SplitSeq(tag, "-") {
		if part == "" || len(part) > 8 || strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
			return "und"
		}
	}
	return tag
}

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
			`</title><link rel="stylesheet" type="text/css" href="style.css"/></head>` + "\n<body>\n<header>\n<h1>" + title + "</h1>\n" +
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
