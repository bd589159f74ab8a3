package topics_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"lede/content/topics"
	"lede/model"
	"lede/model/clean"
)

// article builds an article from lines: the first is the title, lines that begin with "## " are headings.
func article(lines ...string) model.Article {
	a := model.Article{Entry: model.Entry{Title: lines[0]}, Sections: []model.Section{{}}}
	for _, l := range lines[1:] {
		if h, ok := strings.CutPrefix(l, "## "); ok {
			a.Sections = append(a.Sections, model.Section{Title: h, Level: 2})
			continue
		}
		s := &a.Sections[len(a.Sections)-1]
		s.Blocks = append(s.Blocks, model.Prose{Kind: model.Paragraph, Source: l})
	}
	return a
}

var samples = map[string]struct {
	article model.Article
	want    []string // are among the topics
	never   []string
}{
	"English": {
		article(
			"Westhaven votes on a new sea wall",
			"WESTHAVEN (Reuters) — The council of Westhaven will vote on Monday on a sea wall that engineers have asked for "+
				"since 2019. Mayor Ines Okafor said the old wall would not last.",
			"\"We cannot wait,\" Okafor told reporters. The sea wall would cost 40 million and protect the harbour.",
			"## What the harbour office says",
			"Harbour master Tom Brandvold has measured the tides for thirty years. Brandvold's gauges show that spring tides "+
				"have risen. He said the tides now reach the lower quay.",
			"The European Union would pay a third. The EU asks that the harbour stays open. On Monday the council meets again.",
		),
		[]string{"Westhaven", "sea wall", "Ines Okafor", "Tom Brandvold", "European Union", "harbour"},
		[]string{"Monday", "Okafor", "Brandvold", "Reuters", "Mayor", "council of Westhaven", "The European Union", "EU"},
	},
	"titles of persons": {
		article(
			"A visit to Lindmark",
			"Lindmark President Marta Solen met Prime Minister Jonas Ek in Lindmark on Friday. Solen thanked Ek for the visit.",
			"Ms Solen said that Ek's government had kept its word. Chinese officials and Chinese firms were at the talks, "+
				"and China sent its foreign minister, Lu Han.",
		),
		[]string{"Lindmark", "Marta Solen", "Jonas Ek", "China"},
		[]string{"Solen", "Ek", "Chinese", "Prime Minister", "President Marta Solen", "Friday"},
	},
	"German": {
		article(
			"Nachtzug nach Grauwald fährt wieder",
			"Der Nachtzug zwischen Grauwald und Seestadt fährt wieder. Bahnchefin Karla Wendt sprach am Montag von einem "+
				"Erfolg. Der Nachtzug war vor zehn Jahren eingestellt worden.",
			"Wendt kündigte neue Schlafwagen an. Die Schlafwagen kommen aus Österreich. Die österreichische Werkstatt baut "+
				"auch die Sitzwagen.",
			"## Was die Fahrgäste sagen",
			"In Grauwald warteten viele auf den Nachtzug. Die Schlafwagen sind bis Oktober ausgebucht, und in Seestadt "+
				"wurde gefeiert.",
		),
		[]string{"Nachtzug", "Grauwald", "Karla Wendt", "Schlafwagen", "Seestadt", "Österreich"},
		[]string{"Montag", "Wendt", "Der Nachtzug", "Oktober", "Jahren"},
	},
	"French": {
		article(
			"La bibliothèque de Valmont rouvre ses portes",
			"La bibliothèque de Valmont rouvre lundi après deux ans de travaux. La maire, Élise Fontan, a salué le chantier. "+
				"« C'est une fête », a dit Élise Fontan.",
			"L'architecte Paul Ribot a gardé la verrière. La verrière date de 1902. Selon Ribot, la bibliothèque accueillera "+
				"l'atelier de reliure.",
			"Les habitants de Valmont ont prêté des livres. La Belgique a offert une carte.",
		),
		[]string{"Valmont", "bibliothèque", "Élise Fontan", "Paul Ribot", "verrière"},
		[]string{"La", "lundi", "Fontan", "Selon", "Les"},
	},
	"Spanish": {
		article(
			"El observatorio de Peñalara busca voluntarios",
			"El observatorio de Peñalara busca voluntarios para medir la luz del cielo. La directora Lucía Ferrán explicó el "+
				"martes el plan. El observatorio abrirá de noche.",
			"Lucía Ferrán recordó que la contaminación lumínica crece. La contaminación lumínica afecta a las aves. Los "+
				"voluntarios de Peñalara recibirán un aparato.",
		),
		[]string{"Peñalara", "observatorio", "Lucía Ferrán", "contaminación lumínica", "voluntarios"},
		[]string{"El", "martes", "Los", "Ferrán"},
	},
	"Russian": {
		article(
			"В Озёрске открыли новый мост",
			"В Озёрске открыли мост через реку Тихую. Инженер Анна "+
				"Белова сказала, что мост строили три года. Анна Белова "+
				"показала чертежи моста.",
			"Жители Озёрска пришли на мост в понедельник. Россия "+
				"выделила деньги, российские заводы дали сталь.",
		),
		[]string{"Анна Белова", "мост", "Россия"},
		[]string{"понедельник", "сказала", "В"},
	},
	"Japanese": {
		article(
			"北浜市の図書館が新しいアーカイブを公開",
			"北浜市の図書館は月曜日、古い写真のアーカイブを公開した。アーカイブには港の写真が並ぶ。",
			"図書館によると、北浜市の市民が写真を寄せた。アーカイブは無料で見られる。",
		),
		[]string{"北浜市", "図書館", "アーカイブ"},
		[]string{"は", "によると", "無料"},
	},
	"Chinese": {
		article(
			"青石镇修复老水塔",
			"青石镇的老水塔开始修复。水塔建于1931年。青石镇居民说，水塔是他们的记忆。",
			"工程师在水塔上安装了新的梯子，青石镇政府支付费用。",
		),
		[]string{"青石镇", "水塔"},
		[]string{"的", "他们"},
	},
	"Korean": {
		article(
			"달빛시 도서관 다시 문을 연다",
			"달빛시 도서관이 월요일에 문을 연다. 달빛시는 도서관을 고쳤다.",
			"도서관에서 시민들은 책을 읽었다. 달빛시의 시민들은 도서관의 새 지붕을 좋아했다.",
		),
		[]string{"달빛시 도서관", "시민"},
		[]string{"도서관이", "도서관을", "달빛시는"},
	},
	"Hindi": {
		article(
			"सूरजपुर में पुराना पुल फिर खुला",
			"सूरजपुर का पुराना पुल सोमवार को फिर "+
				"खुला। इंजीनियर मीरा देसाई ने कहा कि "+
				"पुल अब सुरक्षित है।",
			"मीरा देसाई ने पुल के नक्शे दिखाए। "+
				"सूरजपुर के लोगों ने पुल पर दीये जलाए।",
		),
		[]string{"सूरजपुर", "पुल", "मीरा देसाई"},
		[]string{"के", "सोमवार", "है"},
	},
	"Turkish": {
		article(
			"Gökpınar'da eski değirmen müze oldu",
			"Gökpınar'daki eski değirmen müze oldu. Gökpınar'ın mimarı Defne Aksoy, müze için üç yıl çalıştı.",
			"Defne Aksoy pazartesi günü değirmen taşlarını gösterdi. Müze Gökpınar'a ziyaretçi getirecek, değirmen ise "+
				"yine dönecek.",
		),
		[]string{"Gökpınar", "Defne Aksoy", "müze", "değirmen"},
		[]string{"Gökpınar'ın", "pazartesi", "Aksoy"},
	},
	"Vietnamese": {
		article(
			"Bến Vân có chợ nổi mới",
			"Chợ nổi mới ở Bến Vân mở cửa hôm thứ Hai. Bà Lê Thị Hoa, người bán trái "+
				"cây, nói rằng chợ nổi mới giúp cả làng.",
			"Nước biển dâng làm đường vào Bến Vân bị ngập. Các kỹ sư nói nước biển "+
				"dâng sẽ còn tiếp tục. Việt Nam trả chi "+
				"phí, và Việt Nam cũng cử kỹ sư.",
		),
		[]string{"Bến Vân", "chợ nổi mới", "nước biển dâng", "Việt Nam"},
		[]string{"chợ", "nước", "của", "và"},
	},
	"Icelandic": {
		article(
			"Vitinn í Ljósvík lýsir á ný",
			"Vitinn í Ljósvík lýsir á ný eftir viðgerð. Íbúar fögnuðu. Bæjarstjóri Ljósvíkur kom, og börn Ljósvíkur sungu. "+
				"Noregur gaf lampann, og Noregur sendi skip.",
			"Anna Hvannberg málaði vitann. Önnur skip sáu ljós frá Ljósvík. Anna Hvannberg fékk blóm.",
		),
		[]string{"Ljósvík", "Anna Hvannberg", "Noregur"},
		[]string{"Ljósvíkur", "Bæjarstjóri Ljósvíkur", "eftir"},
	},
	"verbs": {
		article(
			"Мельник",
			"Мельник учится молчать. Никто не может молчать так "+
				"долго, и молчать ему трудно. Мельник стоит у воды.",
		),
		[]string{"Мельник"},
		[]string{"молчать"},
	},
	"plurals": {
		article(
			"Lanterns light the quay at Westhaven",
			"Lanterns hang along the quay at Westhaven. Lanterns were lit by children, and lanterns will burn until May. The "+
				"quay was dark before.",
			"Nobody stole lanterns, said the harbour office.",
		),
		[]string{"lanterns", "quay"},
		[]string{"light", "hang"},
	},
	"numbered headings": {
		article(
			"PART ONE",
			"The mill stands by the river, and the river runs.",
			"## PART TWO",
			"The mill turns, and the miller sleeps by the river.",
		),
		[]string{"mill", "river"},
		[]string{"PART", "part", "stands", "ONE"},
	},
	"Arabic": {
		article(
			"مكتبة الواحة تفتح أبوابها",
			"فتحت مكتبة الواحة أبوابها يوم الاثنين بعد ترميم طويل. "+
				"وقالت المهندسة سلمى الراوي إن المكتبة ستبقى مجانية.",
			"وأضافت سلمى الراوي أن مكتبة الواحة تضم ألف مخطوطة. "+
				"وقال أهل الواحة إن كل مخطوطة كنز.",
		),
		[]string{"سلمى الراوي", "مكتبة الواحة"},
		[]string{"الاثنين", "في", "إن"},
	},
}

func TestOfFindsWhatAnArticleIsAbout(t *testing.T) {
	for name, tt := range samples {
		t.Run(name, func(t *testing.T) {
			got := topics.Of(tt.article)
			for _, w := range tt.want {
				if !named(got, w) {
					t.Errorf("Of(%q) = %s; want %q among them", tt.article.Title, names(got), w)
				}
			}
			for _, n := range tt.never {
				if named(got, n) {
					t.Errorf("Of(%q) = %s; want no %q", tt.article.Title, names(got), n)
				}
			}
		})
	}
}

func TestOfGivesTheSameTopicsEachTime(t *testing.T) {
	for name, s := range samples {
		want := names(topics.Of(s.article))
		for range 20 {
			if got := names(topics.Of(s.article)); got != want {
				t.Errorf("%s: Of = %s, want %s as before", name, got, want)
			}
		}
	}
}

func named(ts []model.Topic, name string) bool {
	for _, t := range ts {
		if t.Name == name {
			return true
		}
	}
	return false
}

func TestNoTopicSaysWhatAnotherSays(t *testing.T) {
	for name, tt := range samples {
		got := topics.Of(tt.article)
		for i, a := range got {
			for j, b := range got {
				if words := strings.Fields(b.Key); i != j &&
					!slices.ContainsFunc(strings.Fields(a.Key), func(w string) bool { return !slices.Contains(words, w) }) {
					t.Errorf("%s: %q is among the words of %q", name, a.Name, b.Name)
				}
			}
		}
	}
}

func TestTopicsOfTheSourceMergeWithEachOtherAndTheText(t *testing.T) {
	text := []string{
		"The harbour of Westhaven",
		"The harbour wall of Westhaven was built by Ines Okafor in 1931. Ines Okafor also built the harbour wall of " +
			"Quay Sands.",
		"The harbour wall held. Germany paid for the harbour wall, and Ines Okafor thanked Germany.",
	}
	for _, c := range []struct{ stated, want, never []string }{
		{
			[]string{"harbour", "harbour wall", "Harbour walls"},
			[]string{"harbour wall"},
			[]string{"harbour", "Harbour walls"},
		},
		{[]string{"Ines Adaeze Okafor"}, []string{"Ines Okafor"}, []string{"Ines Adaeze Okafor"}},
		{
			[]string{"germany", "Allemagne", "trade with Germany in the north"},
			[]string{"germany"},
			[]string{"Germany", "Allemagne"},
		},
		{
			[]string{"how the harbour wall of Westhaven was built", "harbour wall"},
			[]string{"harbour wall"},
			[]string{"how the harbour wall of Westhaven was built"},
		},
	} {
		a := article(text...)
		for _, name := range c.stated {
			a.Topics = append(a.Topics, model.NewTopic(name, "", model.Publisher))
		}
		got := topics.Of(a)
		for _, w := range c.want {
			if !named(got, w) {
				t.Errorf("Of with %q = %s; want %q among them", c.stated, names(got), w)
			}
		}
		for _, n := range c.never {
			if named(got, n) {
				t.Errorf("Of with %q = %s; want no %q", c.stated, names(got), n)
			}
		}
	}
}

func TestKeysOfCountriesAreThoseOfTheLanguageOfTheText(t *testing.T) {
	a := article(
		"Island baut einen Leuchtturm",
		"Der Leuchtturm auf Island wird neu gebaut. Die Arbeiten auf Island dauern bis Mai. Deutschland zahlt mit, und "+
			"Deutschland liefert die Lampe für den Leuchtturm.",
	)
	for name, key := range map[string]string{"Island": "iceland", "Deutschland": "germany", "Leuchtturm": "leuchtturm"} {
		got := topics.Of(a)
		i := slices.IndexFunc(got, func(t model.Topic) bool { return t.Name == name })
		if i < 0 || got[i].Key != key {
			t.Errorf("Of = %v; want %q with the key %q", got, name, key)
		}
	}
}

func TestOfPutsTheSourcesTopicsFirst(t *testing.T) {
	a := samples["English"].article
	a.Topics = []model.Topic{
		{Name: " #coastal  defence", From: model.Publisher},
		{Name: "WESTHAVEN", From: model.Publisher},
		{Name: "Westhaven’s", From: model.Publisher},
		{Name: "58", From: model.Publisher},
		{Name: "old guess", From: model.Inferred},
		{Name: "tides, quays, gauges", From: model.Publisher},
	}
	got := topics.Of(a)
	if want := "coastal defence · WESTHAVEN · tides · quays · gauges"; !strings.HasPrefix(names(got), want) {
		t.Errorf("Of = %s; want %s first", names(got), want)
	}
	if named(got, "Westhaven") || named(got, "old guess") || named(got, "58") {
		t.Errorf("Of = %s; want no duplicates, no earlier guesses, no numbers", names(got))
	}
	if !named(got, "Ines Okafor") {
		t.Errorf("Of = %s; want inferred topics after the source's", names(got))
	}
}

func TestOfPrefersStatedTopicsThatTheTextNames(t *testing.T) {
	a := samples["English"].article
	for _, w := range strings.Fields(
		"alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo Westhaven harbour") {
		a.Topics = append(a.Topics, model.Topic{Name: w, From: model.Publisher})
	}
	got := topics.Of(a)
	if len(got) > topics.Max || got[0].Name != "Westhaven" || got[1].Name != "harbour" {
		t.Errorf("Of = %s; want Westhaven and harbour first, %d at most", names(got), topics.Max)
	}
}

func TestOfLeavesOutAuthorsRelatedLinksAndNotices(t *testing.T) {
	a := samples["English"].article
	a.Byline = []string{"Ines Okafor"}
	lead := &a.Sections[0]
	for range 5 {
		lead.Blocks = append(
			lead.Blocks,
			model.Related{Label: "ALSO READ", Links: []model.Link{{Title: "Zeppelin Festival returns to Zeppelin Field"}}},
			model.Notice{Kind: model.Disclaimer, Source: "Quarterly Holdings owns Quarterly Media."},
			model.Code{Source: "Gopher Gopher"},
		)
	}
	got := names(topics.Of(a))
	for _, n := range []string{"Zeppelin", "Quarterly", "Gopher", "Okafor"} {
		if strings.Contains(got, n) {
			t.Errorf("Of = %s; want no %s", got, n)
		}
	}
}

func TestOfOfNothing(t *testing.T) {
	if got := topics.Of(model.Article{}); len(got) != 0 {
		t.Errorf("Of(zero article) = %v, want none", got)
	}
}

// long repeats the words of a sample until the article has n of them.
func long(n int) model.Article {
	a := samples["English"].article
	blocks := a.Sections[0].Blocks
	words := 0
	var sections []model.Section
	for words < n {
		sections = append(sections, model.Section{Title: "What the harbour office says", Level: 2, Blocks: blocks})
		for _, b := range blocks {
			words += model.Words(b.Text())
		}
	}
	a.Sections = sections
	return a
}

func TestOfIsBoundedForVeryLongTexts(t *testing.T) {
	book, library := long(20_000), long(1_800_000) // about 100 kB and 10 MB
	var got []model.Topic
	few := testing.AllocsPerRun(1, func() { topics.Of(book) })
	if many := testing.AllocsPerRun(1, func() { got = topics.Of(library) }); many > 4*few {
		t.Errorf("Of 10 MB allocates %.0f times, of 100 kB %.0f times; want a bounded part to be looked at", many, few)
	}
	if !named(got, "Westhaven") {
		t.Errorf("Of = %s; want Westhaven", names(got))
	}
}

func BenchmarkOf(b *testing.B) {
	for _, bb := range []struct {
		name  string
		words int
	}{{"1000", 1000}, {"10000", 10_000}, {"10MB", 1_800_000}} {
		b.Run(bb.name, func(b *testing.B) {
			a := long(bb.words)
			topics.Of(a)
			b.ReportAllocs()
			for b.Loop() {
				topics.Of(a)
			}
		})
	}
}

func FuzzTopics(f *testing.F) {
	for _, s := range samples {
		f.Add(s.article.Title, strings.Join(texts(s.article), "\n"), "de", "a, b, c")
	}
	f.Add("A’s B’s", "O’Neil’s d’Or l'Été U.S. U.S U..S. 'n' X-", "", "#\x1b[31m")
	f.Add("İİİ ß", "\xff\xfe ﷽ 𝕏𝕐 한글은 글은 了的 ーーー ・・ ๆๆๆ กขค", "xx-yy", "\u202e;;")
	f.Fuzz(func(t *testing.T, title, body, language, stated string) {
		a := article(append([]string{clean.Line(title)}, strings.Split(clean.Text(body), "\n")...)...)
		a.Language = language
		a.Topics = []model.Topic{{Name: stated, From: model.Publisher}}
		got := topics.Of(a)
		if len(got) > topics.Max {
			t.Errorf("%d topics, want at most %d", len(got), topics.Max)
		}
		if again := topics.Of(a); names(again) != names(got) {
			t.Errorf("Of = %s, then %s; want the same", names(got), names(again))
		}
		seen := map[string]bool{}
		for _, topic := range got {
			n := topic.Name
			key := model.TopicKey(n)
			if key == "" || seen[key] {
				t.Errorf("topic %q with key %q among %s: empty or twice", n, key, names(got))
			}
			seen[key] = true
			if clean.Line(n) != n || !utf8.ValidString(n) || !strings.ContainsFunc(n, readable) {
				t.Errorf("topic %q is not clean", n)
			}
		}
	})
}

func readable(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func texts(a model.Article) []string {
	var all []string
	for _, b := range a.Blocks() {
		all = append(all, b.Text())
	}
	return all
}
