package parse

import (
	"strings"

	htmlcharset "golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// declared returns the encoding of a source that is not Unicode, as whoever sent it declares or as a page does itself; nil when that is
// none that it can be in.
func (o Options) declared(data []byte) encoding.Encoding {
	labels := []string{o.Charset}
	if o.Format == HTML || o.Format == "" && formatOf(o.Name, string(data[:min(len(data), pageStart)])) == HTML {
		labels = append(labels, pageCharset(data))
	}
	for _, label := range labels {
		switch e, name := htmlcharset.Lookup(label); {
		case e == nil, e == encoding.Nop, e == encoding.Replacement, name == "x-user-defined", strings.HasPrefix(name, "utf-"):
		default:
			return e
		}
	}
	return nil
}
