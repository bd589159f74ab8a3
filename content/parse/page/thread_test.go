package page

import (
	"os"
	"strings"
	"testing"
	"time"

	"lede/model"
)

// readThread reads one of the pages of the thread package.
func readThread(t *testing.T, name string) model.Article {
	t.Helper()
	source, err := os.ReadFile("thread/testdata/" + name + ".html")
	if err != nil {
		t.Fatal(err)
	}
	return Read(string(source), Options{Origin: "https://board.example/page"})
}

// ownPosts are the posts that an article is made of.
func ownPosts(a model.Article) []model.Post {
	var posts []model.Post
	for _, b := range a.Blocks() {
		if p, ok := b.(model.Post); ok && p.Own {
			posts = append(posts, p)
		}
	}
	return posts
}

func TestThreadIsAnArticleOfItsPosts(t *testing.T) {
	a := readThread(t, "discourse")
	posts := ownPosts(a)
	if len(posts) != 3 || len(a.Blocks()) != 3 {
		t.Fatalf("%d posts in %d blocks, want 3 in 3: %+v", len(posts), len(a.Blocks()), a.Blocks())
	}
	if a.Title != "Which oil for a tower clock?" || len(a.Byline) != 1 || a.Byline[0] != "wenzel" {
		t.Errorf("title %q by %q", a.Title, a.Byline)
	}
	if want := time.Date(2025, 2, 3, 8, 15, 0, 0, time.UTC); !a.Published.Equal(want) {
		t.Errorf("published %v, want %v", a.Published, want)
	}
	if words := a.CountWords(); words < 30 {
		t.Errorf("%d words: the posts are the text", words)
	}
	code, ok := posts[1].Body[len(posts[1].Body)-1].(model.Code)
	if !ok || code.Source != "pivot 1: one drop\npivot 2: none" {
		t.Errorf("the second post ends with %#v", posts[1].Body[len(posts[1].Body)-1])
	}
	if posts[1].Answers != "wenzel" || strings.Contains(posts[1].Text(), "goose fat") {
		t.Errorf("the quotation of the first post is left out and says whom the second answers: %+v", posts[1])
	}
}

func TestThreadIsNoWallWhateverFormsItHas(t *testing.T) {
	a := readThread(t, "discourse")
	a.Source = `<form><input type="password"></form>`
	if w := WallOf(a); w.Kind != NoWall {
		t.Errorf("wall %v", w)
	}
}

func TestAnswersInAListAreCardsInOrder(t *testing.T) {
	posts := ownPosts(readThread(t, "lemmy"))
	var got []string
	for _, p := range posts {
		got = append(got, p.Author+"→"+p.Answers)
	}
	if want := "jonas→ ilse→jonas mads→"; strings.Join(got, " ") != want || posts[1].Depth != 1 {
		t.Errorf("%q with depth %d, want %q with 1", got, posts[1].Depth, want)
	}
}

func TestCommentsBelowAnArticleAreNotItsText(t *testing.T) {
	a := readThread(t, "comments")
	if posts := ownPosts(a); len(posts) > 0 {
		t.Fatalf("posts %+v", posts)
	}
	text := a.Markdown()
	if !strings.Contains(text, "reverses twice") || strings.Contains(text, "cocoa") {
		t.Errorf("the article without its comments is wanted:\n%s", text)
	}
}

func TestTeasersAreNoThread(t *testing.T) {
	if posts := ownPosts(readThread(t, "teasers")); len(posts) > 0 {
		t.Errorf("posts %+v", posts)
	}
}

func TestUpdatesOfALiveBlogKeepHeadingsAndTimes(t *testing.T) {
	a := readThread(t, "liveblog")
	var titles, times []string
	for _, s := range a.Sections[1:] {
		titles = append(titles, s.Title)
	}
	for _, p := range ownPosts(a) {
		times = append(times, p.Posted)
	}
	if got := strings.Join(titles, " "); got != "Home Squall Start" {
		t.Errorf("sections %q", got)
	}
	if got := strings.Join(times, " "); got != "12:20 11:05 10:00" {
		t.Errorf("times %q", got)
	}
	if strings.Contains(a.Sections[1].Blocks[0].Text(), "12:20") {
		t.Error("the time is in the text, too")
	}
}

func TestTurnsOfATalkStandInTheArticle(t *testing.T) {
	a := readThread(t, "transcript")
	blocks := a.Blocks()
	if len(blocks) != 6 {
		t.Fatalf("%d blocks, want a paragraph, four turns and a paragraph: %+v", len(blocks), blocks)
	}
	turn, ok := blocks[2].(model.Post)
	if !ok || turn.Author != "Eskil" || turn.Posted != "00:05" || turn.Text() != "Never." {
		t.Errorf("second turn %+v", blocks[2])
	}
}
