package page

import "testing"

func TestLooseLinksAreCountedInTheTextAlone(t *testing.T) {
	const story = `<p>The water rose by four metres in the night at the quay of <a
href="/places/westhaven">Westhaven</a>, and nobody slept, says the harbour office.</p>
<p>Since then the <a href="pumps.html">pumps</a> have run day and night, see <a href="#map">the map</a>, and <a
href="https://tides.example/">the council</a> meets again on Monday.</p>`
	const menu = `<nav><ul><li><a href="/news">News</a><li><a href="/sport">Sport</a><li><a href="/culture">` +
		`Culture</a></ul></nav>`
	page := func(head string) string {
		return "<html><head><title>Tides</title>" + head + "</head><body>" + menu + "<article><h1>Tides</h1>" + story +
			"</article></body></html>"
	}
	for _, c := range []struct {
		page, base string
		want       int
	}{
		{page(""), "", 2},
		{page(""), "https://courier.example/", 0},
		{page(`<base href="https://courier.example/">`), "", 0},
	} {
		if a := pageAt(c.page, c.base); a.Loose != c.want {
			t.Errorf("base %q: %d loose links, want %d", c.base, a.Loose, c.want)
		}
	}
}
