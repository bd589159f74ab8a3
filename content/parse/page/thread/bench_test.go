package thread_test

import (
	"fmt"
	"strings"
	"testing"

	"lede/content/lang"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/content/parse/page/thread"
)

// forumPage is a page of some posts.
func forumPage(posts int) string {
	var b strings.Builder
	b.WriteString(`<body class="forum-thread">`)
	for i := range posts {
		fmt.Fprintf(&b,
			`<div class="post" id="p%d"><a class="username" href="/u/%d">User %d</a> <time>3 May 2026</time><div `+
				`class="content">`+
				`<blockquote data-quote="User %d"><p>What number %d has said here.</p></blockquote><p>What number %d has said `+
				`here.</p></div></div>`, i, i%9, i%9, i%7, i-1, i)
	}
	return b.String()
}

// BenchmarkFind holds the time that finding messages takes against that of making the tree.
func BenchmarkFind(b *testing.B) {
	for _, posts := range []int{50, 500} {
		page := forumPage(posts)
		b.Run(fmt.Sprint("tree of ", posts), func(b *testing.B) {
			for b.Loop() {
				dom.Parse(page, "", nil)
			}
		})
		tree := dom.Parse(page, "", nil)
		marks := lift.Find(tree, lang.Labels{})
		b.Run(fmt.Sprint("find of ", posts), func(b *testing.B) {
			for b.Loop() {
				thread.Find(tree, marks)
			}
		})
	}
}

func FuzzFindReadsAnyPage(f *testing.F) {
	f.Add(forumPage(3))
	f.Add("<table class=post><tr class=post><td class=post><a class=author>x</a><a class=author>y</a>")
	f.Fuzz(func(t *testing.T, source string) {
		page := dom.Parse(source, "https://board.example/", nil)
		seen := map[any]bool{}
		for _, turn := range thread.Find(page, lift.Find(page, lang.Labels{})).Turns {
			if seen[turn.Node] || !dom.Within(turn.Text[0], turn.Node) || turn.Depth < 0 {
				t.Errorf("turn %+v", turn)
			}
			seen[turn.Node] = true
		}
	})
}
