package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui"
	"lede/ui/action"
	"lede/ui/feed"
	"lede/ui/reader/box"
	"lede/ui/reader/hint"
	"lede/ui/reader/text"
)

// articleTable is what can be done with an article on the screen.
func articleTable(back action.Action[*reader]) action.Table[*reader] {
	const in = articleGroup
	onPage := func(r *reader) bool { return r.article().URL != "" } // links are what a page of the web has most of
	inText := func(r *reader) bool { return !onPage(r) }
	alone := func(r *reader) bool { return r.text.Layout.Outline.W == 0 }
	beside := func(r *reader) bool { return !alone(r) }
	follow := action.Action[*reader]{
		Name: "follow", Words: "follow a link", Brief: "link", Keys: []string{"f"}, Where: in, Under: action.Links,
		Do: func(r *reader) tea.Cmd { return r.links.label(hint.None) },
	}
	outline := action.Action[*reader]{
		Name: "outline", Words: "outline", Keys: []string{"t"}, Where: in, Refuse: noSections,
		Do: func(r *reader) tea.Cmd { return r.app.Push(box.Outline(&r.app.Env, &r.text, r.jumps.toSection)) },
	}
	nextSection := func(r *reader, step int) tea.Cmd { return r.jumps.nextSection(step) }
	nextPost := func(r *reader, step int) tea.Cmd { return r.jumps.nextPost(step) }
	setMeasure := func(r *reader, by int) tea.Cmd { return r.jumps.setMeasure(by) }
	travel := travelTable()
	nextArticle, prevArticle, nextUnread := travel[0], travel[1], travel[2]
	trailBack, trailOn, trailMenu := travel[3], travel[4], travel[5]
	table := action.Table[*reader]{
		{
			Name: "stop", Words: "stop", Keys: []string{"esc"},
			Refuse: notSlow, Do: func(r *reader) tea.Cmd { return r.loading.stopReading() },
		},
		{
			Name: "stop", Keys: []string{"esc"},
			Refuse: notComing, Do: func(r *reader) tea.Cmd { return r.loading.stopReading() },
		},
		trailBack,
		{
			Name: "next-section", Words: "next section", Brief: "section", Keys: []string{"]"}, Where: in,
			Refuse: noSections, Do: step(nextSection, 1),
		},
		{
			Name: "next-post", Words: "next post", Brief: "post", Keys: []string{"}"}, Where: in,
			Refuse: noPostsHere, Do: step(nextPost, 1),
		},
		{
			Name: "related", Words: "also read", Brief: "also", Keys: []string{"a"}, Where: in, Under: action.Links,
			Refuse: noRelated, Do: func(r *reader) tea.Cmd {
				return r.app.Push(box.Shelf(&r.app.Env, r.text.Items.Shelf(), r.links.shelfActions()))
			},
		},
		{
			Name: "enclosures", Words: "open or download attached files", Brief: "files", Keys: []string{"E"},
			Where: in, Under: action.Links,
			Refuse: noFiles, Do: func(r *reader) tea.Cmd {
				open, copied := r.tables.row(ui.BrowseAction), r.tables.row("copy")
				return r.app.Push(box.Files(r.app, r.text.Items.Files, open, copied))
			},
		},
		follow.When(onPage),
		outline.When(alone),
		{
			Name: "star", Words: "keep, star", Keys: []string{"s"}, Where: in, Under: action.Library,
			Now: starWords, Refuse: noMarks, Do: func(r *reader) tea.Cmd { return r.keeping.star() },
		},
		{
			Name: "why", Words: "why is this so?", Brief: "why", Keys: []string{"!"}, Where: in,
			Refuse: noReasons, Do: func(r *reader) tea.Cmd { return r.fixes.WhyHere() },
		},
		findAction(),
		{
			Name: "topics", Words: "topics", Keys: []string{"T"}, Where: in,
			Refuse: noTopics, Do: func(r *reader) tea.Cmd {
				return r.app.Push(box.Topics(&r.app.Env, r.article().Topics, r.app.Language, r.listTopic))
			},
		},
		{
			Name: "stay", Keys: []string{"esc"},
			Refuse: notLast, Do: func(r *reader) tea.Cmd { return r.app.Stay() },
		},
		back,
		{
			Name: "copy", Words: "copy", Keys: []string{"y"}, Where: in, Under: action.Library,
			Do: func(r *reader) tea.Cmd { return r.app.Push(box.Copy(r.app, &r.text)) },
		},
		follow.When(inText),
		nextArticle,
		nextUnread,
		outline.When(beside),
		{
			Name: "source", Words: "source text", Keys: []string{"r"}, Where: in, Under: action.Look,
			Refuse: noSource, Do: func(r *reader) tea.Cmd { return r.jumps.toggle(text.RawView) },
		},
		{
			Name: "article", Keys: []string{"r"},
			Refuse: notSource, Do: func(r *reader) tea.Cmd { return r.jumps.toggle(text.RawView) },
		},
		{
			Name: "change", Words: "next change", Keys: []string{"c"}, Where: in, Under: action.Look,
			Refuse: noChanges, Do: func(r *reader) tea.Cmd { return r.changed.next() },
		},
		{
			Name: "text-before", Words: "text before, text now", Keys: []string{"C"}, Where: in, Under: action.Look,
			Now: beforeWords, Refuse: noChanges, Do: func(r *reader) tea.Cmd { return r.changed.toggle() },
		},
		{
			Name: "posts", Words: "posts only", Keys: []string{"p"}, Where: in,
			Refuse: noPosts, Do: func(r *reader) tea.Cmd { return r.jumps.toggle(text.PostsView) },
		},
		editAction(),
		{
			Name: "back-to-place", Words: "back to where you were", Keys: []string{"'"}, Where: in, Under: action.Move,
			Refuse: noLeap, Do: func(r *reader) tea.Cmd {
				r.text.LeapBack()
				return nil
			},
		},
		{
			Name: "pack", Words: "keep with its links", Keys: []string{"A"}, Where: in, Under: action.Links,
			Refuse: noPack, Do: func(r *reader) tea.Cmd {
				return r.app.Push(box.Pack(r.app, r.text.Items, r.links.count, r.keeping.star))
			},
		},
		{
			Name: ui.BrowseAction, Words: "open in the browser", Brief: "browser", Keys: []string{"o"},
			Where: in, Under: action.Links,
			Refuse: noAddress, Do: func(r *reader) tea.Cmd { return r.app.AskBrowse(r.article().URL) },
		},
		{
			Name: "wider", Words: "wider text", Keys: []string{"+", "="}, Where: in, Under: action.Look,
			Refuse: noWider, Do: step(setMeasure, text.MeasureStep),
		},
		{
			Name: "narrower", Words: "narrower text", Keys: []string{"-"}, Where: in, Under: action.Look,
			Refuse: noNarrower, Do: step(setMeasure, -text.MeasureStep),
		},
		{
			Name: "follow-feed", Words: "follow the feed of its site", Brief: "follow feed", Keys: []string{"F"}, Where: in,
			Under:  action.Library,
			Refuse: noFeed, Do: func(r *reader) tea.Cmd { return feed.Follow(r.app, r.article().URL) },
		},
		{
			Name: "previous-section", Words: "previous section", Keys: []string{"["}, Where: in,
			Refuse: noSections, Do: step(nextSection, -1),
		},
		{
			Name: "section", Words: "to the section of that number", Keys: Digits(), Where: in,
			Refuse: noSections, Nth: func(r *reader, n int) tea.Cmd { return r.jumps.toSection(n) },
		},
		{
			Name: "previous-post", Words: "previous post", Keys: []string{"{"}, Where: in,
			Refuse: noPostsHere, Do: step(nextPost, -1),
		},
		prevArticle, trailOn, trailMenu,
		{
			Name: "read", Words: "read, unread", Keys: []string{"m"}, Where: in, Under: action.Library,
			Refuse: noMarks, Do: func(r *reader) tea.Cmd { return r.keeping.toggleRead() },
		},
		{
			Name: "undo", Words: "undo", Keys: []string{"U"}, Where: in, Under: action.Library,
			Do: func(r *reader) tea.Cmd { return r.fixes.UndoHere() },
		},
		{Name: "open", Keys: []string{"enter"}, Do: func(r *reader) tea.Cmd { return r.links.label(0) }},
		{Name: "on", Keys: []string{"n"}, Refuse: noSections, Do: step(nextSection, 1)},
		{Name: "back-on", Keys: []string{"N"}, Refuse: noSections, Do: step(nextSection, -1)},
	}
	return table
}

// Digits are the keys of an action with a key a number.
func Digits() []string { return []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} }

// The refusals: each says why something is of no use now; "" when it is of use.

func noList(r *reader) string {
	if r.app.SiblingsOf(r) == nil {
		return "There is no list to go on in."
	}
	return ""
}

func noTrail(r *reader) string {
	if len(r.trip.trail.Stops) < 2 {
		return "The trail begins with the first link that you follow."
	}
	return ""
}

// noPage is for an article that could not be opened: the browser may show a page of the web.
func noPage(r *reader) string {
	if ui.CheckURL(r.trip.trail.Here().Ref) != nil {
		return "A browser cannot show this page."
	}
	return ""
}

func notComing(r *reader) string {
	if !r.loading.more {
		return "The whole article is here."
	}
	return ""
}

// notSlow is for what is not worth naming while the rest comes at once.
func notSlow(r *reader) string {
	if !r.loading.slow {
		return "The rest is about to come."
	}
	return notComing(r)
}

func noSections(r *reader) string {
	switch {
	case r.text.View == text.RawView:
		return "The source text has no sections."
	case len(r.text.Items.Sections) < 2:
		return "This article has no sections."
	}
	return ""
}

func noPosts(r *reader) string {
	if len(r.text.Items.Posts) == 0 {
		return "This article has no posts."
	}
	return ""
}

func noPostsHere(r *reader) string {
	if r.text.View == text.RawView {
		return "The source text has no posts."
	}
	return noPosts(r)
}

func noRelated(r *reader) string {
	if len(r.text.Items.Related) == 0 {
		return "This article has no related links."
	}
	return ""
}

// noMarks is for what belongs to the article that is kept, and to no other reading of it.
func noMarks(r *reader) string {
	switch {
	case r.fixes.Everything:
		return "This is everything on the page. Go back to the article with q, then keep that."
	case r.keeping.id == "" || !r.keeping.known:
		return r.loading.unfinished()
	}
	return ""
}

func noPack(r *reader) string {
	switch {
	case r.fixes.Everything:
		return noMarks(r)
	case r.loading.more || r.article().Partial:
		return r.loading.unfinished()
	}
	return ""
}

// noFiles is for an article without attached files, while none is saved that could be stopped.
func noFiles(r *reader) string {
	if len(r.text.Items.Files) == 0 && !r.app.Saving.Running() {
		return "No files are attached to this article."
	}
	return ""
}

func noReasons(r *reader) string {
	switch {
	case r.text.View == text.RawView:
		return "Ask in the article, not in its source text."
	case r.app.Corrector == nil:
		return "Nothing is known of why this article is what it is."
	case len(r.article().Reasons) == 0 && !r.article().CanReread() && !r.loading.more && !r.loading.stopped:
		return "The original page isn't kept. Reopen its link to see why."
	case r.loading.more, r.loading.stopped:
		return r.loading.unfinished()
	}
	return ""
}

func noSource(r *reader) string {
	switch {
	case r.text.View == text.RawView:
		return "This is the source text."
	case r.article().Source == "":
		return "The original text isn't kept. Reopen its link to see it."
	}
	return ""
}

func notSource(r *reader) string {
	if r.text.View != text.RawView {
		return "This is the article."
	}
	return ""
}

func noAddress(r *reader) string {
	if r.article().URL == "" {
		return "The source gives no address for this article."
	}
	return ""
}

func noFeed(r *reader) string {
	if r.app.Feeds == nil {
		return "No feeds are followed here."
	}
	return noAddress(r)
}

// notLast is for escape, which does not end the program.
func notLast(r *reader) string {
	if !r.app.IsFirst(r) || r.fixes.Everything || r.text.View != text.WholeView {
		return "There is something to go back to."
	}
	return ""
}

// starWords is what the key does that keeps the article or stars it.
func starWords(r *reader) string {
	switch s := r.keeping.status; {
	case s.Arrived.IsZero():
		return "keep"
	case s.Starred:
		return "unstar"
	}
	return "star"
}

// backWords is what the way out leads to.
func backWords(r *reader) string {
	if r.text.View != text.WholeView {
		return "back"
	}
	return r.app.BackWords(r)
}

// noWider and noNarrower are for the width of the text.
func noWider(r *reader) string {
	w := r.text.Layout.Text.W
	switch {
	case r.text.View == text.RawView:
		return "The source text takes the whole width."
	case w >= text.MaxMeasure || r.app.Measure > w:
		return "The text is as wide as it can be."
	}
	return ""
}

func noNarrower(r *reader) string {
	switch {
	case r.text.View == text.RawView:
		return "The source text takes the whole width."
	case r.text.Layout.Text.W <= text.MinMeasure:
		return "The text is as narrow as it can be."
	}
	return ""
}

func noTopics(r *reader) string {
	if len(r.article().Topics) == 0 {
		return "This article has no topics."
	}
	return ""
}
