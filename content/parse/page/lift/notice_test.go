package lift

import (
	"testing"

	"lede/content/lang"
	"lede/content/parse/page/dom"
)

func TestPageKeepsLinksToPeople(t *testing.T) {
	for _, href := range []string{
		"whatsapp://send?phone=15550100", "sms:+15550100", "mailto:quay@coast.example?subject=x",
		"https://wa.example/?text=x",
	} {
		marks := Find(dom.Parse(`<p>Ask <a href="`+href+`">the harbour master</a>.</p>`, "", nil), lang.Labels{})
		if len(marks) > 0 {
			t.Errorf("%s is taken for a control", href)
		}
	}
}
