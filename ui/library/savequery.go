package library

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui/widget"
)

// text is what is asked for, written as a query.
func (a ask) text() string {
	var terms []string
	add := func(term string) {
		if term != "" {
			terms = append(terms, term)
		}
	}
	add(a.view.text())
	add(grouped(a.saved.Query))
	add(query.Query{Expr: a.feed.Expr()}.String())
	var with, sites []string
	for _, t := range a.with {
		with = append(with, "topic:"+inQuotes(t.name))
	}
	for _, s := range a.sites {
		sites = append(sites, "site:"+inQuotes(s))
	}
	if a.either {
		with = []string{anyOf(with)}
	}
	terms = append(terms, with...)
	for _, t := range a.without {
		add("-topic:" + inQuotes(t.name))
	}
	add(anyOf(sites))
	add(grouped(strings.TrimSpace(opened(a.words))))
	if a.sort != "" && a.sort != query.ByDate {
		add("sort:" + string(a.sort))
	}
	return strings.Join(terms, " ")
}

// anyOf is a query that one of some terms is enough for.
func anyOf(terms []string) string {
	if len(terms) < 2 {
		return strings.Join(terms, "")
	}
	return "(" + strings.Join(terms, " OR ") + ")"
}

// grouped is a query beside which others may stand. An order cannot stand in parentheses.
func grouped(q string) string {
	if strings.Contains(q, " OR ") && !strings.Contains(q, "sort:") {
		return "(" + q + ")"
	}
	return q
}

// noQuery says why what is asked for cannot be saved.
func noQuery(l *library) string {
	switch {
	case l.app.SaveQuery == nil:
		return "Settings cannot be written here."
	case l.ask.text() == "":
		return "All articles are shown. Filter them first, by topics or words."
	}
	return ""
}

// saveQuery asks for a name, and saves what is asked for under it in the settings.
func saveQuery(l *library) tea.Cmd {
	save, text := l.app.SaveQuery, l.ask.text()
	if _, err := query.Parse(text, l.app.Now()); err != nil {
		return l.app.Fail("save the query", err)
	}
	n := widget.NewNamer(&l.app.Env, "Save as a query", "save", nil, true, func(name string, _ bool) tea.Cmd {
		return func() tea.Msg {
			q := model.NamedQuery{Name: name, Query: text}
			return querySavedMsg{q, save(q)}
		}
	})
	n.Hint = "type a name for it"
	n.Note = func(string) string { return text }
	var names []string
	for _, p := range l.ask.parts() {
		names = append(names, strings.Trim(p.Name, "“”"))
	}
	name := strings.Join(names, ", ")
	n.Prompt = widget.Prompt{Text: name, At: len(name)}
	n.Narrow()
	return l.app.Push(n)
}

// querySavedMsg says that a query is in the settings, or why it is not.
type querySavedMsg struct {
	query model.NamedQuery
	err   error
}

// show has the query at hand.
func (msg querySavedMsg) show(l *library) tea.Cmd {
	if msg.err != nil {
		return l.app.Fail("save the query", msg.err)
	}
	l.app.Queries = append(l.app.Queries, msg.query)
	l.column.build()
	return l.app.Notify(fmt.Sprintf("Saved as “%s”, beside the list and in your settings.", msg.query.Name))
}
