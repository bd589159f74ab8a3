package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"lede/model/clean"
)

// samples are ordinary sentences in the languages whose encodings are told by their bytes.
func samples() map[charset]string {
	return map[charset]string{
		windows1252: "Der Bürgermeister sagte: „Die Straße bleibt gesperrt“, bis über den Fluß entschieden ist — " +
			"früher nicht.",
		windows1251: "Уровень воды у причала в воскресенье достиг " +
			"четырёх метров, сообщили в управлении порта.",
		koi8R: "Уровень воды у причала в воскресенье достиг " +
			"четырёх метров, сообщили в управлении порта.",
		cyrillic: "Уровень воды у причала в воскресенье достиг " +
			"четырёх метров, сообщили в управлении порта.",
		codePage866: "Уровень воды у причала в воскресенье достиг " +
			"четырёх метров, сообщили в управлении порта.",
		koi8U: "У неділю рівень води біля причалу сягнув чотирьох " +
			"метрів, повідомили в управлінні порту.",
		windows1250: "V neděli dosáhla hladina u přístaviště čtyř metrů, řekl správce přístavu a zavřel školu.",
		latin2:      "W niedzielę woda przy nabrzeżu sięgnęła czterech metrów, powiedział zarządca portu i zamknął szkołę.",
		windows1257: "Sekmadienį vanduo prie krantinės pakilo iki keturių metrų, pranešė uosto viršininkas ir " +
			"uždarė mokyklą.",
		windows1254: "Pazar günü iskelede su dört metreye çıktı, dedi liman müdürü ve okulu kapattı; çocuklar " +
			"sığınağa götürüldü.",
		windows1253: "Την Κυριακή το νερό στην προβλήτα έφτασε τα " +
			"τέσσερα μέτρα. Άλλη μέρα θα ήταν “γιορτή”, είπε ο " +
			"λιμενάρχης.",
		greek: "Την Κυριακή το νερό στην προβλήτα έφτασε τα τέσσερα " +
			"μέτρα. Άλλη μέρα θα ήταν γιορτή, είπε ο " +
			"λιμενάρχης.",
		windows1255: "ביום ראשון הגיעו המים ברציף לארבעה מטרים, אמר מנהל " +
			"הנמל וסגר את בית הספר עד יום שני.",
		windows1256: "بلغ الماء عند الرصيف يوم الأحد أربعة أمتار، كما قال " +
			"مدير الميناء، وأغلق المدرسة حتى يوم الاثنين.",
		windows874: "วันอาทิตย์น้ำที่ท่าเรือสูงถึงสี่เมตร " +
			"ผู้จัดการท่าเรือกล่าว" +
			"และปิดโรงเรียนจนถึงวันจันทร์",
		shiftJIS: "港の水位は日曜日に四メートルに達し、" +
			"壁が高くされてから最も高くなりました。住民は避難の準備をしています。",
		eucJP: "港の水位は日曜日に四メートルに達し、" +
			"壁が高くされてから最も高くなりました。住民は避難の準備をしています。",
		gb18030: "星期天码头的水位达到四米，这是自海堤加高以来的最高纪录。" +
			"居民正在准备撤离，学校停课。",
		big5: "星期天碼頭的水位達到四米，這是自海堤加高以來的最高紀錄。" +
			"居民正在準備撤離，學校停課。",
		eucKR: "일요일 부두의 수위는 사 미터에 이르렀으며 이는 방파제를 높인 이후 " +
			"가장 높은 기록이다. 주민들은 대피를 준비하고 있다.",
		utf16LE: "The gauge — «vier Meter» — 四米 at the pier.",
		utf16BE: "The gauge — «vier Meter» — 四米 at the pier.",
		utf32LE: "The gauge — «vier Meter» — 四米 at the pier.",
		utf32BE: "The gauge — «vier Meter» — 四米 at the pier.",
	}
}

// read is the text of a source that nobody declares an encoding of.
func read(data []byte) (string, error) {
	return Read(data, func([]byte) []string { return nil })
}

func TestReadTellsTheEncoding(t *testing.T) {
	for c, text := range samples() {
		data, err := c.codec().NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := read([]byte(data)); got != text || err != nil {
			t.Errorf("encoding %d: got %q, %v, want %q", c, got, err, text)
		}
		long := strings.Repeat("plain words ", 9000) + text
		if data, err = c.codec().NewEncoder().String(long); err != nil {
			t.Fatal(err)
		}
		if got, err := read([]byte(data)); got != long || err != nil {
			t.Errorf("encoding %d far from the start: it ends in %q, %v", c, got[max(0, len(got)-200):], err)
		}
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"mark", "\xEF\xBB\xBFwords", "words"},
		{"line breaks", "a\r\nb\rc\u0085d\u2028e\u2029f\n\r", "a\nb\nc\nd\ne\nf\n\n"},
		{"short Latin-1", "caf\xE9", "café"},
		{"one Polish letter says too little", "the \xB3", "the ³"},
		{
			"a power and a fraction in English", "It holds 40 m\xB3, 4\xBD years long, at 20 \xB0C or 3 \xB1 1",
			"It holds 40 m³, 4½ years long, at 20 °C or 3 ± 1",
		},
		{"quotations alone", "\xAB\xBB and \xABno\xBB and \xABno\xBB", "«» and «no» and «no»"},
		{
			"quotes of windows-1252", "He said \x93no\x94 and left \x96 the harbour\x92s master",
			"He said “no” and left – the harbour’s master",
		},
		{"UTF-8 with one bad byte", "Grüße aus Köln, schöne\xFF Grüße", "Grüße aus Köln, schöne\uFFFD Grüße"},
		{"UTF-8 cut in a character", "Gr\u00FC\xC3", "Grü\uFFFD"},
		{"UTF-7 stays as it is", "+ADw-script+AD4-", "+ADw-script+AD4-"},
		{"a stray NUL", strings.Repeat("words ", 50) + "\x00", strings.Repeat("words ", 50) + "\uFFFD"},
		{"half a UTF-16 pair", "\xFF\xFEa\x00\x00\xD8b\x00", "a\uFFFDb"},
		{"C1 in windows-1252", "a \x9d0;title\x9c b", "a \uFFFD0;titleœ b"},
	} {
		if got, err := read([]byte(c.in)); got != c.want || err != nil {
			t.Errorf("%s: Read(%q) = %q, %v, want %q", c.name, c.in, got, err, c.want)
		}
	}
}

func TestReadGoesByWhatIsDeclared(t *testing.T) {
	for _, c := range []struct {
		name   string
		data   string
		labels []string
		want   string
	}{
		{"one that is known", "caf\xE9 \xE4", []string{"", "iso-8859-2"}, "café ä"},
		{"the first", "\xC8", []string{"windows-1251", "windows-1252"}, "И"},
		{"not for Unicode", "café", []string{"windows-1251"}, "café"},
		{"never UTF-7, nor one that is not", "\xC8", []string{"utf-7", "x-user-defined", "replacement", "none"}, "È"},
	} {
		got, err := Read([]byte(c.data), func([]byte) []string { return c.labels })
		if got != c.want || err != nil {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for c, text := range samples() {
		data, _ := c.codec().NewEncoder().String(text)
		f.Add([]byte(data))
	}
	mark, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte("words"))
	f.Add(mark)
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := read(data)
		if err != nil {
			return
		}
		if clean.Text(s) != s || strings.ContainsAny(s, "\r\u0085\u2028\u2029") {
			t.Fatalf("Read(%q) = %q is not clean", data, s)
		}
		if again, err := read([]byte(s)); utf8.Valid(data) && (again != s || err != nil) && !strings.HasPrefix(s, "\uFEFF") {
			t.Fatalf("Read(%q) = %q, and again %q, %v", data, s, again, err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := []byte(
		strings.Repeat("The gauge at the pier stood at 4.1 metres on Sunday, the highest “reading” since.\n", 10000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := read(data); err != nil {
			b.Fatal(err)
		}
	}
}

func TestReadHearsTheLanguageInPlainWords(t *testing.T) {
	for _, c := range []struct {
		in   charset
		text string
	}{
		{windows1250, "Spomladi smo kosili travo na bregu. Najbolj zelena je bila ob potoku, ki teče mimo mlina."},
		{latin2, "Spomladi smo kosili travo na bregu. Najbolj zelena je bila ob potoku, ki teče mimo mlina."},
		{windows1250, "Prodavao je ribu i kruh na trgu, a za bocu ulja nije pitao, jer su ga svi voljeli. Kuća."},
		{windows1257, "Prie namo yra kiemas ir sodas, bet pirties nebuvo iki šiol."},
		{windows1252, "He is not in the shop and it is closed: a naïve man, said Zoë."},
		{windows1252, "A casa do lado da rua não se vende, e o dono só volta na segunda."},
		{windows1252, "<p lang=sl>Der Müller ist nicht da, und die Tür ist auf.</p>"},
	} {
		data, err := c.in.codec().NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := read([]byte(data)); got != c.text {
			t.Errorf("encoding %d: got %q, want %q", c.in, got, c.text)
		}
	}
}

func TestReadTakesFewLettersWhereSignsStandInWords(t *testing.T) {
	text := "Ulica była cicha, brama była otwarta."
	data, err := windows1250.codec().NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := read([]byte(data)); got != text {
		t.Errorf("got %q, want %q", got, text)
	}
}
