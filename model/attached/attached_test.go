package attached_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/parse"
	"lede/model"
	"lede/model/attached"
)

// entry is an article of a feed with some files.
func entry(files ...model.Attachment) model.Article {
	f := model.Feed{Title: "Harbour Radio"}
	item := model.Item{Title: "The tide tables", HTML: "<p>A talk with the harbour master.</p>", Attachments: files}
	return parse.Entry(&f, &item, parse.Options{})
}

func TestFilesOfAnEntryAreListedAndFoundAgain(t *testing.T) {
	const at = "https://cdn.radio.example/a/"
	a := entry(
		model.Attachment{URL: at + "ep_one(final)%20cut.mp3?x=1&y=2", Type: "audio/mpeg", Bytes: 34211004, Seconds: 3130},
		model.Attachment{URL: at + "slides_*1*.pdf", Type: "application/pdf", Bytes: 120000},
		model.Attachment{URL: at + "clip.mp4", Type: "video/mp4; codecs=x", Seconds: 40},
		model.Attachment{URL: at + "data.bin"},
		model.Attachment{URL: "https://radio.example/", Type: "application/x-thing"},
	)
	want := []attached.File{
		{URL: at + "ep_one(final)%20cut.mp3?x=1&y=2", Name: "ep_one(final) cut.mp3", Facts: "audio, 34.2 MB, 52 min"},
		{URL: at + "slides_*1*.pdf", Name: "slides_*1*.pdf", Facts: "PDF, 120 kB"},
		{URL: at + "clip.mp4", Name: "clip.mp4", Facts: "video, 40 s"},
		{URL: at + "data.bin", Name: "data.bin"},
		{URL: "https://radio.example/", Name: "radio.example", Facts: "application/x-thing"},
	}
	if d := cmp.Diff(want, attached.Of(&a)); d != "" {
		t.Errorf("the files (-want +got):\n%s", d)
	}
	again, err := parse.Read([]byte(a.Markdown()), parse.Options{Name: "a.md"})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, attached.Of(&again)); d != "" {
		t.Errorf("the files of its Markdown (-want +got):\n%s", d)
	}
}

func TestLinesOfEarlierVersionsAreFilesToo(t *testing.T) {
	a := model.Article{Sections: []model.Section{{Blocks: []model.Block{model.Prose{
		Kind:   model.Paragraph,
		Source: "Attached [file: one.mp3 (audio/mpeg)](<https://radio.example/one.mp3>)",
		Plain:  "Attached file: one.mp3 (audio/mpeg)",
	}}}}}
	want := []attached.File{{URL: "https://radio.example/one.mp3", Name: "one.mp3", Facts: "audio/mpeg"}}
	if d := cmp.Diff(want, attached.Of(&a)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestProseAboutFilesIsNone(t *testing.T) {
	for _, source := range []string{
		"Attached: nothing at all",
		"Attached: [a](<javascript:alert(1)>)",
		"Attached: [a](<https://a.example/1>) and [b](<https://a.example/2>)",
		"Attached to the wall is [a plate](<https://a.example/plate>)",
		"[Attached: a](<https://a.example/1>)",
	} {
		p := model.Prose{Kind: model.Paragraph, Source: source, Plain: source}
		a := model.Article{Sections: []model.Section{{Blocks: []model.Block{p}}}}
		if got := attached.Of(&a); len(got) > 0 {
			t.Errorf("%s is read as %+v", source, got)
		}
	}
}

func TestTheFullTextOfAnEntryKeepsItsFiles(t *testing.T) {
	teaser := entry(
		model.Attachment{URL: "https://radio.example/1.mp3"}, model.Attachment{URL: "https://radio.example/2.mp3"},
	)
	page := entry(model.Attachment{URL: "https://radio.example/2.mp3"})
	before := len(page.Blocks())
	full := attached.Onto(page, &teaser)
	var urls []string
	for _, f := range attached.Of(&full) {
		urls = append(urls, f.URL)
	}
	if d := cmp.Diff([]string{"https://radio.example/2.mp3", "https://radio.example/1.mp3"}, urls); d != "" {
		t.Errorf("the files (-want +got):\n%s", d)
	}
	if len(page.Blocks()) != before || len(full.Blocks()) != before+1 {
		t.Errorf("the page has %d blocks, and had %d; the full text has %d", len(page.Blocks()), before, len(full.Blocks()))
	}
}
