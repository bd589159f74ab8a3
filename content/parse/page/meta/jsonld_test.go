package meta

import (
	"encoding/json"
	"strings"
	"testing"

	"lede/content/parse/page/dom"
)

func TestMendedJSON(t *testing.T) {
	for in, want := range map[string]string{
		`{"a": "b"}`:                         `{"a":"b"}`,
		"{\"a\": \"b\nc\td\"}":               `{"a":"b c d"}`,
		`{"a": "b",}`:                        `{"a":"b"}`,
		`["a", "b", ]`:                       `["a","b"]`,
		"{\"a\": \"b\"\n\"c\": \"d\"}":       `{"a":"b","c":"d"}`,
		`{"a": "he said "no" and left"}`:     `{"a":"he said \"no\" and left"}`,
		`{"a": "it\'s \x here"}`:             `{"a":"it's \\x here"}`,
		`{"a": "caf\u00e9 \u12"}`:            `{"a":"café \\u12"}`,
		`{a: "b", 'c': 1}`:                   `{"a":"b","c":1}`,
		`{"a": undefined, "b": 012}`:         `{"a":"undefined","b":"012"}`,
		`{"a": , "b": [1, 2.5, -3, true]}`:   `{"a":null,"b":[1,2.5,-3,true]}`,
		`{"a": "b" /* so */, "c": null // x`: `{"a":"b","c":null}`,
		`{"a": ["b", {"c": "d`:               `{"a":["b",{"c":"d"}]}`,
		`{"a":`:                              `{"a":null}`,
		`{"a": "b"]}`:                        `{"a":"b"}`,
	} {
		var got, wanted any
		if err := json.Unmarshal(mendedJSON(in), &got); err != nil {
			t.Errorf("%s: %v in %s", in, err, mendedJSON(in))
			continue
		}
		if err := json.Unmarshal([]byte(want), &wanted); err != nil {
			t.Fatal(err)
		}
		a, _ := json.Marshal(got)
		b, _ := json.Marshal(wanted)
		if string(a) != string(b) {
			t.Errorf("%s: got %s, want %s", in, a, b)
		}
	}
}

func TestMendedJSONKeepsWhatIsWhole(t *testing.T) {
	const whole = `{"@graph":[{"@type":["A","B"],"n":1.5e3,"t":"x: {\"y\"}, [z]\n","u":{"v":[]}}]}`
	var want, got any
	if err := json.Unmarshal([]byte(whole), &want); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(mendedJSON(whole), &got); err != nil {
		t.Fatal(err)
	}
	a, _ := json.Marshal(got)
	b, _ := json.Marshal(want)
	if strings.ReplaceAll(string(a), `"1.5e3"`, "1500") != string(b) {
		t.Errorf("got %s, want %s", a, b)
	}
}

// article reads a page with these scripts of JSON-LD.
func linkedArticle(scripts ...string) linkedObject {
	page := "<link rel=canonical href='https://courier.example/tide'>"
	for _, s := range scripts {
		page += `<script type="application/ld+json">` + s + "</script>"
	}
	return ReadSources(dom.Parse(page, "", nil)).article
}

func TestLinkedArticle(t *testing.T) {
	for name, c := range map[string]struct {
		scripts []string
		want    string
	}{
		"one": {[]string{`{"@type":"NewsArticle","headline":"Tide"}`}, "Tide"},
		"a list": {
			[]string{`[{"@type":"WebSite","name":"Courier"},{"@type":"Article","headline":"Tide"}]`},
			"Tide",
		},
		"a graph": {
			[]string{
				`{"@context":"https://schema.org","@graph":[{"@type":["WebPage"]},{"@type":["Article","Thing"],` +
					`"headline":"Tide"}]}`,
			}, "Tide",
		},
		"inside of a page": {[]string{`{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","headline":"Tide"}}`}, "Tide"},
		"of this address": {[]string{
			`{"@type":"Article","headline":"Ebb","url":"https://courier.example/ebb"}`,
			`{"@type":"Article","headline":"Tide","mainEntityOfPage":{"@id":"https://courier.example/tide"}}`,
		}, "Tide"},
		"a full type":     {[]string{`{"@type":"http://schema.org/Article","headline":"Tide"}`}, "Tide"},
		"in a comment":    {[]string{"<!-- {\"@type\":\"Article\",\"headline\":\"Tide\"} -->"}, "Tide"},
		"in CDATA":        {[]string{"//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Tide\"}\n//]]>"}, "Tide"},
		"two in a script": {[]string{`{"@type":"WebSite","name":"x"} {"@type":"Article","headline":"Tide"};`}, "Tide"},
		"broken":          {[]string{"{\"@type\":\"Article\",\"description\":\"a\nb\",\"headline\":\"Tide\",}"}, "Tide"},
		"marked up":       {[]string{`{"@type":"Article","headline":"<i>Tide<\/i>"}`}, "Tide"},
		"none":            {[]string{`{"@type":"WebSite","name":"Courier"}`, `null`, `7`, `"x"`, ``, `{`}, ""},
	} {
		if got := linkedArticle(c.scripts...).line("headline"); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestLinkedDataIsBounded(t *testing.T) {
	deep := strings.Repeat(`{"@type":"WebPage","mainEntity":[`, 20000)
	wide := "[" + strings.Repeat(`{"@type":"WebPage"},`, 20000) + "{}]"
	for _, s := range []string{deep, wide, strings.Repeat("[", 100000) + strings.Repeat("}", 100000)} {
		var d linkedData
		d.read(s)
		if len(d.objects) > maxLinkedObjects {
			t.Errorf("got %d objects, want at most %d", len(d.objects), maxLinkedObjects)
		}
	}
}

func TestArticleBody(t *testing.T) {
	_, meta := metaAt(
		`<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"The first.\n\nThe `+
			`second.\u009b"}</script>`, "")
	if want := "The first.\n\nThe second.\uFFFD"; meta.ArticleBody != want {
		t.Errorf("got %q, want %q", meta.ArticleBody, want)
	}
}
