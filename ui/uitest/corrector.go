package uitest

import (
	"context"
	"errors"

	"lede/model"
)

// FakeCorrector knows one answer for each part, drops the first block on a correction, and notes what it was asked.
type FakeCorrector struct {
	Whys  map[int]model.Why
	Made  []model.Correction
	Taken int
	Err   error
	Given model.Article
}

// Why implements ui.Corrector.
func (f *FakeCorrector) Why(_ context.Context, _ *model.Article, part int) (model.Why, error) {
	w, ok := f.Whys[part]
	if !ok {
		// A sentence.
		return w, errors.New("The original page isn't kept. Reopen its link to see why.") //nolint:revive,staticcheck
	}
	return w, nil
}

// Correct implements ui.Corrector.
func (f *FakeCorrector) Correct(c model.Correction) (func() error, error) {
	if f.Err != nil {
		return nil, f.Err
	}
	f.Made = append(f.Made, c)
	return func() error { f.Taken++; return nil }, nil
}

// Reread implements ui.Corrector.
func (f *FakeCorrector) Reread(_ context.Context, _ *model.Article, whole bool) (model.Article, error) {
	a := f.Given
	if whole {
		a.Sections = append(
			[]model.Section{
				{Blocks: append([]model.Block{Paragraph("Sign up now."), Paragraph("Twice.")}, a.Sections[0].Blocks...)},
			},
			a.Sections[1:]...)
		left := model.Reason{Rule: model.LeftOut + ": no text of the article"}
		a.Reasons = append([]model.Reason{left, {Rule: "main content"}, {Rule: "main content"}, {Rule: "main content"}},
			left)
		return a, nil
	}
	if len(f.Made) > f.Taken {
		a.Sections = append([]model.Section{{Blocks: a.Sections[0].Blocks[1:]}}, a.Sections[1:]...)
	}
	return a, nil
}

// AllIsWell is another text for harbour, with fewer parts.
func AllIsWell() *model.Article {
	a := Harbour()
	a.Sections = []model.Section{{Blocks: []model.Block{Paragraph("All is well.")}}}
	return &a
}

// NewCorrector returns a corrector of Harbour that knows its first three parts.
func NewCorrector() *FakeCorrector {
	file := "/home/ines/.config/lede/sites/courier.example.toml"
	return &FakeCorrector{Given: Harbour(), Whys: map[int]model.Why{
		0: {
			Reason: model.Reason{Rule: "main content: reads like the article's own text", Element: 12}, File: file,
			Spots: []model.Spot{
				{Selector: "div.story > p", Matches: 14},
				{Selector: `div.story > p:contains("Four towns")`, Matches: 1},
				{Selector: "div.story", Matches: 1},
			},
		},
		1: {
			Reason: model.Reason{Rule: "related: a label with a title behind it", Said: "ALSO READ", Line: 7},
			File:   "/c/lede/config.toml", Labels: []string{"The tide tables"},
		},
		2: {Reason: model.Reason{Rule: "heading: a number that counts up through the text", Line: 9}},
	}}
}
