package topics_test

import (
	"lede/model"
)

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
