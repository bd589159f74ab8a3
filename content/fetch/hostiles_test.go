package fetch

import (
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"lede/model/address"
)

// hostiles are the servers. Statuses and times are in tables of their own.
func hostiles() []hostile {
	head := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
	return []hostile{
		{name: "says nothing", raw: waits, quick: func(t *Times) {
			t.Header = short
		}, want: "no answer from 127.0.0.1 in 0.5 s"},
		{name: "resets", raw: func(c net.Conn) {
			readRequest(c)
			c.(*net.TCPConn).SetLinger(0)
		}, want: "127.0.0.1 broke the connection off"},
		{name: "closes", raw: readRequest, want: "127.0.0.1 closed the connection without an answer"},
		{name: "closes after the status", raw: says("HTTP/1.1 200 OK\r\n"), want: "closed the connection without an answer"},
		{name: "status of letters", raw: says("HTTP/1.1 two hundred\r\n\r\n"), want: "is not HTTP"},
		{name: "status too long", raw: says("HTTP/1.1 20000 OK\r\n\r\n"), want: "is not HTTP"},
		{name: "another protocol", raw: says("SSH-2.0-OpenSSH_9.9\r\n"), want: "is not HTTP"},
		{name: "nothing but a page", raw: says(story), want: "is not HTTP"},
		{name: "bad header", raw: says("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n" + story), want: "is not HTTP"},
		{name: "flood of headers", raw: func(c net.Conn) {
			readRequest(c)
			io.WriteString(c, "HTTP/1.1 200 OK\r\n")
			for i := 0; ; i++ {
				if _, err := io.WriteString(c, "X-"+strconv.Itoa(i)+": "+strings.Repeat("x", 1000)+"\r\n"); err != nil {
					return
				}
			}
		}, want: "headers of 127.0.0.1 are longer than 256 kB"},
		{name: "one long header", serve: sends(story, "X: "+strings.Repeat("x", 300<<10)), want: "longer than 256 kB"},
		{name: "answers before the answer", raw: func(c net.Conn) {
			readRequest(c)
			for {
				if _, err := io.WriteString(c, "HTTP/1.1 103 Early Hints\r\nLink: "+strings.Repeat("x", 9000)+
					"\r\n\r\n"); err != nil {
					return
				}
			}
		}, want: "longer than 256 kB"},
		{name: "headers drop by drop", raw: func(c net.Conn) {
			readRequest(c)
			dropByDrop(c, "HTTP/1.1 200 OK\r\nX: ")
		}, quick: func(t *Times) { t.Header = short }, want: "no answer from 127.0.0.1 in 0.5 s"},

		{name: "circle", serve: leads("/start"), want: "it leads round in a circle"},
		{name: "circle of two", serve: func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, map[string]string{"/start": "/b", "/b": "/start#x"}[r.URL.Path], http.StatusFound)
		}, want: "it leads round in a circle"},
		{name: "leads on for ever", serve: func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path+"x", http.StatusMovedPermanently)
		}, want: "more than 10 times"},
		{name: "leads on nowhere", serve: status(302), want: "it leads on without saying where to"},
		{name: "leads to a file", serve: leads("file:///etc/passwd"), want: "not opened, file:///etc/passwd"},
		{name: "leads to a script", serve: leads("javascript:alert(1)"), want: "not opened, javascript:"},
		{name: "leads to data", serve: leads("data:text/html,hello"), want: "not opened, data:"},
		{name: "leads to ftp", serve: leads("ftp://127.0.0.1/x"), want: "not opened, ftp:"},
		{name: "leads to a user", serve: leads("http://me:secret@127.0.0.1:PORT/x"), want: "not opened"},
		{name: "leads to no address", serve: leads("http://[bad/%zz"), want: "not opened"},
		{name: "leads to sequences", serve: leads("http://a b\x1b[31m/"), want: "is not HTTP"},
		{name: "leads to C1 and blanks", serve: leads("http://a b\u009b31m/"), want: "not opened, http://a b\uFFFD31m/"},
		{
			name: "leads to an endless address", serve: leads("/" + strings.Repeat("x", address.MaxBytes)),
			want: "not opened, /xxx",
		},
		{name: "leads to an odd host", serve: leads("http://127.1/"), want: "not opened, http://127.1/"},
		{name: "leads to a hexadecimal host", serve: leads("http://0x7f000001/"), want: "not opened"},
		{name: "leads to half a hexadecimal host", serve: leads("http://127.0.0.0x/"), want: "not opened"},
		{name: "leads home", serve: leads("http://127.0.0.2:PORT/admin"), want: "127.0.0.2 is at a private address"},
		{name: "leads home, mapped", serve: leads("http://[::ffff:127.0.0.2]:PORT/admin"), want: "is at a private address"},
		{name: "leads on ten times", serve: func(w http.ResponseWriter, r *http.Request) {
			if n := len(r.URL.Path); n < len("/start")+10 {
				http.Redirect(w, r, r.URL.Path+"x", http.StatusSeeOther)
				return
			}
			io.WriteString(w, story)
		}, text: "<!DOCTYPE", kind: HTML},

		{name: "login", serve: leads("/login?next=%2Fstart"), want: "127.0.0.1 asks you to log in"},
		{name: "consent", serve: leads("/consent?from=start"), want: "127.0.0.1 asks for your consent first"},
		{
			name: "captive portal at home", serve: leads("http://127.0.0.2:PORT/login?to=x"),
			want: "this network wants you to log in first",
		},
		{
			name: "captive portal", serve: leads("http://localhost:PORT/portal"),
			want: "this network wants you to log in first",
		},

		{name: "PDF", serve: sends("%PDF-1.7", "Content-Type: application/pdf"), want: "it is a PDF document"},
		{name: "PDF without a type", serve: sends("%PDF-1.7\x00\xff"), want: "it is a PDF document"},
		{name: "video", serve: sends("x", "Content-Type: video/mp4"), want: "it is a video"},
		{name: "sound", serve: sends("x", "Content-Type: audio/mpeg"), want: "it is a sound recording"},
		{name: "picture", serve: sends("x", "Content-Type: image/png"), want: "it is a picture"},
		{
			name: "picture as data", serve: sends("\x89PNG\r\n\x1a\n", "Content-Type: application/octet-stream"),
			want: "it is a picture",
		},
		{
			name: "drawing as XML", serve: sends("<?xml version='1.0'?><svg/>", "Content-Type: application/xml"),
			want: "it is a picture",
		},
		{name: "archive", serve: sends("PK\x03\x04", "Content-Type: application/zip"), want: "it is an archive"},
		{name: "archive as data", serve: sends("PK\x03\x04", "Content-Type: binary/octet-stream"), want: "it is an archive"},
		{name: "program", serve: sends("MZ", "Content-Type: application/x-msdownload"), want: "it is a program"},
		{name: "style sheet", serve: sends("p {}", "Content-Type: text/css"), want: "it is a style sheet"},
		{name: "RSS", serve: sends("<rss version='2.0'/>", "Content-Type: application/rss+xml"), text: "<rss"},
		{
			name: "RSS as a page", serve: sends("<?xml version='1.0'?>\n<!-- x -->\n<rss version='2.0'/>", htmlType),
			text: "<?xml",
		},
		{
			name: "Atom as XML", serve: sends("\xEF\xBB\xBF<feed xmlns='x'>", "Content-Type: text/xml"),
			text: "\xEF\xBB\xBF<feed",
		},
		{
			name:  "JSON feed",
			serve: sends(`{"version": "https://jsonfeed.org/version/1.1"}`, "Content-Type: application/json"), text: "{",
		},
		{name: "JSON", serve: sends(`{"a": 1}`, "Content-Type: application/json"), want: "it is data for programs (JSON)"},
		{name: "XML", serve: sends(`<a/>`, "Content-Type: application/xml"), want: "it is data for programs (XML)"},
		{name: "page as text", serve: sends(story, "Content-Type: text/plain"), text: "<!DOCTYPE", kind: HTML},
		{name: "page as data", serve: sends(story, "Content-Type: application/octet-stream"), text: "<!DOCTYPE", kind: HTML},
		{name: "page as nonsense", serve: sends(story, "Content-Type: ;;; what"), text: "<!DOCTYPE", kind: HTML},
		{name: "page without a type", serve: sends(story), text: "<!DOCTYPE", kind: HTML},
		{
			name: "page as XML", serve: sends("<?xml version='1.0'?><html/>", "Content-Type: application/xml"),
			text: "<?xml", kind: HTML,
		},
		{name: "text", serve: sends("The tide. ", "Content-Type: text/plain"), text: "The tide"},
		{name: "Markdown", serve: sends("# Tides", "Content-Type: text/markdown"), text: "# Tides", kind: Markdown},

		{name: "gzip that is none", serve: sends(story, htmlType, "Content-Encoding: gzip"), text: "<!DOCTYPE", kind: HTML},
		{name: "br that is none", serve: sends(story, htmlType, "Content-Encoding: br"), text: "<!DOCTYPE", kind: HTML},
		{name: "zstd that is none", serve: sends(story, htmlType, "Content-Encoding: zstd"), text: "<!DOCTYPE", kind: HTML},
		{
			name: "deflate that is none", serve: sends(story, htmlType, "Content-Encoding: deflate"),
			text: "<!DOCTYPE", kind: HTML,
		},
		{name: "gzip", serve: sends(gz(story), htmlType, "Content-Encoding: GZIP"), text: story, kind: HTML},
		{name: "gzip without a word", serve: sends(gz(story), htmlType), text: story, kind: HTML},
		{
			name:  "gzip with something behind it",
			serve: sends(gz(story)+"garbage behind it", htmlType, "Content-Encoding: gzip"), text: story, kind: HTML,
		},
		{
			name: "gzip cut off", serve: sends(gz(story)[:110], htmlType, "Content-Encoding: gzip"), text: "<!DOCTYPE",
			kind: HTML, cut: "broke off",
		},
		{
			name: "gzip broken", serve: sends(broken(gz(story+noise())), htmlType, "Content-Encoding: gzip"), text: "<!DOCTYPE",
			kind: HTML, cut: "cannot be unpacked",
		},
		{name: "gzip broken from the start", serve: sends("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff", htmlType,
			"Content-Encoding: gzip"), want: "packed in a way that cannot be read"},
		{
			name: "packed twice", serve: sends(gz(gz(story)), htmlType, "Content-Encoding: gzip, gzip"),
			want: "packed more than once",
		},
		{name: "packed twice by two headers", serve: sends(gz(gz(story)), htmlType, "Content-Encoding: gzip",
			"Content-Encoding: br"), want: "packed more than once"},
		{
			name: "packed in an unknown way", serve: sends(story, htmlType, "Content-Encoding: sdch"),
			want: "packed in a way that cannot be read",
		},
		{
			name: "deflate with a header", serve: sends(zl(story), htmlType, "Content-Encoding: deflate"),
			text: story, kind: HTML,
		},
		{
			name: "deflate without one", serve: sends(raws(story), htmlType, "Content-Encoding: deflate"),
			text: story, kind: HTML,
		},
		{name: "br", serve: sends(br(story), htmlType, "Content-Encoding: br"), text: story, kind: HTML},
		{name: "zstd", serve: sends(zst(story, 1<<20), htmlType, "Content-Encoding: zstd"), text: story, kind: HTML},
		{name: "zstd that refers back 32 MB", serve: sends(zst(strings.Repeat(blanks, 40), 32<<20), htmlType,
			"Content-Encoding: zstd"), want: "packed in a way that cannot be read"},
		{
			name: "gzip bomb", serve: sends(strings.Repeat(gz(blanks), 300), htmlType, "Content-Encoding: gzip"), size: MaxPage,
			kind: HTML, cut: "cut this page at 16 MB",
		},
		{
			name: "br bomb", serve: sends(br(strings.Repeat(blanks, 40)), htmlType, "Content-Encoding: br"), size: MaxPage,
			kind: HTML, cut: "cut this page at 16 MB",
		},
		{
			name: "zstd bomb", serve: sends(zst(strings.Repeat(blanks, 40), 1<<20), htmlType, "Content-Encoding: zstd"),
			size: MaxPage, kind: HTML, cut: "cut this page at 16 MB",
		},
		{name: "page without end", serve: func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			for r.Context().Err() == nil {
				io.WriteString(w, story)
			}
		}, size: MaxPage, kind: HTML, cut: "cut this page at 16 MB"},

		{
			name: "shorter than it says", raw: says(head + "Content-Length: 99999\r\n\r\n" + story), text: story, kind: HTML,
			cut: "broke off",
		},
		{name: "longer than it says", raw: says(head + "Content-Length: 40\r\n\r\n" + story), text: story[:40], kind: HTML},
		{
			name: "nothing of what it says", raw: says(head + "Content-Length: 999\r\n\r\n"),
			want: "closed the connection without an answer",
		},
		{
			name: "two lengths", raw: says(head + "Content-Length: 40\r\nContent-Length: 50\r\n\r\n" + story),
			want: "is not HTTP",
		},
		{name: "negative length", raw: says(head + "Content-Length: -5\r\n\r\n" + story), want: "is not HTTP"},
		{
			name: "chunks that are none", raw: says(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + story),
			want: "is not HTTP",
		},
		{
			name: "chunks cut off", raw: says(head + "Transfer-Encoding: chunked\r\n\r\n800\r\n" + story[:1500]),
			text: story[:1500], kind: HTML, cut: "broke off",
		},
		{name: "empty", serve: sends("", htmlType), kind: HTML},
		{name: "stalls before the text", raw: func(c net.Conn) { says(head + "\r\n")(c); waits(c) }, quick: func(t *Times) {
			t.Stall = short
		}, want: "127.0.0.1 sent nothing for 0.5 s"},
		{
			name: "stalls in the text", raw: func(c net.Conn) { says(head + "\r\n" + story)(c); waits(c) },
			quick: func(t *Times) { t.Stall = short }, text: story, kind: HTML, cut: "No more came for 0.5 s",
		},
		{name: "text drop by drop", raw: func(c net.Conn) {
			says(head + "\r\n" + story)(c)
			dropByDrop(c, story)
		}, quick: func(t *Times) {
			t.Whole = 2 * time.Second
		}, text: story, kind: HTML, cut: "After 2 s this page had not ended"},
	}
}

// dropByDrop sends a text again and again, a byte in five milliseconds, until the client has gone.
func dropByDrop(c net.Conn, text string) {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for i := 0; ; i++ {
		<-tick.C
		if _, err := c.Write([]byte{text[i%len(text)]}); err != nil {
			return
		}
	}
}

// noise is text that does not pack well.
func noise() string {
	var b strings.Builder
	for i := range 4000 {
		b.WriteString(strconv.Itoa(i * 7919 % 100003))
	}
	return b.String()
}

// broken is a packed text with a fault in its middle.
func broken(text string) string {
	b := []byte(text)
	for i := len(b) / 2; i < len(b)/2+40; i++ {
		b[i] = 0xff
	}
	return string(b)
}
