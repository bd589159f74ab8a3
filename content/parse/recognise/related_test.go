package recognise

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/model"
)

func TestRecogniseMarksRelatedLinks(t *testing.T) {
	for _, c := range []struct{ line, label, title string }{
		{"ALSO READ: Who pays for the sea wall?", "ALSO READ", "Who pays for the sea wall?"},
		{"Also Read | Who pays for the sea wall?", "Also Read", "Who pays for the sea wall?"},
		{"Read more Ferry stops until Sunday as the tide rises", "Read more", "Ferry stops until Sunday as the tide rises"},
		{"READ MORE » Ferry stops until Sunday", "READ MORE", "Ferry stops until Sunday"},
		{
			"👉 Don’t miss – ‘Nobody told us’: the night of the flood", "Don’t miss",
			"‘Nobody told us’: the night of the flood",
		},
		{"Related Articles Is the wall too low?", "Related Articles", "Is the wall too low?"},
		{"(ALSO READ: Who pays for the sea wall?)", "ALSO READ", "Who pays for the sea wall?"},
		{"[Read also] The sea wall, 28 years on", "Read also", "The sea wall, 28 years on"},
		{"WATCH: Waves over the lower quay", "WATCH", "Waves over the lower quay"},
		{"Lesen Sie auch: Wer zahlt für den Deich?", "Lesen Sie auch", "Wer zahlt für den Deich?"},
		{"Mehr zum Thema Streit um den Deich", "Mehr zum Thema", "Streit um den Deich"},
		{"À lire aussi : Qui paiera la digue ?", "À lire aussi", "Qui paiera la digue ?"},
		{"Lee también: Quién paga el muro", "Lee también", "Quién paga el muro"},
		{"LEIA TAMBÉM | Quem paga o muro", "LEIA TAMBÉM", "Quem paga o muro"},
		{"Leggi anche → Chi paga la diga", "Leggi anche", "Chi paga la diga"},
		{"Lees ook: Wie betaalt de dijk?", "Lees ook", "Wie betaalt de dijk?"},
		{"Les også: Hvem betaler for muren?", "Les også", "Hvem betaler for muren?"},
		{"LÄS MER: Vem betalar för muren?", "LÄS MER", "Vem betalar för muren?"},
		{"Lue myös: Kuka maksaa muurin?", "Lue myös", "Kuka maksaa muurin?"},
		{"Czytaj też: Kto zapłaci za mur?", "Czytaj też", "Kto zapłaci za mur?"},
		{"Čtěte také: Kdo zaplatí hráz?", "Čtěte také", "Kdo zaplatí hráz?"},
		{
			"Читайте также: Кто заплатит за стену", "Читайте также",
			"Кто заплатит за стену",
		},
		{
			"Читайте також: Хто заплатить за стіну", "Читайте також",
			"Хто заплатить за стіну",
		},
		{"Διαβάστε επίσης: Ποιος πληρώνει", "Διαβάστε επίσης", "Ποιος πληρώνει"},
		{"İLGİLİ HABER: Duvarı kim ödeyecek?", "İLGİLİ HABER", "Duvarı kim ödeyecek?"},
		{"関連記事：防潮堤は誰が払うのか", "関連記事", "防潮堤は誰が払うのか"},
		{"【関連記事】防潮堤は誰が払うのか", "関連記事", "防潮堤は誰が払うのか"},
		{"延伸阅读：谁来付海堤的钱", "延伸阅读", "谁来付海堤的钱"},
		{"[관련기사] 방파제 비용은 누가", "관련기사", "방파제 비용은 누가"},
		{
			"यह भी पढ़ें: दीवार का खर्च कौन देगा",
			"यह भी पढ़ें", "दीवार का खर्च कौन देगा",
		},
		{
			"আরও পড়ুন: দেয়ালের খরচ কে দেবে",
			"আরও পড়ুন", "দেয়ালের খরচ কে দেবে",
		},
		{"اقرأ أيضا: من يدفع ثمن الجدار", "اقرأ أيضا", "من يدفع ثمن الجدار"},
		{"קראו גם: מי ישלם על החומה", "קראו גם", "מי ישלם על החומה"},
		{"Baca juga: Siapa membayar tembok laut", "Baca juga", "Siapa membayar tembok laut"},
		{"Xem thêm: Ai trả tiền cho bức tường", "Xem thêm", "Ai trả tiền cho bức tường"},
		{
			"อ่านเพิ่มเติม: ใครจ่ายค่ากำแพง",
			"อ่านเพิ่มเติม", "ใครจ่ายค่ากำแพง",
		},
		{"Soma pia: Nani atalipia ukuta?", "Soma pia", "Nani atalipia ukuta?"},
	} {
		got := Units(linesOf(before, c.line, after), lang.Labels{})
		want := []block.Found{
			{From: 1, To: 2, Blocks: []model.Block{model.Related{Label: c.label, Links: []model.Link{{Title: c.title}}}}},
		}
		if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(block.Found{}, "Why")); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", c.line, diff)
		}
	}
}

func TestRecogniseKeepsProseThatBeginsLikeALabel(t *testing.T) {
	for _, line := range []string{
		"Read more than one book a week and you will know the coast.",
		"Related work shows that walls are raised too late.",
		"Related companies said they would pay.",
		"Also on Monday, the ferry stopped.",
		"Don't miss the tide, the old men say.",
		"More: a word that the mayor used often. She said it twice. Nobody minded.",
		"Watch the water.",
		"Mehr zum Thema finden Sie im Archiv.",
		"Lesen Sie mehr dazu am Montag in dieser Zeitung.",
		"Leggi anche tu le notizie del porto.",
		"See also",
		"More",
		"Recommended",
		"Learn more about the wall and its history in the museum by the pier.",
		"Continue reading was the motto of the school.",
		"Must read? The teachers did not think so.",
		"Читайте также газету нашего порта.",
		"Lire ne suffit pas : il faut agir.",
		"Plus: the harbour has a new light.",
	} {
		for _, f := range Units(linesOf(before, line, after), lang.Labels{}) {
			if r, ok := f.Blocks[0].(model.Related); ok {
				t.Errorf("%q: marked as %+v", line, r)
			}
		}
	}
}

func TestRecogniseGathersTitlesBelowALabel(t *testing.T) {
	titles := []string{
		"Who pays for the sea wall in the end?", "Ferry stops until Sunday as the tide rises",
		"The night of the flood, hour by hour",
	}
	link := func(ts ...string) (ls []model.Link) {
		for _, s := range ts {
			ls = append(ls, model.Link{Title: s})
		}
		return ls
	}
	list := block.Unit{
		Kind: block.List, Text: "- One\n2. Two",
		Links: []model.Link{{Title: "One", URL: "https://news.example/1"}},
	}
	for _, c := range []struct {
		name  string
		units []block.Unit
		to    int
		want  model.Related
	}{
		{
			"several", linesOf("Related stories", titles[0], titles[1], titles[2], after), 4,
			model.Related{Label: "Related stories", Links: link(titles...)},
		},
		{
			"one for one", linesOf("Read more:", titles[0], titles[1], after), 2,
			model.Related{Label: "Read more", Links: link(titles[0])},
		},
		{
			"not the heading below", linesOf("Related stories", titles[0], titles[1], "After the flood was over", after), 3,
			model.Related{Label: "Related stories", Links: link(titles[:2]...)},
		},
		{
			"a list",
			[]block.Unit{{Text: "Lesen Sie auch:"}, list},
			2,
			model.Related{
				Label: "Lesen Sie auch",
				Links: []model.Link{{Title: "One", URL: "https://news.example/1"}, {Title: "Two"}},
			},
		},
		{
			"links in a line",
			[]block.Unit{
				{Text: "Read more: One | Two", Links: []model.Link{
					{Title: "One", URL: "https://news.example/1"},
					{Title: "Two", URL: "https://news.example/2"},
				}},
			},
			1,
			model.Related{
				Label: "Read more",
				Links: []model.Link{{Title: "One", URL: "https://news.example/1"}, {Title: "Two", URL: "https://news.example/2"}},
			},
		},
	} {
		got := Units(c.units, lang.Labels{})
		want := []block.Found{{From: 0, To: c.to, Blocks: []model.Block{c.want}}}
		if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(block.Found{}, "Why")); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestRecogniseFindsALabelBehindASentence(t *testing.T) {
	for _, line := range []string{
		"The wall stands. ALSO READ: Who pays for it?", "The wall stands. (Also read: Who pays for it?)",
	} {
		got := Units(linesOf(line), lang.Labels{})
		if len(got) != 1 || len(got[0].Blocks) != 2 || got[0].Blocks[0].Text() != "The wall stands." ||
			got[0].Blocks[1].(model.Related).Links[0].Title != "Who pays for it?" {
			t.Errorf("%q: got %+v", line, got)
		}
	}
	if got := Units(linesOf("He wears a badge that says READ MORE: Books are ships, and he means it."),
		lang.Labels{}); len(got) > 0 {
		t.Errorf("a label in a sentence was taken: %+v", got)
	}
}

func TestRecogniseTakesTheReadersOwnLabels(t *testing.T) {
	own := lang.Labels{
		Related: []string{"Aus dem Hafenblatt:"},
		Notices: map[model.NoticeKind][]string{model.Credit: {"Tide tables"}},
	}
	got := Units(linesOf("Aus dem Hafenblatt: Wer zahlt?", after, "Tide tables by the harbour office"), own)
	if len(got) != 2 || got[0].Blocks[0].Text() != "Aus dem Hafenblatt\nWer zahlt?" ||
		got[1].Blocks[0].(model.Notice).Kind != model.Credit {
		t.Errorf("got %+v", got)
	}
}
