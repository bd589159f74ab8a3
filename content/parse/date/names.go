package date

// monthNames holds the names of the twelve months, a language a line: its code, then the months with their forms
// (in a date, alone, short) between slashes, in lower case and without a last full stop. An underscore stands for a space. Where a word
// is a month in two languages, the earlier line wins. The names are those of the Unicode CLDR, with variants that are printed too.
const monthNames = `
en january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec
de januar/jan/jänner/jän februar/feb/feber/febr märz/mär/mrz/maerz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez
fr janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov décembre/déc
es enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/sept/setiembre/sep/set octubre/oct noviembre/nov diciembre/dic
pt janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez
it gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic
nl januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt november/nov december/dec
sv januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sep oktober/okt november/nov december/dec
da januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep oktober/okt november/nov december/dec
nb januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt november/nov desember/des
is janúar/jan febrúar/feb mars/mar apríl/apr maí júní/jún júlí/júl ágúst/ágú september/sep október/okt nóvember/nóv desember/des
fi tammikuuta/tammikuu/tammi helmikuuta/helmikuu/helmi maaliskuuta/maaliskuu/maalis huhtikuuta/huhtikuu/huhti toukokuuta/toukokuu/touko kesäkuuta/kesäkuu/kesä heinäkuuta/heinäkuu/heinä elokuuta/elokuu/elo syyskuuta/syyskuu/syys lokakuuta/lokakuu/loka marraskuuta/marraskuu/marras joulukuuta/joulukuu/joulu
et jaanuar/jaan veebruar/veebr märts aprill/apr mai juuni juuli august/aug september/sept oktoober/okt november/nov detsember/dets
lv janvāris/janv februāris/febr marts aprīlis/apr maijs jūnijs/jūn jūlijs/jūl augusts/aug septembris/sept oktobris/okt novembris/nov decembris/dec
lt sausio/sausis vasario/vasaris kovo/kovas balandžio/balandis gegužės/gegužė birželio/birželis liepos/liepa rugpjūčio/rugpjūtis rugsėjo/rugsėjis spalio/spalis lapkričio/lapkritis gruodžio/gruodis
pl stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru
cs ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě června/červen/čvn července/červenec/čvc srpna/srpen/srp září/zář října/říjen/říj listopadu/listopad/lis prosince/prosinec/pro
sk januára/január/jan februára/február/feb marca/marec/mar apríla/apríl/apr mája/máj júna/jún júla/júl augusta/august/aug septembra/september/sep októbra/október/okt novembra/november/nov decembra/december/dec
sl januar/jan februar/feb marec/mar april/apr maj junij/jun julij/jul avgust/avg september/sep oktober/okt november/nov december/dec
sr јануар/јан фебруар/феб март/мар април/апр мај јун/јуни јул/јули август/авг септембар/сеп октобар/окт новембар/нов децембар/дец
sr-Latn januar/jan februar/feb mart/mar april/apr maj jun jul avgust/avg septembar/sep oktobar/okt novembar/nov decembar/dec
hr siječnja/siječanj/sij veljače/veljača/velj ožujka/ožujak/ožu travnja/travanj/tra svibnja/svibanj/svi lipnja/lipanj/lip srpnja/srpanj/srp kolovoza/kolovoz/kol rujna/rujan/ruj listopada/listopad/lis studenoga/studeni/stu prosinca/prosinac/pro
bs januar/jan februar/feb mart/mar april/apr maj juni/jun juli/jul august/aug septembar/sep oktobar/okt novembar/nov decembar/dec
mk јануари/јан февруари/фев март/мар април/апр мај јуни/јун јули/јул август/авг септември/сеп октомври/окт ноември/ное декември/дек
bg януари февруари март април май юни юли август септември октомври ноември декември
ru января/январь/янв февраля/февраль/февр/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сент/сен октября/октябрь/окт ноября/ноябрь/нояб/ноя декабря/декабрь/дек
uk січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт травня/травень/трав червня/червень/черв липня/липень/лип серпня/серпень/серп вересня/вересень/вер жовтня/жовтень/жовт листопада/листопад/лист грудня/грудень/груд
be студзеня/студзень/сту лютага/люты/лют сакавіка/сакавік/сак красавіка/красавік/кра мая/май чэрвеня/чэрвень/чэр ліпеня/ліпень/ліп жніўня/жнівень/жні верасня/верасень/вер кастрычніка/кастрычнік/кас лістапада/лістапад/ліс снежня/снежань/сне
ro ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept octombrie/oct noiembrie/nov decembrie/dec
hu január/jan február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug szeptember/szept október/okt november/nov december/dec
el ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαΐ ιουνίου/ιουν ιουλίου/ιουλ αυγούστου/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ
tr ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara
az yanvar/yan fevral/fev mart/mar aprel/apr may iyun/iyn iyul/iyl avqust/avq sentyabr/sen oktyabr/okt noyabr/noy dekabr/dek
kk қаңтар/қаң ақпан/ақп наурыз/нау сәуір/сәу мамыр/мам маусым/мау шілде/шіл тамыз/там қыркүйек/қыр қазан/қаз қараша/қар желтоқсан/жел
uz yanvar/yan fevral/fev mart/mar aprel/apr may iyun/iyn iyul/iyl avgust/avg sentabr/sen oktabr/okt noyabr/noy dekabr/dek
ky январь/янв февраль/фев март/мар апрель/апр май июнь/июн июль/июл август/авг сентябрь/сен октябрь/окт ноябрь/ноя декабрь/дек
tg январ/янв феврал/фев март/мар апрел/апр май июн июл август/авг сентябр/сен октябр/окт ноябр/ноя декабр/дек
hy հունվարի/հունվար/հնվ փետրվարի/փետրվար/փտվ մարտի/մարտ/մրտ ապրիլի/ապրիլ/ապր մայիսի/մայիս/մյս հունիսի/հունիս/հնս հուլիսի/հուլիս/հլս օգոստոսի/օգոստոս/օգս սեպտեմբերի/սեպտեմբեր/սեպ հոկտեմբերի/հոկտեմբեր/հոկ նոյեմբերի/նոյեմբեր/նոյ դեկտեմբերի/դեկտեմբեր/դեկ
ka იანვარი/იან თებერვალი/თებ მარტი/მარ აპრილი/აპრ მაისი/მაი ივნისი/ივნ ივლისი/ივლ აგვისტო/აგვ სექტემბერი/სექ ოქტომბერი/ოქტ ნოემბერი/ნოე დეკემბერი/დეკ
sq janar/jan shkurt/shk mars/mar prill/pri maj qershor/qer korrik/korr gusht/gush shtator/sht tetor/tet nëntor/nën dhjetor/dhj
ca gener/gen febrer/febr març abril/abr maig juny juliol/jul agost/ag setembre/set octubre/oct novembre/nov desembre/des
gl xaneiro/xan febreiro/feb marzo/mar abril/abr maio xuño xullo/xul agosto/ago setembro/set outubro/out novembro/nov decembro/dec
eu urtarrila/urt otsaila/ots martxoa/mar apirila/api maiatza/mai ekaina/eka uztaila/uzt abuztua/abu iraila/ira urria/urr azaroa/aza abendua/abe
lb januar/jan februar/feb mäerz/mäe abrëll/abr mee juni/jun juli/jul august/aug september/sep oktober/okt november/nov dezember/dez
af januarie/jan februarie/feb maart/mrt april/apr mei junie/jun julie/jul augustus/aug september/sep oktober/okt november/nov desember/des
sw januari/jan februari/feb machi/mac aprili/apr mei juni/jun julai/jul agosti/ago septemba/sep oktoba/okt novemba/nov desemba/des
id januari/jan februari/feb maret/mar april/apr mei juni/jun juli/jul agustus/agu september/sep oktober/okt november/nov desember/des
ms januari/jan februari/feb mac april/apr mei jun julai/jul ogos/ogo september/sep oktober/okt november/nov disember/dis
fil enero/ene pebrero/peb marso/mar abril/abr mayo/may hunyo/hun hulyo/hul agosto/ago setyembre/set oktubre/okt nobyembre/nob disyembre/dis
so janaayo/jannaayo/jan febraayo/feb maarso/mar abriil/abr maayo/may juun/jun luulyo/lul agosto/ogosto/ogs sebtembar/sebteembar/seb oktoobar/okt noofeembar/nof diseembar/dis
ha janairu/jan faburairu/fab maris/mar afirilu/afi mayu/may yuni/yun yuli/yul agusta/agu satumba/sat oktoba/okt nuwamba/nuw disamba/dis
zu januwari/jan februwari/feb mashi/mas ephreli/eph meyi/mey juni/jun julayi/jul agasti/aga septhemba/sep okthoba/okt novemba/nov disemba/dis
mt jannar/jan frar/fra marzu/mar april/apr mejju/mej ġunju/ġun lulju/lul awwissu/aww settembru/set ottubru/ott novembru/nov diċembru/diċ
cy ionawr/ion chwefror/chwef/chw mawrth/maw ebrill/ebr mai mehefin/meh gorffennaf/gorff/gor awst medi hydref/hyd tachwedd/tach rhagfyr/rhag
ga eanáir/ean feabhra/feabh márta aibreán/aib bealtaine/beal meitheamh/meith iúil lúnasa/lún mfómh dfómh samhain/samh nollaig/noll
th มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย กรกฎาคม/ก.ค สิงหาคม/ส.ค กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค
lo ມັງກອນ/ມ.ກ ກຸມພາ/ກ.ພ ມີນາ/ມ.ນ ເມສາ/ມ.ສ ພຶດສະພາ/ພ.ພ ມິຖຸນາ/ມິ.ຖ ກໍລະກົດ/ກ.ລ ສິງຫາ/ສ.ຫ ກັນຍາ/ກ.ຍ ຕຸລາ/ຕ.ລ ພະຈິກ/ພ.ຈ ທັນວາ/ທ.ວ
km មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ
my ဇန်နဝါရီ/ဇန် ဖေဖော်ဝါရီ/ဖေ မတ် ဧပြီ/ဧ မေ ဇွန် ဇူလိုင်/ဇူ ဩဂုတ်/ဩ စက်တင်ဘာ/စက် အောက်တိုဘာ/အောက် နိုဝင်ဘာ/နို ဒီဇင်ဘာ/ဒီ
hi जनवरी/जन॰ फ़रवरी/फ़र॰/फरवरी मार्च अप्रैल मई जून जुलाई/जुल॰ अगस्त/अग॰ सितंबर/सित॰/सितम्बर अक्टूबर/अक्टू॰/अक्तूबर नवंबर/नव॰/नवम्बर दिसंबर/दिस॰/दिसम्बर
mr जानेवारी/जाने फेब्रुवारी/फेब्रु मार्च एप्रिल/एप्रि मे जून जुलै ऑगस्ट/ऑग सप्टेंबर/सप्टें ऑक्टोबर/ऑक्टो नोव्हेंबर/नोव्हें डिसेंबर/डिसें
ne जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर
bn জানুয়ারি/জানু ফেব্রুয়ারি/ফেব মার্চ এপ্রিল/এপ্রি মে জুন জুলাই/জুল আগস্ট/আগ সেপ্টেম্বর/সেপ/সেপ্ট অক্টোবর/অক্টো নভেম্বর/নভে ডিসেম্বর/ডিসে
gu જાન્યુઆરી/જાન્યુ ફેબ્રુઆરી/ફેબ્રુ માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ સપ્ટેમ્બર/સપ્ટે ઑક્ટોબર/ઑક્ટો નવેમ્બર/નવે ડિસેમ્બર/ડિસે
pa ਜਨਵਰੀ/ਜਨ ਫ਼ਰਵਰੀ/ਫ਼ਰ ਮਾਰਚ ਅਪ੍ਰੈਲ/ਅਪ੍ਰੈ ਮਈ ਜੂਨ ਜੁਲਾਈ/ਜੁਲਾ ਅਗਸਤ/ਅਗ ਸਤੰਬਰ/ਸਤੰ ਅਕਤੂਬਰ/ਅਕਤੂ ਨਵੰਬਰ/ਨਵੰ ਦਸੰਬਰ/ਦਸੰ
ta ஜனவரி/ஜன பிப்ரவரி/பிப் மார்ச்/மார் ஏப்ரல்/ஏப் மே ஜூன் ஜூலை ஆகஸ்ட்/ஆக செப்டம்பர்/செப் அக்டோபர்/அக் நவம்பர்/நவ டிசம்பர்/டிச
te జనవరి/జన ఫిబ్రవరి/ఫిబ్ర మార్చి ఏప్రిల్/ఏప్రి మే జూన్ జులై ఆగస్టు/ఆగ సెప్టెంబర్/సెప్టెం అక్టోబర్/అక్టో నవంబర్/నవం డిసెంబర్/డిసెం
kn ಜನವರಿ/ಜನ ಫೆಬ್ರವರಿ/ಫೆಬ್ರ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್/ಏಪ್ರಿ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್/ಆಗ ಸೆಪ್ಟೆಂಬರ್/ಸೆಪ್ಟೆಂ ಅಕ್ಟೋಬರ್/ಅಕ್ಟೋ ನವೆಂಬರ್/ನವೆಂ ಡಿಸೆಂಬರ್/ಡಿಸೆಂ
ml ജനുവരി/ജനു ഫെബ്രുവരി/ഫെബ്രു മാർച്ച്/മാർ ഏപ്രിൽ/ഏപ്രി മേയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്/ഓഗ സെപ്റ്റംബർ/സെപ്റ്റം ഒക്ടോബർ/ഒക്ടോ നവംബർ/നവം ഡിസംബർ/ഡിസം
ur جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
fa ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
ps جنوري فبروري/فېبروري مارچ اپریل مۍ جون جولای اګست سېپتمبر/سپتمبر اکتوبر نومبر دسمبر
ar يناير/كانون_الثاني/جانفي فبراير/شباط/فيفري مارس/آذار أبريل/نيسان/ابريل/أفريل مايو/أيار/ماي يونيو/حزيران/جوان يوليو/تموز/جويلية أغسطس/آب/أوت/اغسطس سبتمبر/أيلول أكتوبر/تشرين_الأول/اكتوبر نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول
he ינואר/ינו׳ פברואר/פבר׳ מרץ אפריל/אפר׳ מאי יוני יולי אוגוסט/אוג׳ ספטמבר/ספט׳ אוקטובר/אוק׳ נובמבר/נוב׳ דצמבר/דצמ׳
am ጃንዋሪ/ጃን ፌብሩዋሪ/ፌብ ማርች ኤፕሪል/ኤፕሪ ሜይ ጁን ጁላይ ኦገስት/ኦገስ ሴፕቴምበር/ሴፕቴ ኦክቶበር/ኦክቶ ኖቬምበር/ኖቬም ዲሴምበር/ዲሴም
`

// weekdayNames holds the names of the days of the week, a language a line, each word once.
const weekdayNames = `
en monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun
de montag dienstag mittwoch donnerstag freitag samstag sonntag
fr lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim
es lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom
pt segunda-feira seg terça-feira ter quarta-feira qua quinta-feira qui sexta-feira sex
it lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica
nl maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
sv måndag mån tisdag tis onsdag ons torsdag tors fredag fre lördag lör söndag sön
da mandag man tirsdag tirs lørdag lør søndag søn
nb tir tor
is mánudagur mán þriðjudagur þri miðvikudagur mið fimmtudagur fim föstudagur fös laugardagur lau sunnudagur
fi maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
et esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
lv pirmdiena pirmd otrdiena otrd trešdiena trešd ceturtdiena ceturtd piektdiena piektd sestdiena sestd svētdiena svētd
lt pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
pl poniedziałek pon wtorek środa czwartek czw piątek sobota sob niedziela niedz
cs pondělí úterý středa čtvrtek pátek neděle
sk pondelok utorok streda štvrtok piatok nedeľa
sl ponedeljek torek sreda sre četrtek čet petek pet nedelja ned
sr понедељак пон уторак уто среда сре четвртак чет петак пет субота суб недеља нед
sr-Latn ponedeljak utorak uto četvrtak petak subota sub
hr ponedjeljak srijeda sri nedjelja
mk понеделник вторник вто четврток петок сабота саб недела
bg сряда четвъртък петък събота неделя
ru понедельник четверг пятница суббота воскресенье
uk понеділок вівторок середа четвер пʼятниця неділя
be панядзелак аўторак серада чацвер пятніца нядзеля
ro luni marți miercuri mie joi vineri vin sâmbătă sâm duminică dum
hu hétfő kedd szerda sze csütörtök péntek szombat szo vasárnap
el δευτέρα δευ τρίτη τρί τετάρτη τετ πέμπτη πέμ παρασκευή παρ σάββατο σάβ κυριακή κυρ
tr pazartesi pzt salı sal çarşamba çar perşembe per cuma cum cumartesi cmt pazar paz
az bazar ertəsi b.e çərşənbə axşamı ç.a cümə c.a şənbə
kk дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі
uz dushanba dush seshanba sesh chorshanba chor payshanba pay juma jum shanba shan yakshanba yak
ky дүйшөмбү дүй шейшемби шейш шаршемби шарш бейшемби бейш жума ишемби ишм жекшемби жек
tg душанбе дшб сешанбе сшб чоршанбе чшб панҷшанбе пшб ҷумъа ҷмъ шанбе шнб якшанбе яшб
hy երկուշաբթի երկ երեքշաբթի երք չորեքշաբթի չրք հինգշաբթի հնգ ուրբաթ ուր շաբաթ շբթ կիրակի կիր
ka ორშაბათი ორშ სამშაბათი სამ ოთხშაბათი ოთხ ხუთშაბათი ხუთ პარასკევი პარ შაბათი შაბ კვირა კვი
sq hënë hën martë mërkurë mër enjte enj premte pre shtunë sht diel die
ca dilluns dimarts dimecres dijous divendres dissabte diumenge
gl luns mércores mér xoves xov venres
eu astelehena asteartea asteazkena osteguna ostirala larunbata igandea
lb méindeg méi dënschdeg dën mëttwoch mët donneschdeg don freideg samschdeg sonndeg son
af vrydag saterdag sondag
sw jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili
id senin sen selasa sel rabu rab kamis kam jumat sabtu minggu min
ms isnin isn khamis kha jumaat ahad ahd
fil miyerkules miy huwebes huw biyernes biy sabado linggo lin
so isniin talaado tldo arbaco arbc khamiis khms jimco jmc sabti sbti axad axd
ha litinin lit talata tal laraba lar alhamis alh jummaʼa asabar asa lahadi lah
zu umsombuluko mso ulwesibili bil ulwesithathu tha ulwesine sin ulwesihlanu hla umgqibelo mgq isonto
mt it-tnejn tne it-tlieta tli l-erbgħa erb il-ħamis ħam il-ġimgħa ġim is-sibt sib il-ħadd ħad
cy dydd llun mawrth maw mercher iau gwener gwe sadwrn sad sul
ga dé luain luan máirt céadaoin céad déardaoin déar haoine aoine sathairn sath domhnaigh domh
th วันจันทร์ จันทร์ วันอังคาร อังคาร วันพุธ พุธ วันพฤหัสบดี พฤหัส วันศุกร์ ศุกร์ วันเสาร์ เสาร์ วันอาทิตย์ อาทิตย์
lo ວັນຈັນ ຈັນ ວັນອັງຄານ ອັງຄານ ວັນພຸດ ພຸດ ວັນພະຫັດ ພະຫັດ ວັນສຸກ ສຸກ ວັນເສົາ ເສົາ ວັນອາທິດ ອາທິດ
km ចន្ទ អង្គារ ពុធ ព្រហស្បតិ៍ ព្រហ សុក្រ សៅរ៍ អាទិត្យ
my တနင်္လာ အင်္ဂါ ဗုဒ္ဓဟူး ကြာသပတေး သောကြာ စနေ တနင်္ဂနွေ
hi सोमवार सोम मंगलवार मंगल बुधवार बुध गुरुवार गुरु शुक्रवार शुक्र शनिवार शनि रविवार रवि
mr मंगळवार मंगळ
ne सोमबार मङ्गलबार मङ्गल बुधबार बिहिबार बिहि शुक्रबार शनिबार आइतबार आइत
bn সোমবার সোম মঙ্গলবার মঙ্গল বুধবার বুধ বৃহস্পতিবার বৃহস্পতি শুক্রবার শুক্র শনিবার শনি রবিবার রবি
gu સોમવાર સોમ મંગળવાર મંગળ બુધવાર બુધ ગુરુવાર ગુરુ શુક્રવાર શુક્ર શનિવાર શનિ રવિવાર રવિ
pa ਸੋਮਵਾਰ ਸੋਮ ਮੰਗਲਵਾਰ ਮੰਗਲ ਬੁੱਧਵਾਰ ਬੁੱਧ ਵੀਰਵਾਰ ਵੀਰ ਸ਼ੁੱਕਰਵਾਰ ਸ਼ੁੱਕਰ ਸ਼ਨੀਵਾਰ ਸ਼ਨੀ ਐਤਵਾਰ
ta திங்கள் திங் செவ்வாய் செவ் புதன் புத வியாழன் வியா வெள்ளி வெள் சனி ஞாயிறு ஞாயி
te సోమవారం సోమ మంగళవారం మంగళ బుధవారం బుధ గురువారం గురు శుక్రవారం శుక్ర శనివారం శని ఆదివారం ఆది
kn ಸೋಮವಾರ ಸೋಮ ಮಂಗಳವಾರ ಮಂಗಳ ಬುಧವಾರ ಬುಧ ಗುರುವಾರ ಗುರು ಶುಕ್ರವಾರ ಶುಕ್ರ ಶನಿವಾರ ಶನಿ ಭಾನುವಾರ ಭಾನು
ml തിങ്കളാഴ്ച തിങ്കൾ ചൊവ്വാഴ്ച ചൊവ്വ ബുധനാഴ്ച ബുധൻ വ്യാഴാഴ്ച വ്യാഴം വെള്ളിയാഴ്ച വെള്ളി ശനിയാഴ്ച ശനി ഞായറാഴ്ച ഞായർ
ur پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار
fa دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه
ps دونۍ درېنۍ څلرنۍ پينځنۍ اونۍ يونۍ
ar الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
he יום שני ב׳ שלישי ג׳ רביעי ד׳ חמישי ה׳ שישי ו׳ שבת ראשון א׳
am ሰኞ ማክሰኞ ማክሰ ረቡዕ ሐሙስ ዓርብ ቅዳሜ እሑድ
`

// words holds the other words that stand in dates, by what they are, in lower case.
var words = [...]string{
	dateFiller: "at the of on de del den der do da di the um à a as às las los la le il alle ore om kl klo ve v u o w в о у во на " +
		"στις pukul pada lúc ngày ngay saat saatte ora orelor dne dn dnia dana o'clock को में এ அன்று तारीख ที่ วันที่ เวลา في الساعة ساعة " +
		"בשעה ب ל klukkan kell plkst val у klo. ob ang ng noong edited updated ishte",
	dateMonthMark: "tháng thg",
	dateWeekday: "วัน วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่ วันอาทิตย์ที่ 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 " +
		"星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日 " +
		"월요일 화요일 수요일 목요일 금요일 토요일 일요일 thứ chủ nhật hai ba tư năm sáu bảy среду пятницу субботу",
	dateAM:     "am a.m vorm öö ö.ö π.μ πμ ص صباحا صباحًا לפנה״צ ق.ظ 午前 上午 오전 पूर्वाह्न পূর্বাহ্ণ sa дп ä.m fh",
	datePM:     "pm p.m nachm ös ö.s μ.μ μμ م مساء مساءً אחה״צ ب.ظ 午後 下午 오후 अपराह्न অপরাহ্ণ ch пп",
	dateSuffix: "г г.г года год р року г. m g god yil uhr h hrs hr hod hodin v. น นาฬิกา giờ बजे n.e u.z",
	dateEra:    "พ.ศ",
}

// zoneOffsets gives the names of time zones in lower case with their quarters of an hour east of UTC. Where a name is used in
// several parts of the world, it is the one that news in English means.
func zoneOffsets() map[string]int {
	return map[string]int{
		"utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 4, "cet": 4, "mez": 4, "west": 4, "wat": 4, "cest": 8, "mesz": 8, "eet": 8, "sast": 8, "cat": 8,
		"eest": 12, "msk": 12, "мск": 12, "eat": 12, "trt": 12, "ist": 22, "pkt": 20, "npt": 23, "wib": 28, "sgt": 32, "hkt": 32, "awst": 32, "jst": 36, "kst": 36,
		"acst": 38, "aest": 40, "aedt": 44, "nzst": 48, "nzdt": 52, "brt": -12, "art": -12, "ast": -16, "edt": -16, "et": -16, "est": -20, "cdt": -20, "ct": -20,
		"cst": -24, "mdt": -24, "mt": -24, "mst": -28, "pdt": -28, "pt": -28, "pst": -32, "akst": -36, "hst": -40,
	}
}
