package name

import (
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/date"
	"lede/model"
)

// Imprint reads a line that has only a byline, a date of publication or both, and reports whether it is one. What e
// already has stays.
func Imprint(e *model.Entry, s string) bool {
	if len(s) > MaxTitle || strings.Contains(s, "\n") || !lang.HasDigit(s) && !IsSigned(s) {
		return false
	}
	var names []string
	var when time.Time
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("|•·—", r) }) {
		part = strings.TrimSpace(part)
		switch t, ok := Date(part); {
		case ok:
			if when.IsZero() {
				when = t
			}
		case len(names) > 0 || part == "":
			return false
		default:
			if names = Byline(part, !when.IsZero() || strings.ContainsAny(s, "|•·—")); names == nil {
				return false
			}
		}
	}
	if len(names) == 0 && when.IsZero() || len(names) > 0 && when.IsZero() && !IsSigned(s) {
		return false
	}
	if len(e.Byline) == 0 {
		e.Byline = names
	}
	if e.Published.IsZero() {
		e.Published = when
	}
	return true
}

// dateLabels may come before a date of publication, in lower case.
const dateLabels = `
published on|published|publication date|posted on|posted|first published|last updated on|last updated|updated on
updated|last modified|date|issued|created
veröffentlicht am|veröffentlicht|aktualisiert am|aktualisiert|erstellt am|stand|vom|datum
publié le|publié|mis à jour le|mis à jour|modifié le|le
publicado el|publicado em|publicado|actualizado el|actualizado|atualizado em|atualizado|fecha|data
pubblicato il|pubblicato|aggiornato il|aggiornato|il
gepubliceerd op|gepubliceerd|bijgewerkt op|laatst bijgewerkt|laatste update
publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|publiceret|julkaistu|päivitetty
opublikowano|data publikacji|aktualizacja|publikováno|aktualizováno|publikované|publicat la|publicat|megjelent
frissítve
опубликовано|обновлено|дата|опубліковано|оновлено|публикувано|objavljeno|објављено
yayınlanma|yayın tarihi|güncelleme|son güncelleme|diterbitkan|dipublikasikan|diperbarui|terbit|đăng lúc|cập nhật
最終更新日|更新日|公開日時|掲載日|投稿日|发布时间|发布于|发布|更新时间|更新|發布時間|發佈|公開日|公開|掲載|配信|入力|입력|수정|등록|승인|प्रकाशित|अपडेट|अद्यतन|نشر
تاريخ النشر|آخر تحديث|עודכן|פורסם`

// dateLabelsBy has the dateLabels by their first byte.
var dateLabelsBy = sync.OnceValue(func() *lang.ByFirst {
	return lang.NewByFirst(strings.FieldsFunc(dateLabels, func(r rune) bool { return r == '|' || r == '\n' }))
})

// Date reads a date with at most a label before it, and at most a time or a zone after it.
func Date(s string) (time.Time, bool) {
	if !lang.HasDigit(s) {
		return time.Time{}, false
	}
	if t, ok := date.Parse(s); ok {
		return t, true
	}
	lower := strings.ToLower(s)
	for _, label := range dateLabelsBy()[lower[0]] {
		if rest, ok := strings.CutPrefix(lower, label); ok {
			if t, ok := date.Parse(strings.TrimLeft(rest, " :：-–")); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// byLabels may come before the names of authors, in lower case. A colon may follow.
//
//nolint:misspell // words of other languages
const byLabels = "by|written by|words by|story by|report by|reported by|text by|author|authors|von|text|autor|autorin|" +
	"autoren|par|auteur|por|autora|texto|di|testo|autore|da|door|tekst|av|af|skribent|kirjoittaja|teksti|" +
	"napsal|napsala|autoři|przez|írta|szerző|de|yazan|oleh|penulis|tác giả|автор|авторы|текст|автори|" +
	"συντάκτης|文|作者|记者|記者|著者|執筆|글|기자|लेखक|द्वारा|بقلم|كتب|מאת"

// byLabelsBy has the byLabels by their first byte.
var byLabelsBy = sync.OnceValue(func() *lang.ByFirst { return lang.NewByFirst(strings.Split(byLabels, "|")) })

// IsSigned reports whether s begins with a word such as "by".
func IsSigned(s string) bool {
	_, ok := Unsigned(s)
	return ok
}

// maxByLabel is how much of a text is searched for a word such as "by", in bytes.
const maxByLabel = 30

// afterByLabel are the signs that may follow a word such as "by".
const afterByLabel = " :：/"

// Unsigned removes a word such as "by" from the start of a byline.
func Unsigned(s string) (string, bool) {
	lower := strings.ToLower(s[:min(len(s), maxByLabel)])
	if lower == "" {
		return s, false
	}
	for _, label := range byLabelsBy()[lower[0]] {
		if !strings.HasPrefix(lower, label) || len(label) >= len(s) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[len(label):]); strings.ContainsRune(afterByLabel, r) {
			return strings.TrimLeft(s[len(label):], afterByLabel), true
		}
	}
	return s, false
}

// Byline reads the names of a byline, or returns nil if it is not one. Names without a word such as "by" before them
// count only if bare is set.
func Byline(s string, bare bool) []string {
	rest, ok := Unsigned(s)
	if !ok && !bare {
		return nil
	}
	for _, and := range []string{
		" and ", " und ", " et ", " y ", " e ", " och ", " og ", " i ", " ve ", " en ", " и ", " та ", " & ", "、",
		"，", ";",
	} {
		rest = strings.ReplaceAll(rest, and, ",")
	}
	var names []string
	for name := range strings.SplitSeq(rest, ",") {
		name = strings.TrimSpace(name)
		if !Plausible(name) {
			return nil
		}
		names = append(names, name)
	}
	return names
}

// The longest name in a script without capitals, in characters and words.
const maxUncased, maxUncasedWords = 20, 4

// Plausible reports whether s may be a person's name: two to five capitalized words, perhaps with small particles
// between them, none of them a job title.
func Plausible(s string) bool {
	words := strings.Fields(s)
	first, _ := utf8.DecodeRuneInString(s)
	uncased := unicode.In(first, unicode.Han, unicode.Hangul, unicode.Arabic, unicode.Hebrew, unicode.Devanagari)
	if uncased {
		return utf8.RuneCountInString(s) <= maxUncased && len(words) <= maxUncasedWords
	}
	few, many := len(words) < minPersonWords, len(words) > maxPersonWords
	if few || many || strings.ContainsAny(s, "0123456789!?:()\"“”„«»/@") {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		small := strings.Contains(nameParticles, " "+w+" ")
		if !unicode.IsUpper(r) && (i == 0 || !small) || isOffice(w) {
			return false
		}
	}
	return true
}

// nameParticles are small words in names.
const nameParticles = " de del della der den di da do dos das du la le van von vom zu zum bin ibn al el ten ter af " +
	"av y e i "

// isOffice reports whether a word is part of a job title, or stands for a name in a byline.
func isOffice(w string) bool {
	switch strings.ToLower(strings.Trim(w, ".,")) {
	case "writer", "reporter", "correspondent", "editor", "staff", "news", "press", "desk", "bureau", "agency",
		"team", "contributor", "columnist", "redaktion", "redakteur", "rédaction", "redacción", "redazione",
		"redactie", "the", "associated", "author":
		return true
	}
	return false
}

// MaxTitle is how long a title may be, in columns.
const MaxTitle = 200
