package why

import "lede/model"

// Fix is a correction that is offered.
type Fix struct {
	Key   string
	Label string
	Kind  model.CorrectionKind
}

// PageFixes are what may be said of a part of a page.
func PageFixes() []Fix {
	return []Fix{
		{"d", "No part of the page: drop it", model.DropThis},
		{"y", "Text of the article: keep it", model.KeepThis},
		{"a", "The article stands in it", model.SelectThis},
		{"t", "The title", model.TitleHere},
		{"b", "Who wrote it", model.BylineHere},
		{"w", "When it was published", model.DateHere},
	}
}

// LabelFixes are what may be said of the words that a line of a text begins with.
func LabelFixes() []Fix {
	return []Fix{
		{"r", "They lead to other articles", model.LabelsLinks},
		{"y", "They are words of the text", model.LabelsText},
		{"a", "They mark an advertisement", model.LabelsNotice + model.CorrectionKind(model.Advertisement)},
		{"w", "They mark a newsletter", model.LabelsNotice + model.CorrectionKind(model.Newsletter)},
		{"c", "They mark a credit", model.LabelsNotice + model.CorrectionKind(model.Credit)},
		{"d", "They mark a disclaimer", model.LabelsNotice + model.CorrectionKind(model.Disclaimer)},
	}
}
