package recognise

import (
	"testing"

	"lede/content/lang"
	"lede/model"
)

func TestRecogniseMarksNotices(t *testing.T) {
	for _, c := range []struct {
		line string
		kind model.NoticeKind
	}{
		{"Disclaimer: This text is a sample and gives no advice.", model.Disclaimer},
		{"अस्वीकरण: यह लेख एक नमूना है।", model.Disclaimer},
		{"Advertisement", model.Advertisement},
		{"- ADVERTISEMENT -", model.Advertisement},
		{"Anzeige", model.Advertisement},
		{"広告", model.Advertisement},
		{"Story continues below", model.Continues},
		{"Article continues after advertisement", model.Continues},
		{"Tekst gaat verder onder de foto", model.Continues},
		{"La suite après la publicité", model.Continues},
		{"Sign up for our evening letter and never miss a tide.", model.Newsletter},
		{"Follow us on Bluesky and Mastodon", model.Newsletter},
		{"Подписывайтесь на наш канал", model.Newsletter},
		{"Photo: Ines Okafor / North Coast Courier", model.Credit},
		{"Foto: Ines Okafor", model.Credit},
		{"写真：井上港", model.Credit},
		{"With inputs from the coast desk", model.Credit},
		{"(With inputs from the coast desk)", model.Credit},
		{"(Reporting by Ines Okafor in Westhaven; Editing by Ada Quill)", model.Credit},
	} {
		got := Units(linesOf(before, c.line, after), lang.Labels{})
		if len(got) != 1 || got[0].From != 1 || got[0].To != 2 {
			t.Errorf("%q: got %+v", c.line, got)
			continue
		}
		if n, ok := got[0].Blocks[0].(model.Notice); !ok || n.Kind != c.kind || n.Text() != c.line {
			t.Errorf("%q: got %+v; want %s", c.line, got[0].Blocks[0], c.kind)
		}
	}
}

func TestRecogniseKeepsProseThatBeginsLikeANotice(t *testing.T) {
	for _, line := range []string{
		"Advertisement was the mayor's first trade.",
		"Photo albums were found in the mud.",
		"Anzeigen gab es keine.",
		"Disclaimer notices hang on every door of the pier.",
		"Share prices fell on Monday.",
		"Ads were everywhere.",
		"Sources close to the mayor said so.",
		"Quelle est la question ?",
		"Video shows the wave.",
	} {
		if got := Units(linesOf(before, line, after), lang.Labels{}); len(got) > 0 {
			t.Errorf("%q: found %+v", line, got)
		}
	}
}
