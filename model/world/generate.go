//go:build ignore

// Generate writes names.txt out of the names that x/text has of CLDR, and aliases.txt.
package main

import (
	"bytes"
	"cmp"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lede/model/world"
)

// more are languages that are topics though lede reads no words of theirs.
const more = "bo br fo fy gd gn haw ki la mi oc qu rm rw sa se tt ug xh yi yo"

// parts are the parts of the world that people name.
const parts = "EU UN 002 003 005 009 013 142 150 419"

// elsewhere are folded names of one language that are common words of another: they have their meaning only where the
// language is known.
const elsewhere = "island man inde tunis swede tanga cocos kokos"

// minLand and minTongue are how many letters the name of a country, and of a language, has that means it in every
// language: shorter ones are common words somewhere.
const minLand, minTongue = 5, 6

// subject is a country, a territory or a language.
type subject struct {
	code, key  string
	isLanguage bool
	names      map[string]string          // language → its name there
	forms      map[string]map[string]bool // folded name → languages that have it; "" for all
	asides     map[string]map[string]bool // what is in parentheses: the same, unless another subject is called so
}

func main() {
	log.SetFlags(0)
	languages := codes()
	subjects := append(territories(), tongues(languages)...)
	for _, l := range append(languages, "zh-Hant", "pt-PT") {
		for _, s := range subjects {
			s.read(l)
		}
	}
	aliases(subjects)
	if err := os.WriteFile("names.txt", table(append(languages, "zh-Hant"), subjects), 0o644); err != nil {
		log.Fatal(err)
	}
}

// codes returns the languages that lede has words of.
func codes() []string {
	files, err := filepath.Glob("../../content/lang/words/*.txt")
	if err != nil || len(files) == 0 {
		log.Fatal("no languages: ", err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), ".txt")
	}
	return files
}

func territories() (all []*subject) {
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			if r, err := language.ParseRegion(code); err == nil && r.IsCountry() && r.Canonicalize().String() == code {
				all = append(all, newSubject(code, display.English.Regions().Name(r), false))
			}
		}
	}
	for code := range strings.FieldsSeq(parts) {
		all = append(all, newSubject(code, display.English.Regions().Name(language.MustParseRegion(code)), false))
	}
	return slices.DeleteFunc(all, func(s *subject) bool { return s.key == "" || s.code == "ZZ" })
}

func tongues(codes []string) (all []*subject) {
	for _, code := range append(strings.Fields(more), codes...) {
		if code != "sr-Latn" && code != "nn" {
			all = append(all, newSubject("l-"+code, display.English.Languages().Name(language.MustParse(code)), true))
		}
	}
	return all
}

func newSubject(code, english string, isLanguage bool) *subject {
	if code == "l-nb" {
		english = "Norwegian"
	}
	return &subject{
		code, world.Fold(english), isLanguage,
		map[string]string{},
		map[string]map[string]bool{},
		map[string]map[string]bool{},
	}
}

// read takes what a language calls the subject.
func (s *subject) read(l string) {
	name := s.nameIn(language.MustParse(l))
	if name == "" {
		return
	}
	if l == "en" {
		s.names["en"] = name
	}
	l = strings.TrimSuffix(l, "-PT")
	outside, inside, ok := strings.Cut(strings.NewReplacer("（", " (", "）", ")").Replace(name), " (")
	if s.names[l] == "" && name != "" && s.code != "HK" && s.code != "MO" && s.code != "PS" {
		s.names[l] = strings.TrimSpace(outside)
	}
	s.form(outside, l)
	if ok && len(inside) > 4 {
		note(s.asides, world.Fold(inside), l)
	}
}

func (s *subject) nameIn(tag language.Tag) string {
	if s.isLanguage {
		n := display.Languages(tag)
		if n == nil {
			return ""
		}
		code := strings.TrimPrefix(s.code, "l-")
		if code == "nb" {
			code = "no"
		}
		return n.Name(language.Raw.Make(code))
	}
	if n := display.Regions(tag); n != nil {
		return n.Name(language.MustParseRegion(s.code))
	}
	return ""
}

// ands are words for and.
var ands = map[string]string{
	"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e", "nl": "en",
	"ca": "i", "pl": "i", "ru": "и",
}

// form notes a name, and how it is written with a word for the sign of an and.
func (s *subject) form(name, l string) {
	note(s.forms, world.Fold(name), l)
	if and := ands[l]; and != "" {
		note(s.forms, world.Fold(strings.ReplaceAll(name, "&", and)), l)
	}
}

func note(forms map[string]map[string]bool, form, l string) {
	if forms[form] == nil {
		forms[form] = map[string]bool{}
	}
	forms[form][l] = form != ""
}

func aliases(subjects []*subject) {
	data, err := os.ReadFile("aliases.txt")
	if err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		code, names, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || line[0] == '#' {
			continue
		}
		i := slices.IndexFunc(subjects, func(s *subject) bool { return s.code == code })
		if i < 0 {
			log.Fatal("no such code: ", code)
		}
		for name := range strings.SplitSeq(names, " | ") {
			subjects[i].alias(name)
		}
	}
}

func (s *subject) alias(name string) {
	if english, ok := strings.CutPrefix(name, "!"); ok {
		s.names["en"], s.key = english, world.Fold(english)
		s.form(english, "")
		return
	}
	if l, name, ok := strings.Cut(name, "="); ok {
		s.form(name, l)
		return
	}
	s.form(name, "")
}

func table(languages []string, subjects []*subject) []byte {
	var b bytes.Buffer
	slices.SortFunc(subjects, func(a, b *subject) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.key, b.key))
	})
	subjects = slices.CompactFunc(subjects, func(a, b *subject) bool { return a.key == b.key })
	var keys [2][]string
	for _, s := range subjects {
		keys[rank(s)] = append(keys[rank(s)], s.key)
	}
	fmt.Fprintf(&b, "%s\n%s\n", strings.Join(keys[0], "\t"), strings.Join(keys[1], "\t"))
	for _, l := range languages {
		var names []string
		for _, s := range subjects {
			names = append(names, s.names[l])
		}
		fmt.Fprintf(&b, "%s\t%s\n", l, strings.Join(names, "\t"))
	}
	fmt.Fprintln(&b)
	forms := map[string]map[string][]int{}
	for i, s := range subjects {
		gather(forms, s.forms, i)
	}
	for i, s := range subjects {
		maps.DeleteFunc(s.asides, func(form string, _ map[string]bool) bool { return forms[form] != nil })
		gather(forms, s.asides, i)
	}
	common := strings.Fields(elsewhere)
	delete(forms, "")
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		if value := meaning(forms[form], subjects, form, slices.Contains(common, form)); value != "" {
			fmt.Fprintf(&b, "%s\t%s\n", form, value)
		}
	}
	return b.Bytes()
}

// gather adds the names of subject i to those of all.
func gather(all map[string]map[string][]int, of map[string]map[string]bool, i int) {
	for form, ls := range of {
		if all[form] == nil {
			all[form] = map[string][]int{}
		}
		for l := range ls {
			all[form][l] = append(all[form][l], i)
		}
	}
}

func rank(s *subject) int {
	if s.isLanguage {
		return 1
	}
	return 0
}

// meaning writes what a folded name stands for; "" for a name that is a key itself. One that is the name of a country
// in a language and that of a language in another is the country's where the language is not known.
func meaning(of map[string][]int, subjects []*subject, form string, common bool) string {
	lands, all := map[int]bool{}, map[int]bool{}
	for _, is := range of {
		for _, i := range is {
			all[i] = true
			if subjects[i].key == form {
				return ""
			}
			if !subjects[i].isLanguage {
				lands[i] = true
			}
		}
	}
	common = common || of[""] == nil && len(form) < minLand || len(lands) == 0 && len(form) < minTongue
	if len(all) == 1 && !common {
		return number(all)
	}
	var values []string
	if len(lands) == 1 && !common {
		values = append(values, "*:"+number(lands))
	}
	for _, l := range slices.Sorted(maps.Keys(of)) {
		if i := slices.Min(of[l]); l != "" && (len(lands) != 1 || common || !lands[i]) {
			values = append(values, fmt.Sprintf("%s:%d", l, i))
		}
	}
	return strings.Join(values, " ")
}

func number(one map[int]bool) string {
	for i := range one {
		return fmt.Sprint(i)
	}
	return ""
}
