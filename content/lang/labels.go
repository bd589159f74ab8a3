package lang

import "lede/model"

// wordings are the labels of a language, between bars. They are compared without regard to case, to the form of apostrophes and to
// spaces.
type wordings struct {
	language, words string
}

// relatedLabels lead to another article wherever a line begins with them and a title follows, with or without a sign between. A
// language is added by a line here and nothing else; a reader adds wordings by Labels.
var relatedLabels = []wordings{
	{"en", "also read|also see|also watch|also on|read also|read more|read more here|read next|read this next|read here|read the full story|more stories|more to read|more on this|more on this story|more on this topic|more on the topic|" +
		"must reads|recommended reading|recommended for you|recommended stories|related|related article|related articles|related content|related coverage|related link|related links|related news|related post|related posts|" +
		"related reading|related reads|related stories|related story|related topics|related video|related videos|don't miss|don't miss this|you may also like|you might also like|you may like|" +
		"suggested reading|keep reading|continue reading|next read|editor's pick|editors' picks|editor's picks|in case you missed it|icymi|see related|recommended by our editors|read full story|read the story|read in full"},
	{"de", "lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|lesen sie dazu auch|lesen sie weiter|lies auch|lies mehr|lies auch hier|auch interessant|auch lesenswert|das könnte sie auch interessieren|das könnte dich auch interessieren|das könnte sie interessieren|" +
		"dazu auch|mehr dazu|mehr zum thema|mehr zu diesem thema|mehr lesen|weitere artikel|weitere themen|weiterlesen|weiterführende links|ähnliche artikel|passend dazu|verwandte artikel|verwandte themen|siehe auch|lesetipp|lesetipps|aus dem archiv|nicht verpassen|jetzt lesen|interessant auch|mehr aus dem ressort|empfehlung der redaktion|auch spannend"},
	{"fr", "à lire aussi|a lire aussi|à lire|a lire|à lire également|à lire ensuite|lire aussi|lire également|lire plus|lire la suite|lire l'article|lisez aussi|lisez également|à voir aussi|à voir également|voir aussi|voir également|à découvrir|à découvrir aussi|" +
		"sur le même sujet|sur le même thème|articles liés|articles similaires|article lié|articles connexes|en savoir plus|pour aller plus loin|plus d'informations|à ne pas manquer|ne manquez pas|notre sélection|nos articles|dans la même rubrique|à écouter aussi|notre dossier"},
	{"es", "lee también|lea también|leer también|lee además|lea además|lea más|lee más|leer más|le puede interesar|te puede interesar|te podría interesar|también te puede interesar|puede interesarle|puede leer|puedes leer|también puedes leer|también lee|vea también|ve también|ver también|vea además|mira también|mirá también|leé también|leé más|" +
		"más información|más sobre este tema|noticia relacionada|noticias relacionadas|relacionados|artículo relacionado|artículos relacionados|nota relacionada|notas relacionadas|contenido relacionado|temas relacionados|no te pierdas|no se pierda|seguir leyendo|sigue leyendo|te recomendamos|le recomendamos|además lee|lo más leído"},
	{"pt", "leia também|leia ainda|leia mais|ler mais|ler também|veja também|veja mais|ver também|veja ainda|saiba mais|confira também|assista também|relacionadas|relacionados|notícias relacionadas|artigos relacionados|conteúdo relacionado|matérias relacionadas|" +
		"mais sobre o assunto|não perca|não deixe de ler|continue lendo|continuar a ler|você pode gostar|você também pode gostar|mais lidas"},
	{"it", "leggi anche|leggete anche|leggi pure|leggi di più|leggi tutto|leggi qui|leggi l'articolo|per approfondire|approfondisci|approfondimenti|potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|ti può interessare|vedi anche|guarda anche|articoli correlati|articolo correlato|notizie correlate|" +
		"da non perdere|non perdere|continua a leggere|sullo stesso argomento|altre notizie|scopri di più|i più letti"},
	{"nl", "lees ook|lees meer|lees verder|lees hier|lees hierover|zie ook|bekijk ook|luister ook|gerelateerde artikelen|gerelateerde berichten|meer over dit onderwerp|meer lezen|ook interessant|misschien vind je dit ook interessant|mis niet|het meest gelezen"},
	{"sv", "läs också|läs även|läs mer|läs vidare|läs mer om|se också|se även|mer om ämnet|relaterade artiklar|missa inte|fler artiklar|mer läsning|mest lästa"},
	{"da", "læs også|læs mere|læs videre|se også|relaterede artikler|mere om emnet|gå ikke glip af|hør også|mest læste"},
	{"nb", "les også|les mer|les mer om|les videre|se også|relaterte artikler|relaterte saker|mer om saken|gå ikke glip av|hør også|mest lest"},
	{"nn", "les òg|sjå òg|les meir"},
	{"is", "lesa meira|lestu meira|lesið einnig|lestu líka|sjá einnig|sjá nánar|tengdar fréttir|tengdar greinar|tengt efni"},
	{"fi", "lue myös|lue lisää|lue lisää aiheesta|katso myös|aiheesta lisää|lisää aiheesta|aiheeseen liittyvää|suosittelemme|luetuimmat|kuuntele myös"},
	{"et", "loe ka|loe lisaks|loe veel|loe edasi|loe rohkem|vaata ka|seotud artiklid|seotud lood"},
	{"lv", "lasi arī|lasiet arī|lasi vairāk|lasīt vairāk|lasiet vairāk|skatīt arī|saistītie raksti|saistītās ziņas"},
	{"lt", "skaitykite taip pat|taip pat skaitykite|skaitykite daugiau|skaityti daugiau|susiję straipsniai|susijusios naujienos|susijęs straipsnis|žiūrėkite taip pat"},
	{"pl", "czytaj też|czytaj także|czytaj również|czytaj więcej|czytaj dalej|przeczytaj też|przeczytaj także|przeczytaj również|przeczytaj więcej|zobacz też|zobacz także|zobacz również|zobacz więcej|polecamy także|powiązane artykuły|sprawdź też|dowiedz się więcej|nie przegap|warto przeczytać|najchętniej czytane"},
	{"cs", "čtěte také|čtěte též|čtěte i|čtěte více|čtěte dále|přečtěte si také|přečtěte si|přečtěte si více|číst dále|mohlo by vás zajímat|související články|související témata|viz také|podívejte se také|nenechte si ujít|nejčtenější"},
	{"sk", "čítajte aj|čítajte tiež|čítajte viac|čítajte ďalej|prečítajte si aj|prečítajte si tiež|prečítajte si|mohlo by vás zaujímať|súvisiace články|pozrite si aj|pozrite aj|neprehliadnite"},
	{"sl", "preberite tudi|preberite še|preberite več|beri tudi|berite tudi|preberi več|preberi tudi|poglejte tudi|sorodni članki|sorodne novice|povezani članki|ne spreglejte"},
	{"hr", "pročitajte i|pročitajte još|pročitajte više|pročitaj i|pročitaj još|pročitaj više|čitajte i|pogledajte i|vezane vijesti|povezani članci|vezani članci|više o temi|najčitanije|ne propustite"},
	{"sr", "pročitajte i|pročitajte još|pročitajte više|povezane vesti|pogledajte i|povezani tekstovi|прочитајте и|прочитајте још|прочитај још|повезане вести|погледајте и|прочитајте више"},
	{"mk", "прочитајте и|прочитај и|прочитај повеќе|прочитајте повеќе|поврзани вести|поврзани статии"},
	{"bg", "прочетете още|прочети още|прочетете и|прочети и|вижте още|виж още|вижте също|още по темата|свързани статии|свързани новини|още от|четете още|не пропускайте"},
	{"ru", "читайте также|читайте ещё|читайте еще|читать также|читать далее|читать ещё|читать еще|читайте далее|читайте по теме|читать подробнее|смотрите также|смотри также|см. также|материалы по теме|материал по теме|ещё по теме|еще по теме|новости по теме|похожие материалы|похожие новости|похожие статьи|рекомендуем прочитать|вам может быть интересно|вам может понравиться|не пропустите|подробнее по теме|самое читаемое"},
	{"uk", "читайте також|читайте ще|читати також|читати далі|читайте далі|читайте більше|дивіться також|дивись також|матеріали за темою|ще за темою|схожі матеріали|схожі новини|вам може бути цікаво|вас може зацікавити|не пропустіть|детальніше за темою"},
	{"be", "чытайце таксама|чытайце яшчэ|чытаць далей|чытайце больш|глядзіце таксама|чытаць таксама"},
	{"ro", "citește și|citeşte şi|citeste si|citiți și|citește mai mult|citeste mai mult|citește mai multe|vezi și|vezi si|vezi mai mult|articole similare|articole conexe|te-ar putea interesa|ar putea să te intereseze|nu rata|știri similare|citește continuarea"},
	{"hu", "olvassa el|olvassa el ezt is|olvasd el|olvasd el ezt is|ezt is olvassa el|ezt is olvasd el|ezt is érdemes elolvasni|ez is érdekelheti|ez is érdekelhet|kapcsolódó cikk|kapcsolódó cikkek|kapcsolódó cikkeink|kapcsolódó hírek|további cikkek|olvasson tovább|ajánlott cikkek|lásd még"},
	{"el", "διαβάστε επίσης|διαβάστε ακόμα|διαβάστε ακόμη|διαβάστε περισσότερα|διάβασε επίσης|διάβασε ακόμα|δείτε επίσης|δείτε ακόμα|δες επίσης|σχετικά άρθρα|σχετικά θέματα|σχετικές ειδήσεις|μην χάσετε|περισσότερα για το θέμα|προτεινόμενα"},
	{"tr", "ayrıca okuyun|ayrıca oku|bunu da okuyun|bunları da okuyun|okumaya devam et|okumaya devam edin|devamını oku|daha fazla oku|ilgili haber|ilgili haberler|ilgili içerik|ilgili içerikler|ilgili yazılar|ilginizi çekebilir|ilgini çekebilir|bunlar da ilginizi çekebilir|ayrıca bakınız|kaçırmayın|öne çıkan haberler"},
	{"az", "həmçinin oxuyun|bunu da oxuyun|əlaqəli xəbərlər|oxşar xəbərlər|ətraflı oxu|davamını oxu"},
	{"kk", "тағы оқыңыз|сондай-ақ оқыңыз|тақырып бойынша|ұқсас жаңалықтар|оқи отырыңыз"},
	{"uz", "shuningdek o'qing|mavzuga oid|batafsil o'qish|yana o'qing"},
	{"ky", "дагы окуңуз|ошондой эле окуңуз"},
	{"hy", "կարդացեք նաև|կարդալ նաև|կարդացեք ավելին|նաև կարդացեք"},
	{"ka", "წაიკითხეთ ასევე|ასევე წაიკითხეთ|წაიკითხეთ მეტი|დაკავშირებული სტატიები"},
	{"sq", "lexo edhe|lexoni edhe|lexo gjithashtu|lexo më shumë|lexoni më shumë|shiko edhe|të ngjashme|lajme të ngjashme"},
	{"ca", "llegeix també|llegiu també|llegeix més|llegir més|vegeu també|mira també|notícies relacionades|et pot interessar|continua llegint"},
	{"gl", "le tamén|lea tamén|ler máis|le máis|noticias relacionadas|pode interesarche"},
	{"eu", "irakurri ere|irakurri gehiago|ikusi ere|ikusi gehiago|erlazionatutako albisteak|lotutako albisteak"},
	{"ga", "léigh freisin|léigh níos mó|léigh tuilleadh"},
	{"cy", "darllenwch hefyd|darllen mwy|darllenwch ragor|gweler hefyd"},
	{"lb", "liest och|liest weider|liest méi|kuckt och"},
	{"mt", "aqra wkoll|aqra aktar|aqra iktar"},
	{"af", "lees ook|lees meer|lees verder|kyk ook|verwante artikels|verwante stories|moenie mis nie"},
	{"sw", "soma pia|soma zaidi|soma hii pia|tazama pia|habari zinazohusiana|habari zinazofanana"},
	{"ha", "karanta kuma|karin bayani|ku karanta|labarai masu alaƙa"},
	{"so", "sidoo kale akhri|akhri sidoo kale|akhri wax badan"},
	{"zu", "funda futhi|funda kabanzi|funda okuningi"},
	{"id", "baca juga|baca selengkapnya|baca lainnya|baca lebih lanjut|baca selanjutnya|simak juga|lihat juga|artikel terkait|berita terkait|jangan lewatkan|rekomendasi untuk anda|pilihan redaksi|tonton juga"},
	{"ms", "baca juga|baca lagi|baca seterusnya|baca lanjut|artikel berkaitan|berita berkaitan|lihat juga|jangan ketinggalan"},
	{"fil", "basahin din|basahin rin|basahin pa|magbasa pa|tingnan din|kaugnay na balita|kaugnay"},
	{"jv", "waca uga|wacanen uga"},
	{"vi", "xem thêm|đọc thêm|đọc tiếp|xem tiếp|tin liên quan|bài liên quan|bài viết liên quan|có thể bạn quan tâm|tin cùng chuyên mục|đừng bỏ lỡ|mời bạn đọc thêm"},
	{"th", "อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าวเพิ่มเติม|อ่านข่าวต้นฉบับ|ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|ดูเพิ่มเติม|ห้ามพลาด|อ่านข่าวที่เกี่ยวข้อง|อ่านประกอบ"},
	{"lo", "ອ່ານເພີ່ມເຕີມ|ອ່ານຕໍ່|ຂ່າວທີ່ກ່ຽວຂ້ອງ"},
	{"km", "អានបន្ថែម|អានផងដែរ|អត្ថបទពាក់ព័ន្ធ"},
	{"my", "ဆက်လက်ဖတ်ရှုရန်|ဆက်စပ်သတင်းများ|ပိုမိုဖတ်ရှုရန်"},
	{"ja", "関連記事|関連ニュース|関連リンク|関連情報|【関連記事】|あわせて読みたい|合わせて読みたい|併せて読みたい|こちらも読む|こちらもおすすめ|続きを読む|もっと読む|詳しくはこちら|おすすめ記事|おすすめの記事|人気記事|関連動画|次に読む"},
	{"zh", "相关阅读|相关新闻|相关报道|相关文章|相关链接|相关推荐|延伸阅读|推荐阅读|扩展阅读|更多阅读|更多报道|阅读更多|阅读全文|另请参阅|相關閱讀|相關新聞|相關報導|相關文章|延伸閱讀|推薦閱讀|更多報導|閱讀更多|看更多|更多新聞|你可能也想看|你可能還想看|猜你喜欢|編輯推薦|编辑推荐"},
	{"ko", "관련기사|관련 기사|관련뉴스|관련 뉴스|관련 글|관련 링크|함께 읽기|함께 보기|함께 읽으면 좋은 기사|더 읽기|더 보기|이어서 읽기|추천 기사|추천기사|많이 본 기사|많이 본 뉴스|관련 영상"},
	{"hi", "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|यह भी पढ़े|ये भी पढ़े|यह भी पढें|ये भी पढें|यह भी देखें|ये भी देखें|इन्हें भी पढ़ें|और पढ़ें|आगे पढ़ें|पूरा पढ़ें|संबंधित खबरें|संबंधित ख़बरें|संबंधित समाचार|संबंधित लेख|जरूर पढ़ें|ज़रूर पढ़ें|इसे भी देखें"},
	{"mr", "हेही वाचा|हे ही वाचा|हे देखील वाचा|हेदेखील वाचा|हे पण वाचा|आणखी वाचा|अधिक वाचा|संबंधित बातम्या|हेही पाहा"},
	{"ne", "यो पनि पढ्नुहोस्|यो पनि पढ्नुस्|थप पढ्नुहोस्|सम्बन्धित समाचार|सम्बन्धित खबर"},
	{"bn", "আরও পড়ুন|আরো পড়ুন|এটাও পড়ুন|এছাড়াও পড়ুন|আরও দেখুন|আরো দেখুন|সম্পর্কিত খবর|সংশ্লিষ্ট খবর|বিস্তারিত পড়ুন|আরও খবর|আরো খবর"},
	{"as", "লগতে পঢ়ক|আৰু পঢ়ক"},
	{"gu", "આ પણ વાંચો|આ પણ જુઓ|વધુ વાંચો|સંબંધિત સમાચાર|પણ વાંચો"},
	{"pa", "ਇਹ ਵੀ ਪੜ੍ਹੋ|ਹੋਰ ਪੜ੍ਹੋ|ਇਹ ਵੀ ਦੇਖੋ|ਸਬੰਧਤ ਖ਼ਬਰਾਂ"},
	{"or", "ଏହା ମଧ୍ୟ ପଢ଼ନ୍ତୁ|ଅଧିକ ପଢ଼ନ୍ତୁ|ଆହୁରି ପଢ଼ନ୍ତୁ"},
	{"ta", "இதையும் படிங்க|இதையும் படியுங்கள்|இதையும் படிக்க|மேலும் படிக்க|மேலும் படியுங்கள்|தொடர்புடைய செய்திகள்|தொடர்புடைய செய்தி|இதையும் பாருங்கள்"},
	{"te", "ఇది కూడా చదవండి|ఇవి కూడా చదవండి|ఇదీ చదవండి|ఇవీ చదవండి|మరింత చదవండి|ఇంకా చదవండి|సంబంధిత వార్తలు"},
	{"kn", "ಇದನ್ನೂ ಓದಿ|ಇದನ್ನು ಓದಿ|ಇದನ್ನೂ ನೋಡಿ|ಮತ್ತಷ್ಟು ಓದಿ|ಇನ್ನಷ್ಟು ಓದಿ|ಸಂಬಂಧಿತ ಸುದ್ದಿ"},
	{"ml", "ഇതും വായിക്കുക|ഇതും വായിക്കൂ|ഇതുകൂടി വായിക്കൂ|കൂടുതൽ വായിക്കുക|കൂടുതൽ വായിക്കാൻ|അനുബന്ധ വാർത്തകൾ"},
	{"si", "තවත් කියවන්න|මෙයත් කියවන්න|සබැඳි පුවත්"},
	{"ur", "یہ بھی پڑھیں|یہ بھی پڑھیے|مزید پڑھیں|مزید پڑھیے|یہ بھی دیکھیں|متعلقہ خبریں|مزید دیکھیں"},
	{"fa", "بیشتر بخوانید|همچنین بخوانید|اخبار مرتبط|مطالب مرتبط|خبرهای مرتبط|ادامه مطلب|مطالب پیشنهادی|بیشتر ببینید|همچنین ببینید"},
	{"ar", "اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|إقرأ أيضاً|اقرا ايضا|اقرأ ايضا|اقرأ المزيد|إقرأ المزيد|اقرأ كذلك|شاهد أيضا|شاهد أيضاً|طالع أيضا|مواضيع ذات صلة|موضوعات ذات صلة|أخبار ذات صلة|مقالات ذات صلة|قد يهمك|قد يهمك أيضا|قد يهمك أيضاً|قد يعجبك|قد يعجبك أيضا|المزيد حول هذا الموضوع|لا يفوتك|تابع أيضا"},
	{"he", "קראו גם|קרא גם|קראו עוד|קרא עוד|ראו גם|כתבות קשורות|כתבות נוספות|עוד בנושא|להמשך קריאה|אולי יעניין אותך|עוד כתבות"},
	{"ps", "دا هم ولولئ|نور ولولئ|نور ولولۍ"},
	{"ku", "her wiha bixwîne|zêdetir bixwîne|زیاتر بخوێنەوە|هەروەها بخوێنەوە"},
	{"am", "በተጨማሪ ያንብቡ|ተጨማሪ ያንብቡ|ይህንንም ያንብቡ"},
	{"mn", "цааш унших|мөн уншина уу|холбоотой мэдээ"},
	{"eo", "legu ankaŭ|legu pli|vidu ankaŭ"},
}

// weakLabels lead to another article only with a sign after them: the words are common in prose.
var weakLabels = []wordings{
	{"en", "further reading|recommended|trending|trending now|top stories|most read|latest stories|learn more|find out more|see more|more from|up next|next up|must read|read on|read our|more|read|watch|watch more|watch now|watch here|listen|listen here|listen now|see also|full story|details here|more info|more news"},
	{"de", "zum thema|meistgelesen|mehr infos|mehr erfahren|mehr|dazu|lesen|mehr news"},
	{"fr", "lire|voir|écouter"},
	{"es", "recomendado|recomendamos|relacionado|relacionada|lea|lee|vea|mire|más"},
	{"pt", "confira|relacionado|recomendado|recomendados|leia|veja|assista|ouça|mais"},
	{"it", "approfondimento|correlati|leggi|vedi|guarda|ascolta"},
	{"nl", "gerelateerd|aanbevolen|lees|kijk|luister|meer"},
	{"sv", "relaterat|rekommenderat|läs|lyssna|mer"},
	{"da", "relateret|læs|hør"},
	{"nb", "relatert|anbefalt|les|hør"},
	{"fi", "lue|katso|kuuntele"},
	{"pl", "polecamy|polecane|powiązane|czytaj|zobacz|posłuchaj|więcej"},
	{"cs", "doporučujeme|související|čtěte|více|více zde"},
	{"ru", "подробнее|рекомендуем|по теме|читайте|смотрите|слушайте|ещё|еще"},
	{"uk", "детальніше|рекомендуємо|за темою|читайте|дивіться|слухайте|ще"},
	{"tr", "önerilen|daha fazlası|oku|izle|bakınız|ilgili"},
	{"id", "terkait|terpopuler|baca|simak|tonton|lihat"},
	{"hu", "bővebben|kapcsolódó|olvassa|nézze meg|további"},
	{"ro", "recomandări|recomandate|citește|vezi|ascultă"},
	{"el", "διαβάστε|δείτε|ακούστε"},
	{"vi", "xem|đọc"},
	{"ar", "للمزيد|ذات صلة|اقرأ|شاهد|تابع|المزيد"},
	{"he", "קראו|צפו|עוד"},
	{"sk", "odporúčame|súvisiace"},
	{"hr", "povezano"},
	{"uz", "o'qing"},
	{"fil", "basahin"},
	{"hi", "पढ़ें"},
	{"mr", "वाचा"},
	{"fa", "بخوانید"},
	{"ja", "関連|次のページ"},
	{"be", "па тэме"},
	{"ne", "यो पनि"},
	{"gl", "relacionado"},
	{"ca", "relacionat"},
}

// LoudLabels are looked for inside a line as well, where they stand in capitals behind the end of a sentence and before a colon or bar.
var LoudLabels = [...]string{
	"ALSO READ", "READ ALSO", "READ MORE", "READ NEXT", "MUST READ", "DON'T MISS", "DON’T MISS", "RELATED", "SEE ALSO", "LESEN SIE AUCH", "MEHR ZUM THEMA", "LIRE AUSSI",
	"LEE TAMBIÉN", "LEA TAMBIÉN", "LEA MÁS", "LEIA TAMBÉM", "LEIA MAIS", "LEGGI ANCHE", "LEES OOK", "LÄS OCKSÅ", "LÄS MER", "LES OGSÅ", "LÆS OGSÅ", "CZYTAJ TEŻ", "CZYTAJ TAKŻE", "BACA JUGA", "ЧИТАЙТЕ ТАКЖЕ", "ЧИТАЙТЕ ТАКОЖ",
}

// noticeWordings begin notices. A wording that ends in a colon needs one after it (or a dash or bar); one that ends in an asterisk
// may be followed by anything; the others are all of their line.
var noticeWordings = []struct {
	kind  model.NoticeKind
	words string
}{
	{model.Disclaimer, "disclaimer:|legal disclaimer:|disclosure:|full disclosure:|trigger warning:|content warning:|affiliate disclosure:|risk warning:|important notice:|haftungsausschluss:|disclaimer|transparenzhinweis:|offenlegung:|risikohinweis:|" +
		"avertissement:|clause de non-responsabilité:|aviso legal:|descargo de responsabilidad:|descargo:|aviso:|isenção de responsabilidade:|aviso legal:|avvertenza:|disconoscimento:|zastrzeżenie:|upozornění:|дисклеймер:|отказ от ответственности:|" +
		"відмова від відповідальності:|αποποίηση ευθύνης:|yasal uyarı:|sorumluluk reddi:|penafian:|sangkalan:|免責事項:|免责声明:|免責聲明:|면책 조항:|अस्वीकरण:|डिस्क्लेमर:|অস্বীকৃতি:|মনে রাখবেন:|إخلاء مسؤولية:|إخلاء المسؤولية:|تنويه:|سلب مسئولیت:|" +
		"the views expressed in this article*|the views expressed are those of*|the opinions expressed*|views expressed are personal*|(views expressed*|this article was generated*|this story has been auto-generated*|this story was auto-generated*|except for the headline, this story has not been edited*|" +
		"this content was produced with*|this article contains affiliate links*|this post may contain affiliate links*|we may earn a commission*|if you buy something through*|as an amazon associate*|this copy is for your personal*|mit material der dpa*|die mit sternchen*|mit einem stern markierte*"},
	{model.Advertisement, "advertisement|advertisements|advertising|advert|ad|ads|sponsored|sponsored content|paid content|promoted|promoted content|paid post|partner content|advertorial|scroll to continue with content|anzeige|werbung|publicité|publicite|publi-communiqué|contenu sponsorisé|" +
		"publicidad|anuncio|contenido patrocinado|publicidade|anúncio|conteúdo patrocinado|pubblicità|contenuto sponsorizzato|advertentie|reclame|annons|annonce|annonse|reklame|mainos|reklaam|reklāma|reklama|hirdetés|publicitate|διαφήμιση|reklam|iklan|quảng cáo|โฆษณา|広告|pr|广告|廣告|광고|реклама|विज्ञापन|বিজ্ঞাপন|जाहिरात|விளம்பரம்|ప్రకటన|" +
		"إعلان|اعلان|إعلانات|تبلیغات|آگهی|اشتہار|פרסומת|oglas|oglašavanje|inzerce|inzercia|paid advertisement|this is an advertisement"},
	{model.Continues, "story continues below*|story continues after*|article continues below*|article continues after*|the article continues below*|continues below advertisement|story continues|continue reading below*|scroll down to continue*|keep scrolling*|content continues below*|read on below*|" +
		"continue reading the main story|skip advertisement|skip past newsletter promotion|after newsletter promotion|weiter nach der anzeige|artikel wird unter der anzeige fortgesetzt*|der artikel geht nach der anzeige weiter*|weiterlesen nach der anzeige|hier geht es weiter*|lesen sie nach der anzeige weiter*|la suite après la publicité|la suite après cette publicité|" +
		"suite de l'article après la publicité|l'article continue après la publicité|la noticia continúa después de la publicidad|sigue leyendo después de la publicidad|continúa después de la publicidad|continua após a publicidade|continua depois da publicidade|a matéria continua após o anúncio|continua a leggere dopo la pubblicità|continua dopo la pubblicità|" +
		"tekst gaat verder onder*|tekst loopt door onder*|artikel gaat verder onder*|het artikel gaat verder onder*|lees verder onder de advertentie*|artikkelen fortsetter under*|saken fortsetter under*|artiklen fortsætter efter*|artiklen fortsætter under*|artikeln fortsätter under*|artikeln fortsätter efter*|juttu jatkuu mainoksen jälkeen|juttu jatkuu kuvan jälkeen*|teksti jatkuu kuvan alla*|" +
		"dalsza część artykułu pod*|ciąg dalszy artykułu pod*|ciąg dalszy pod*|dalsza część tekstu pod*|článek pokračuje pod*|pokračování článku pod*|článok pokračuje pod*|članak se nastavlja ispod*|tekst se nastavlja ispod*|nastavak teksta ispod*|članek se nadaljuje pod*|a cikk a hirdetés után folytatódik|a cikk folytatódik*|articolul continuă după*|продолжение после рекламы|продовження після реклами|" +
		"haberin devamı*|haberin devamı aşağıda|artikel berlanjut setelah*|scroll to continue with content*|advertisement scroll to continue*|lanjutkan membaca di bawah*|記事は広告の下に続きます|広告の後に続く|记事广告后继续|文章继续*"},
	{model.Newsletter, "sign up for*|sign up to*|sign up here*|subscribe to*|subscribe now*|subscribe here*|get the latest*|get our*|get more news*|follow us on*|follow @*|click here to get the*|have a tip?*|follow us at*|follow us:|follow us|like us on facebook*|join our whatsapp*|join our telegram*|join us on*|join the conversation*|join whatsapp*|download our app*|download the app*|click here to subscribe*|click here to sign up*|click here to join*|click here to follow*|" +
		"enjoying this*|enjoyed this article*|support our journalism*|support independent journalism*|become a member*|stay up to date*|stay updated with*|stay informed*|share this article*|share this story*|share this:|share|share on*|for more news*|for all the latest*|catch all the*|want more stories*|want more news*|our newsletter*|newsletter:|newsletter|" +
		"(follow*|you can follow*|read all the latest*|for latest news*|for breaking news*|follow the latest*|never miss a story*|have a story*|got a tip*|do you have a story*|email us*|" +
		"jetzt newsletter*|newsletter abonnieren*|abonnieren sie*|folgen sie uns*|folge uns*|hier den newsletter*|inscrivez-vous*|abonnez-vous*|recevez notre*|recevez nos*|recevez chaque*|suivez-nous*|téléchargez notre*|suscríbete*|suscríbase*|síguenos*|síganos*|recibe nuestras*|recibe en tu*|apúntate a*|únete a nuestro*|inscreva-se*|assine nossa*|assine a nossa*|siga-nos*|receba as*|" +
		"participe do canal*|iscriviti*|seguici su*|ricevi le*|abonneer je*|meld je aan*|schrijf je in*|volg ons*|prenumerera*|följ oss*|tilmeld dig*|følg os*|abonner på*|meld deg på*|følg oss*|tilaa uutiskirje*|seuraa meitä*|zapisz się*|subskrybuj*|obserwuj nas*|přihlaste se*|odebírejte*|sledujte nás*|prihláste sa*|prijavite se*|pratite nas*|pretplatite se*|iratkozzon fel*|kövessen minket*|kövess minket*|abonează-te*|abonați-vă*|urmărește-ne*|" +
		"подписывайтесь*|подпишитесь*|подписаться*|підписуйтесь*|підпишіться*|абонирайте се*|последвайте ни*|εγγραφείτε*|ακολουθήστε*|bizi takip edin*|abone olun*|bültenimize*|ikuti kami*|berlangganan*|dapatkan update*|langganan*|đăng ký nhận*|theo dõi chúng tôi*|กดติดตาม*|ติดตามข่าว*|メールマガジン*|ニュースレター*|订阅*|訂閱*|关注我们*|追蹤我們*|뉴스레터*|구독*|हमें फॉलो करें*|ताज़ा खबरों के लिए*|लेटेस्ट खबरों*|सब्सक्राइब करें*|আমাদের ফলো করুন*|সাবস্ক্রাইব*|تابعونا*|تابعنا*|اشترك في*|اشتركوا*|ما را دنبال کنید*|עקבו אחרינו*|הירשמו*"},
	{model.Credit, "photo:|photos:|photograph:|photo by*|photo credit:|photo credits:|photo courtesy*|image copyright*|photos by*|image:|image credit:|image credits:|image source:|image courtesy*|images:|picture:|pictures:|picture credit:|video:|video by*|video credit:|credit:|credits:|file photo|(file photo|file image|representational image*|representative image*|" +
		"with inputs from*|with input from*|inputs from*|with agency inputs*|with agency input*|with inputs by*|with additional reporting*|additional reporting by*|reporting by*|editing by*|edited by*|compiled by*|(reporting by*|(edited by*|(with reporting*|source:|sources:|via:|agencies|(agencies|" +
		"foto:|fotos:|bild:|bilder:|bildquelle:|bildrechte:|bildnachweis:|fotocredit:|quelle:|quellen:|mit informationen von*|mit material von*|mit agenturmaterial*|crédit photo:|crédit photos:|crédits:|crédit:|crédits photo:|avec afp|(avec afp|avec agences|avec reuters|source :|" +
		"crédito:|créditos:|imagen:|imágenes:|fuente:|fuentes:|con información de*|crédito da foto:|imagem:|fonte:|com informações d*|com agência*|credits photo:|immagine:|fonte foto:|beeld:|bron:|bild :|källa:|kilde:|kuva:|kuvat:|lähde:|fot.:|fot.*|zdjęcie:|źródło:|zdroj:|foto -|vir:|izvor:|forrás:|fotó:|kép:|sursa:|sursă:|φωτογραφία:|πηγή:|фото:|источник:|джерело:|снимка:|източник:|фотография:|kaynak:|fotoğraf:|fotoğraflar:|" +
		"sumber:|foto oleh*|ảnh:|nguồn:|ภาพ:|ที่มา:|写真:|画像:|出典:|撮影:|图片来源:|图:|来源:|圖片來源:|來源:|사진:|사진=*|출처:|फोटो:|तस्वीर:|स्रोत:|(इनपुट*|इनपुट*|ছবি:|সূত্র:|தகவல்:|صورة:|المصدر:|مصدر:|عکس:|منبع:|צילום:|מקור:"},
}
