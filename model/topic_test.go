package model

import "testing"

func TestTopicKeyMergesVariants(t *testing.T) {
	same := [][]string{
		{"China", "CHINA", "China's", "China’s", " china ", "Ｃｈｉｎａ", "Ｃｈｉｎａ！"},
		{"A&B", "Ａ＆Ｂ", "（Ａ）“Ｂ”"},
		{"United States", "US", "U.S.", "USA", "the United States", "Etats-Unis", "États-Unis"},
		{"United Kingdom", "UK", "U.K."},
		{"European Union", "EU", "Europäische Union"},
		{"Nicolás Maduro", "Nicolas Maduro"},
		{"Łódź", "Lodz"},
		{"Žižek", "zizek"},
		{"İzmir", "izmir"},
		{"Straße", "Strasse"},
		{"Formel-1", "Formel 1", "formel 1"},
		{"Пётр", "петр"},
		{"climate change", "Climate Change", "Climate-change"},
	}
	for _, names := range same {
		for _, n := range names[1:] {
			if got, want := TopicKey(n), TopicKey(names[0]); got != want {
				t.Errorf("TopicKey(%q) = %q, want %q as for %q", n, got, want, names[0])
			}
		}
	}
}

func TestTopicKeyKeepsDifferentTopicsApart(t *testing.T) {
	apart := [][2]string{
		{"China", "Chinatown"},
		{"हिंदी", "हिदा"},
		{"Adam", "Adams"},
		{"North Korea", "South Korea"},
		{"気象", "現象"},
		{"Parisian", "Paris"},
		{"ты", "те"},
	}
	for _, p := range apart {
		if TopicKey(p[0]) == TopicKey(p[1]) {
			t.Errorf("TopicKey(%q) = TopicKey(%q) = %q, want two keys", p[0], p[1], TopicKey(p[0]))
		}
	}
	if got := TopicKey(" —…"); got != "" {
		t.Errorf("TopicKey of punctuation = %q, want \"\"", got)
	}
}
