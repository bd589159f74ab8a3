package write

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/parse/block"
	"lede/content/parse/page/meta"
	"lede/model/clean"
)

// markup writes the headings and the beginnings of the paragraphs of a page, of which the elements with the class k
// are kept.
func markup(t *testing.T, page string) string {
	t.Helper()
	p, kept := keptIn(t, page, ".k")
	units := Blocks(p, meta.Facts{Title: "The tide comes in"}, kept)
	var b strings.Builder
	for _, u := range units {
		if u.Kind == block.Heading {
			b.WriteString("# ")
		}
		b.WriteString(clean.Clip(u.Text, 16) + "\n")
	}
	return b.String()
}

func TestPageHeadings(t *testing.T) {
	const text = "<p class=k>Text that goes on for a while and then ends as texts do.</p>"
	const said = "Text that goes o\n"
	for _, c := range []struct{ name, page, want string }{
		{"between kept text", text + "<h2>One</h2>" + text, said + "# One\n" + said},
		{
			"in boxes of their own", "<div>" + text + "</div><div><h3><div>One</div></h3></div><div>" + text + "</div>",
			said + "# One\n" + said,
		},
		{"before other text", text + "<h2>One</h2><p>Other text.</p>" + text, said + said},
		{"at the end", text + "<h2>One</h2>", said},
		{"bold lines", text + "<p class=k><strong>One more thing</strong></p>" + text, said + "# One more thing\n" + said},
		{"bold sentences", text + "<p class=k><b>One more thing.</b></p>" + text, said + "One more thing.\n" + said},
		{
			"bold lines before bold lines", text + "<p class=k><b>One</b></p><p class=k><b>Two</b></p>" + text,
			said + "One\n# Two\n" + said,
		},
		{"before the text", "<p class=k><b>Ines Okafor</b></p>" + text, "Ines Okafor\n" + said},
		{
			"an interview", strings.Repeat("<p class=k><b>Why is that?</b></p>"+text, 4),
			strings.Repeat("Why is that?\n"+said, 4),
		},
		{"a question", text + "<p class=k><b>Why is that?</b></p>" + text, said + "# Why is that?\n" + said},
		{"a class", text + "<p class='k crosshead'>One</p>" + text, said + "# One\n" + said},
		{
			"a bold line above a text", text + "<p class=k><b>One</b><br>" + text[len("<p class=k>"):],
			said + "# One\n" + said,
		},
		{
			"a bold line below a text",
			"<p class=k>Text that goes on.<br><span class=bold>One</span><span class=br></span><span class=br></span>" +
				text[len("<p class=k>"):], said + "# One\n" + said,
		},
		{"the title", "<h1 class=k>The tide comes in</h1>" + text, said},
		{"the title with a line above", "<h1 class=k>Harbour: The tide comes in</h1>" + text, said},
		{"another title", "<h1 class=k>The night of the flood</h1>" + text, "# The night of the\n" + said},
	} {
		if diff := cmp.Diff(c.want, markup(t, c.page)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestPartsAreKeptAsAWhole(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a table", "<table><tr><th>A<th>B<tr><td>1<td class=k>Words that are kept", "A\tB\n1\tWords that\n"},
		{
			"a table between texts",
			"<p class=k>One</p><div><table><tr><th>A<th>B<tr><td>1<td>2</table></div><p class=k>Two</p>",
			"One\nA\tB\n1\t2\nTwo\n",
		},
		{
			"a table before other text",
			"<p class=k>One</p><table><tr><th>A<th>B<tr><td>1<td>2</table><p>Two</p><p class=k>Three</p>", "One\nThree\n",
		},
		{"a list", "<ul><li>One<li class=k>Words that are kept</ul>", "One\nWords that a\n"},
		{"a list of which little is kept", "<ul><li class=k>One<li>Words that are not kept</ul>", "One\n"},
		{
			"a quotation", "<blockquote><p class=k>Words that are kept</p><footer>Ines</footer></blockquote>",
			"Words that are k\n",
		},
		{
			"a page in columns", "<table><tr><td><p class=k>Words that are kept</p><td><p>Others</p></table>",
			"Words that are k\n",
		},
	} {
		if diff := cmp.Diff(c.want, markup(t, c.page)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestPullQuotesAreLeftOutWhenTheTextHasThem(t *testing.T) {
	page :=
		`<p>She said: “The water came through the drains.” Then she left.</p><blockquote class=pull-quote>The water ` +
			`came through the drains</blockquote><aside class=c-pullquote><p>Nobody else said this</p></aside>`
	if diff := cmp.Diff("She said: “The water came through the drains.” Then she left.\n\nNobody else said this",
		writtenOf(readWhole(page))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
