package library

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
)

// requests are what is asked of the store: one thing of a kind at a time, the latest wish next.
type requests struct {
	library                    *library
	want                       wishes
	finding, counting, quoting lane
}

// request asks for what is wanted and not there: rows first, then their number, what they are about, and passages.
func (r *requests) request() tea.Cmd {
	l := r.library
	now := l.app.Now()
	q, err := l.ask.query(now)
	if err != nil {
		return nil // the prompt says what is wrong, and the rows stay
	}
	r.finding.drop(r.want.made, now, staleAfter)
	if r.counting.busy && r.want.drops(r.counting.made) {
		r.counting.drop(r.want.made, now, 0)
	}
	r.quoting.drop(l.pages.made, now, 0)
	return tea.Batch(r.rows(q), r.counts(q), r.snippets(q))
}

func (r *requests) rows(q query.Query) tea.Cmd {
	l := r.library
	if r.finding.busy {
		return nil
	}
	if l.pages.made != r.want.made {
		page := 0
		if r.want.again {
			page = l.pages.pageOf(l.rows.At)
		} else if p, been := l.places[l.ask.key()]; been && !l.typing.on {
			page = p.at / pageRows
		}
		return r.findRows(q, page, l.ask.empty() && l.files.session == nil)
	}
	from, to := l.rows.Visible()
	if page, ok := l.pages.missing(from-l.rows.Page, to+l.rows.Page); ok && l.err == nil {
		return r.findRows(q, page, false)
	}
	return nil
}

func (r *requests) counts(q query.Query) tea.Cmd {
	l := r.library
	held := r.counting.busy || l.err != nil
	switch r.want.next(shownRows{made: l.pages.made, whole: l.pages.whole, narrowed: !l.ask.empty(), held: held}) {
	case afterRest:
		return l.app.After(countsRest, askRestedMsg{r.want.made})
	case rowCount:
		return r.countRows(q)
	case facetCounts:
		return r.countFacets(q)
	case viewCounts:
		return r.countViews()
	case noCount:
	}
	return nil
}

func (r *requests) snippets(q query.Query) tea.Cmd {
	l := r.library
	if r.quoting.busy || len(l.words) == 0 || l.pages.made != r.want.made || l.app.Covered(l) {
		return nil
	}
	l.quotes.renew(l.pages.ask.key())
	var ids []model.ID
	from, to := l.rows.Visible()
	for i := from; i < to; i++ {
		if row := l.pages.row(i); row != nil {
			if !l.quotes.known(row.ID) {
				ids = append(ids, row.ID)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return r.makeSnippets(q, ids)
}

// found takes a page in. Rows of an older wish are shown too, until those of the latest come.
func (r *requests) found(msg rowsFoundMsg) tea.Cmd {
	l := r.library
	r.finding.done()
	if msg.shelf != nil {
		l.shelf = *msg.shelf
	}
	switch {
	case errors.Is(msg.err, context.Canceled), msg.made < l.first:
		return nil
	case msg.err != nil:
		return r.failed(msg)
	case msg.made < l.pages.made:
		return nil
	case l.lacksAll(msg):
		return l.use(l.app.Samples)
	case msg.made == l.pages.made:
		l.pages.put(msg.page, msg.rows)
		l.pages.trim(l.pages.pageOf(l.rows.At))
		l.settle()
		return nil
	}
	return l.adopt(msg)
}

// failed shows why there are no rows in their place, and with rows in the notice line.
func (r *requests) failed(msg rowsFoundMsg) tea.Cmd {
	l := r.library
	const task = "read the library"
	if msg.made > l.pages.made {
		l.pages.made = msg.made
		r.want.settle(msg.made)
	}
	l.err = msg.err
	if l.pages.len() > 0 {
		return l.app.Fail(task, msg.err)
	}
	l.app.Log.Error(task, "err", msg.err)
	return nil
}

// counted takes numbers in.
func (r *requests) counted(msg tea.Msg) tea.Cmd {
	l := r.library
	r.counting.done()
	var err error
	switch msg := msg.(type) {
	case rowsCountedMsg:
		if err = msg.err; msg.made == l.pages.made && err == nil {
			l.pages.count(msg.n)
			r.want.counted = msg.made
			l.settle()
		}
	case facetsCountedMsg:
		if err = msg.err; err == nil && msg.made >= l.first {
			l.facets, r.want.faceted = msg.facets, msg.made
			l.spell(msg.facets.Topics)
			if msg.made == l.pages.made && r.want.counted != msg.made {
				l.pages.count(msg.facets.Total)
				r.want.counted = msg.made
				l.settle()
			}
			if l.ask.empty() && msg.made == r.want.made {
				l.all = msg.facets
			}
		}
	case viewsCountedMsg:
		if err = msg.err; err == nil && msg.made >= l.first {
			l.counts, l.shelf, r.want.viewed = msg.counts, msg.shelf, true
		}
	}
	l.column.build()
	if err == nil || errors.Is(err, context.Canceled) {
		return nil
	}
	r.want.settle(r.want.made)
	return l.app.Fail("count the library", err)
}

// quote takes passages in.
func (r *requests) quote(msg snippetsMadeMsg) {
	l := r.library
	r.quoting.done()
	if msg.key != l.quotes.key || errors.Is(msg.err, context.Canceled) {
		return
	}
	l.quotes.keep(msg.ids, msg.snippets)
	if msg.err != nil {
		l.app.Log.Error("find passages", "err", msg.err)
	}
}
