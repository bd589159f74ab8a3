package library

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// request asks for what is wanted and not there: rows first, then their number, what they are about, and passages.
func (l *library) request() tea.Cmd {
	now := l.app.Now()
	q, err := l.ask.query(now)
	if err != nil {
		return nil // the prompt tells what is wrong, and the rows stay
	}
	l.finding.drop(l.want.made, now, staleAfter)
	if l.counting.busy && l.want.drops(l.counting.made) {
		l.counting.drop(l.want.made, now, 0)
	}
	l.quoting.drop(l.pages.made, now, 0)
	return tea.Batch(l.requestRows(q), l.requestCounts(q), l.requestSnippets(q))
}

func (l *library) requestRows(q model.Query) tea.Cmd {
	if l.finding.busy {
		return nil
	}
	if l.pages.made != l.want.made {
		page := 0
		if l.want.again {
			page = l.pages.pageOf(l.rows.At)
		} else if p, been := l.places[l.ask.key()]; been && !l.typing.on {
			page = p.at / pageRows
		}
		return l.findRows(q, page, l.ask.empty())
	}
	from, to := l.rows.Visible()
	if page, ok := l.pages.missing(from-l.rows.Page, to+l.rows.Page); ok && l.err == nil {
		return l.findRows(q, page, false)
	}
	return nil
}

func (l *library) requestCounts(q model.Query) tea.Cmd {
	held := l.counting.busy || l.err != nil
	switch l.want.next(shownRows{made: l.pages.made, whole: l.pages.whole, narrowed: !l.ask.empty(), held: held}) {
	case afterRest:
		return l.app.After(countsRest, askRestedMsg{l.want.made})
	case rowCount:
		return l.countRows(q)
	case facetCounts:
		return l.countFacets(q)
	case viewCounts:
		return l.countViews()
	case noCount:
	}
	return nil
}

func (l *library) requestSnippets(q model.Query) tea.Cmd {
	if l.quoting.busy || len(l.words) == 0 || l.pages.made != l.want.made || l.app.Covered(l) {
		return nil
	}
	l.quoteAnew()
	var ids []model.ID
	from, to := l.rows.Visible()
	for i := from; i < to; i++ {
		if row := l.pages.row(i); row != nil && row.ID != "" {
			if _, known := l.snippets[row.ID]; !known {
				ids = append(ids, row.ID)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return l.makeSnippets(q, ids)
}

// quoteAnew forgets the passages of what was asked for before.
func (l *library) quoteAnew() {
	if key := l.pages.ask.key(); key != l.quoted || l.snippets == nil {
		l.snippets, l.quoted = map[model.ID]model.Snippet{}, key
	}
}

// found takes a page in. Rows of an older wish are shown too, until those of the latest come.
func (l *library) found(msg rowsFoundMsg) tea.Cmd {
	l.finding.done()
	switch {
	case errors.Is(msg.err, context.Canceled):
		return nil
	case msg.err != nil:
		return l.failed(msg)
	case msg.made < l.pages.made:
		return nil
	case msg.made == l.pages.made:
		l.pages.put(msg.page, msg.rows)
		l.pages.trim(l.pages.pageOf(l.rows.At))
		l.settle()
		return nil
	}
	return l.adopt(msg)
}

// failed shows why there are no rows in their place, and with rows in the notice line.
func (l *library) failed(msg rowsFoundMsg) tea.Cmd {
	const task = "read the library"
	if msg.made > l.pages.made {
		l.pages.made = msg.made
		l.want.settle(msg.made)
	}
	l.err = msg.err
	if l.pages.len() > 0 {
		return l.app.Fail(task, msg.err)
	}
	l.app.Log.Error(task, "err", msg.err)
	return nil
}

// adopt shows the first page of another wish.
func (l *library) adopt(msg rowsFoundMsg) tea.Cmd {
	before := l.pages
	same := before.ask.same(msg.ask)
	l.err = nil
	l.pages = pages{ask: msg.ask, made: msg.made, head: msg.head}
	if same {
		l.pages.n, l.pages.old = before.n, before.held
	}
	l.pages.put(msg.page, msg.rows)
	l.words = litPhrases(msg.ask, l.app.Now())
	if len(msg.quoted) > 0 {
		l.quoteAnew()
		l.keepSnippets(msg.quoted, msg.snippets)
	}
	l.fit()
	switch p, been := l.places[msg.ask.key()]; {
	case same:
		l.settle()
	case been && !l.typing.on:
		l.rows.Top = p.top
		l.rows.To(p.at)
		l.moved()
	default:
		l.rows.To(0)
		l.moved()
	}
	return l.firstStart()
}

// settle puts the selection on its article again after rows have come. One that has gone leaves its place to the next.
func (l *library) settle() {
	l.fit()
	if row := l.selected(); l.at == "" || row != nil && row.ID == l.at {
		return
	}
	if i := l.pages.find(l.at, l.rows.At); i >= 0 {
		l.rows.Put(i)
		return
	}
	l.moved()
}

// haveCounted takes numbers in.
func (l *library) haveCounted(msg tea.Msg) tea.Cmd {
	l.counting.done()
	var err error
	switch msg := msg.(type) {
	case rowsCountedMsg:
		if err = msg.err; msg.made == l.pages.made && err == nil {
			l.pages.count(msg.n)
			l.want.counted = msg.made
			l.settle()
		}
	case facetsCountedMsg:
		if err = msg.err; err == nil {
			l.facets, l.want.faceted = msg.facets, msg.made
			if msg.made == l.pages.made && l.want.counted != msg.made {
				l.pages.count(msg.facets.Total)
				l.want.counted = msg.made
				l.settle()
			}
			if l.ask.empty() && msg.made == l.want.made {
				l.all = msg.facets
			}
		}
	case viewsCountedMsg:
		if err = msg.err; err == nil {
			l.counts, l.want.viewed = msg.counts, true
		}
	}
	l.column.build()
	if err == nil || errors.Is(err, context.Canceled) {
		return nil
	}
	l.want.settle(l.want.made)
	return l.app.Fail("count the library", err)
}

// quote takes passages in.
func (l *library) quote(msg snippetsMadeMsg) {
	l.quoting.done()
	if msg.key != l.quoted || errors.Is(msg.err, context.Canceled) {
		return
	}
	l.keepSnippets(msg.ids, msg.snippets)
	if msg.err != nil {
		l.app.Log.Error("find passages", "err", msg.err)
	}
}

// keepSnippets keeps the passages of rows; one that has none is kept without text.
func (l *library) keepSnippets(ids []model.ID, snippets []model.Snippet) {
	for _, id := range ids {
		l.snippets[id] = model.Snippet{}
	}
	for _, s := range snippets {
		l.snippets[s.ID] = s
	}
}
