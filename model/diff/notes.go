package diff

import (
	"strings"
	"unicode/utf8"

	"lede/model/query"
)

// The beginnings of sentences that speak of the changes of their own article, as words are folded, in several
// languages.
const (
	corrections = `correction|corrections|corrected|clarification|clarifications|editors note|editor s note|erratum|` +
		`an earlier version of|a previous version of|` +
		`a prior version of|the original version of|this article originally|this story originally|this article ` +
		`previously|this story previously|` +
		`this article was amended|this article was corrected|this story was corrected|this article has been corrected|` +
		`this story has been corrected|` +
		`this piece has been corrected|this post has been corrected|we have corrected|` +
		`berichtigung|korrektur|korrigiert|anmerkung der redaktion|in einer fruheren version|in einer fruheren fassung|` +
		`in einer ersten version|richtigstellung|` +
		`rectificatif|correctif|precision|erratum|une version precedente|une version anterieure|` +
		`correccion|fe de errores|rectificacion|una version anterior|correcao|uma versao anterior|errata|correzione|` +
		`rettifica|errata corrige|una versione precedente|` +
		`correctie|rectificatie|gecorrigeerd|in een eerdere versie|rattelse|rettelse|retting|korjaus|oikaisu|` +
		`sprostowanie|korekta|oprava|исправление|уточнение|duzeltme|訂正|更正|정정`
	updates = `updated|update|last updated|this article was updated|this story was updated|this article has been ` +
		`updated|this story has been updated|` +
		`this is a developing story|this is a breaking news|this story is developing|aktualisiert|update|zuletzt ` +
		`aktualisiert|stand|mis a jour|mise a jour|` +
		`actualizado|actualizacion|ultima actualizacion|atualizado|atualizacao|aggiornato|aggiornamento|bijgewerkt|` +
		`uppdaterad|opdateret|oppdatert|paivitetty|aktualizacja|` +
		`aktualizovano|обновлено|guncelleme|guncellendi|更新|수정|업데이트`
)

// noteOf reports whether a sentence speaks of the changes itself.
func noteOf(text string) Note {
	label, folded := words(labelOf(text)), words(text)
	switch {
	case begins(label, folded, corrections):
		return Correction
	case begins(label, folded, updates), begins(folded, folded, updates) &&
		len(strings.Fields(folded)) <= mostFurniture && mentionsTime(text):
		return Update
	}
	return NoNote
}

// labelOf is what is before the first colon, full stop, bracket or dash of a text: all of it when there is none.
func labelOf(text string) string {
	if i := strings.IndexAny(text, ":.(–—|【"); i >= 0 {
		return text[:i]
	}
	return text
}

// mostLabel is how many words a label has at most: "Correction, 4 May 2026:".
const mostLabel = 5

// begins reports whether a label is one of some words, parted by bars, or a text begins with some that are several.
func begins(label, text, with string) bool {
	for w := range strings.SplitSeq(with, "|") {
		w = joined(w)
		if label == w || strings.HasPrefix(label, w+" ") && len(label) < len(text) && strings.Count(label, " ") < mostLabel {
			return true
		}
		if strings.Contains(w, " ") && strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

// joined writes words as they are folded: characters of scripts without spaces are words of their own.
func joined(w string) string {
	if ascii(w) {
		return w
	}
	return words(w)
}

func ascii(s string) bool { return len(s) == utf8.RuneCountInString(s) }

// mentionsTime reports whether a text has a figure, or the name of a month or a day.
func mentionsTime(text string) bool {
	for _, w := range query.Tokens(text) {
		if strings.ContainsAny(w, "0123456789") || isTimeWord(w) {
			return true
		}
	}
	return false
}

// timeWords are words of dates, clocks and ages, and counts of pages, as they are folded, in several languages.
const timeWords = ` jan january feb february mar march apr april may jun june jul july aug august sep sept ` +
	`september oct october nov november dec december` +
	` monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today yesterday just now ` +
	`am pm gmt utc est edt cst cdt mst mdt pst pdt et ist bst cet cest` +
	` second seconds sec secs minute minutes min mins hour hours hr hrs h m day days d week weeks month months year ` +
	`years ago old at on the` +
	` januar februar marz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag ` +
	`uhr vor stunde stunden minuten tag tagen heute gestern stand` +
	` janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi ` +
	`vendredi samedi dimanche il y a heure heures jour jours hier a le` +
	` enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes ` +
	`miercoles jueves viernes sabado domingo hace hora horas dia dias hoy ayer de el` +
	` gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre fa ore ora giorni oggi ieri janeiro ` +
	`fevereiro marco junho julho setembro outubro dezembro ha as` +
	` januari februari maart mei augustus uur geleden dag dagen gisteren vandaag kl om op `

// counterWords are words of the counters and buttons of a page.
const counterWords = ` read reading views view comments comment shares share likes like reactions followers claps ` +
	`replies reply listen watch min updated published posted edited` +
	` kommentare kommentar lesezeit aufrufe minuten lecture commentaires commentaire vues partages lectura ` +
	`comentarios comentario visitas lettura commenti condividi leitura` +
	` leestijd reacties delen aktualisiert veroffentlicht publie publicado actualizado aggiornato pubblicato ` +
	`bijgewerkt gepubliceerd mis jour a by `

func isTimeWord(w string) bool { return strings.Contains(timeWords, " "+w+" ") }

// mostFurniture is how many words a line has at most that gives only a time or a count of the page.
const mostFurniture = 12

// furniture reports whether a line gives only a time or a count of its page: "5 min read", "vor 3 Stunden", "Updated
// 5 May 2026, 14:03", "12 comments". key is the line as it is compared.
func furniture(text, key string) bool {
	all := strings.Fields(words(text))
	if len(all) > mostFurniture || key == "" {
		return false
	}
	if strings.Contains(key, "all rights reserved") || strings.HasPrefix(key, "copyright ") {
		return true
	}
	figures, telling := false, false
	for _, w := range all {
		switch {
		case strings.Trim(w, "0123456789") == "":
			figures = true
		case strings.Contains(counterWords, " "+w+" "), isTimeWord(w):
			telling = true
		case clockWord(w):
			figures, telling = true, true
		default:
			return false
		}
	}
	return figures && telling || telling && len(all) <= 2
}

// clockWord reports whether a word is a figure with a short unit: "5h", "3rd", "12k".
func clockWord(w string) bool {
	unit := strings.TrimLeft(w, "0123456789")
	return len(unit) < len(w) && len(unit) <= 3 && ascii(unit)
}
