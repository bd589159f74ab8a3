package edits_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"lede/model/diff"
)

var (
	quoted  = regexp.MustCompile(`[“"][^“”"<>]*\b([a-z]{5,})\b[^“”"<>]*[”"]`)
	named   = regexp.MustCompile(`[a-z,] ([A-Z][a-z]{4,})\b`)
	plainly = regexp.MustCompile(` ([a-z]{5,}) `)
	items   = regexp.MustCompile(`<li>([A-Z][^<>]{30,200}[.!])</li>`)
	cells   = regexp.MustCompile(`<td>([1-9][0-9]{2,})</td>`)
	stop    = regexp.MustCompile(`[a-z]{4,}\. [A-Z]`)
)

// foreignNotes are corrections in the languages of their readers.
func foreignNotes() []string {
	return []string{
		"Korrektur: In einer früheren Version war die Zahl der Schleusen falsch angegeben.",
		"Rectificatif : une version précédente indiquait un nombre d’écluses inexact.",
		"Corrección: una versión anterior indicaba mal el número de esclusas.",
		"Correzione: una versione precedente indicava un numero di chiuse sbagliato.",
		"Correção: uma versão anterior indicava mal o número de eclusas.",
		"Correctie: in een eerdere versie stond een verkeerd aantal sluizen.",
		"Rättelse: I en tidigare version angavs fel antal slussar.",
		"Rettelse: I en tidligere version stod et forkert antal sluser.",
	}
}

// finerEdit makes an edit inside of a sentence, a list or a table, or a note of one.
func (p page) finerEdit(name string, rnd *rand.Rand) (e edit, ok bool) {
	switch name {
	case "quotation":
		return p.wordEdit(quoted, "sluiceways", rnd)
	case "name":
		return p.wordEdit(named, "Sluiceman", rnd)
	case "word":
		return p.wordEdit(plainly, "sluicing", rnd)
	case "item", "cell":
		return p.partEdit(name, rnd)
	case "parenthesis":
		return p.inserted(stop, " (the harbour office confirmed it)", 4, rnd)
	}
	notes := foreignNotes()
	note, kind := notes[rnd.IntN(len(notes))], diff.Correction
	if name == "update at the end" {
		note, kind = "UPDATE: The harbour office has since confirmed the number of sluices.", diff.Update
	}
	last := p.plain[len(p.plain)-1]
	e.html = strings.Replace(p.html, last.text+"</p>", last.text+"</p><p>"+note+"</p>", 1)
	e.want = diff.Change{Kind: diff.Added, Part: diff.Sentence, Note: kind, Section: last.section, New: note}
	return e, true
}

// wordEdit puts another word in the place of one that a pattern finds in a paragraph.
func (p page) wordEdit(pattern *regexp.Regexp, with string, rnd *rand.Rand) (e edit, ok bool) {
	some := slices.DeleteFunc(slices.Clone(p.plain), func(q paragraph) bool { return !pattern.MatchString(q.text) })
	if len(some) == 0 {
		return e, false
	}
	at := some[rnd.IntN(len(some))]
	word := pattern.FindStringSubmatchIndex(at.text)[2:]
	e.html = strings.Replace(p.html, at.text, at.text[:word[0]]+with+at.text[word[1]:], 1)
	e.want = diff.Change{
		Kind: diff.Reworded, Part: diff.Sentence, Section: at.section, Old: at.text[word[0]:word[1]], New: with,
	}
	return e, true
}

// inserted puts words behind the beginning of what a pattern finds in a paragraph, which is of the shape of a word and
// the end of its sentence.
func (p page) inserted(pattern *regexp.Regexp, words string, back int, rnd *rand.Rand) (e edit, ok bool) {
	some := slices.DeleteFunc(slices.Clone(p.plain), func(q paragraph) bool { return !pattern.MatchString(q.text) })
	if len(some) == 0 {
		return e, false
	}
	at := some[rnd.IntN(len(some))]
	end := pattern.FindStringIndex(at.text)[1] - back + 1
	e.html = strings.Replace(p.html, at.text, at.text[:end]+words+at.text[end:], 1)
	e.want = diff.Change{Kind: diff.Reworded, Part: diff.Sentence, Section: at.section, New: strings.TrimSpace(words)}
	return e, true
}

// partEdit adds an item to a list, or corrects a figure in a table, of those that the article has.
func (p page) partEdit(name string, rnd *rand.Rand) (e edit, ok bool) {
	pattern, said := items, p.article.SearchText()
	if name == "cell" {
		pattern = cells
	}
	var found [][]int
	for _, at := range pattern.FindAllStringSubmatchIndex(p.html, -1) {
		text := p.html[at[2]:at[3]]
		if strings.Count(said, text) == 1 && strings.Count(p.html, text) == 1 {
			found = append(found, at)
		}
	}
	if len(found) == 0 {
		return e, false
	}
	at := found[rnd.IntN(len(found))]
	text := p.html[at[2]:at[3]]
	section, _ := p.sectionOf(text)
	if name == "cell" {
		e.html = p.html[:at[2]] + "48151" + p.html[at[3]:]
		e.want = diff.Change{Kind: diff.Reworded, Part: diff.Sentence, Section: section, Old: text, New: "48151"}
		return e, true
	}
	const item = "The harbour office keeps the sluices closed at night."
	e.html = p.html[:at[1]] + "<li>" + item + "</li>" + p.html[at[1]:]
	e.want = diff.Change{Kind: diff.Added, Part: diff.Sentence, Section: section, New: item}
	return e, true
}

// sectionOf is the title of the section that a text is in.
func (p page) sectionOf(text string) (title string, ok bool) {
	for _, s := range p.article.Sections {
		for _, b := range s.Blocks {
			if strings.Contains(b.Text(), text) {
				return s.Title, true
			}
		}
	}
	return "", false
}
