package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"lede/model/clean"
)

// samples are ordinary sentences in the languages whose encodings are told by their bytes.
func samples() map[Encoding]string {
	return map[Encoding]string{
		windows1252: "Der Bürgermeister sagte: „Die Straße bleibt gesperrt“, bis über den Fluß entschieden ist — früher nicht.",
		windows1251: "Уровень воды у причала в воскресенье достиг четырёх метров, сообщили в управлении порта.",
		KOI8R:       "Уровень воды у причала в воскресенье достиг четырёх метров, сообщили в управлении порта.",
		shiftJIS:    "港の水位は日曜日に四メートルに達し、壁が高くされてから最も高くなりました。住民は避難の準備をしています。",
		eucJP:       "港の水位は日曜日に四メートルに達し、壁が高くされてから最も高くなりました。住民は避難の準備をしています。",
		GB18030:     "星期天码头的水位达到四米，这是自海堤加高以来的最高纪录。居民正在准备撤离，学校停课。",
		big5:        "星期天碼頭的水位達到四米，這是自海堤加高以來的最高紀錄。居民正在準備撤離，學校停課。",
		eucKR:       "일요일 부두의 수위는 사 미터에 이르렀으며 이는 방파제를 높인 이후 가장 높은 기록이다. 주민들은 대피를 준비하고 있다.",
		UTF16LE:     "The gauge — «vier Meter» — 四米 at the pier.",
		UTF16BE:     "The gauge — «vier Meter» — 四米 at the pier.",
		UTF32LE:     "The gauge — «vier Meter» — 四米 at the pier.",
		UTF32BE:     "The gauge — «vier Meter» — 四米 at the pier.",
	}
}

func TestDecodeTellsTheEncoding(t *testing.T) {
	for c, text := range samples() {
		data, err := c.Codec().NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := Decode([]byte(data)); got != text {
			t.Errorf("encoding %d: read as %d: %q, want %q", c, Sniff([]byte(data)), got, text)
		}
		long := strings.Repeat("plain words ", 9000) + text
		if data, err = c.Codec().NewEncoder().String(long); err != nil {
			t.Fatal(err)
		}
		if got := Decode([]byte(data)); got != long {
			t.Errorf("encoding %d far from the start: read as %d", c, Sniff([]byte(data)))
		}
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"mark", "\xEF\xBB\xBFwords", "words"},
		{"line breaks", "a\r\nb\rc\u0085d\u2028e\u2029f\n\r", "a\nb\nc\nd\ne\nf\n\n"},
		{"short Latin-1", "caf\xE9", "café"},
		{"quotes of windows-1252", "He said \x93no\x94 and left \x96 the harbour\x92s master", "He said “no” and left – the harbour’s master"},
		{"UTF-8 with one bad byte", "Grüße aus Köln, schöne\xFF Grüße", "Grüße aus Köln, schöne\uFFFD Grüße"},
		{"UTF-8 cut in a character", "Gr\u00FC\xC3", "Grü\uFFFD"},
		{"UTF-7 stays as it is", "+ADw-script+AD4-", "+ADw-script+AD4-"},
		{"a stray NUL", strings.Repeat("words ", 50) + "\x00", strings.Repeat("words ", 50) + "\uFFFD"},
		{"half a UTF-16 pair", "\xFF\xFEa\x00\x00\xD8b\x00", "a\uFFFDb"},
		{"C1 in windows-1252", "a \x9d0;title\x9c b", "a \uFFFD0;titleœ b"},
	} {
		if got := Decode([]byte(c.in)); got != c.want {
			t.Errorf("%s: Decode(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for c, text := range samples() {
		data, _ := c.Codec().NewEncoder().String(text)
		f.Add([]byte(data))
	}
	mark, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte("words"))
	f.Add(mark)
	f.Fuzz(func(t *testing.T, data []byte) {
		s := Decode(data)
		if clean.Text(s) != s || strings.ContainsAny(s, "\r\u0085\u2028\u2029") {
			t.Fatalf("Decode(%q) = %q is not clean", data, s)
		}
		if utf8.Valid(data) && Decode([]byte(s)) != s && !strings.HasPrefix(s, "\uFEFF") {
			t.Fatalf("Decode(%q) = %q, and again %q", data, s, Decode([]byte(s)))
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	data := []byte(strings.Repeat("The gauge at the pier stood at 4.1 metres on Sunday, the highest “reading” since.\n", 10000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Decode(data)
	}
}
