package theme

import (
	"slices"

	"lede/model"
)

// Palette is the colours of a theme: "#rrggbb", or "0" to "15" for those that the terminal's own settings name. Body text
// has none: it keeps the terminal's own.
type Palette struct {
	Accent   string // what asks for a look: labels, arrows, the present place
	Dim      string // secondary words: dates, handles, notices
	Border   string // lines that divide: rules, borders, bars
	Link     string
	Code     string
	String   string // strings in code
	Number   string // numbers and constants in code
	Match    string // the background of a match
	MatchNow string // the background of the present match
	MatchInk string // the words on both
	Selected string // the background of a selected row
	Error    string
	Networks [len(networks)]string // in the order of networks
}

// networks is the order of Palette.Networks; the last stands for any other.
var networks = [...]model.Network{
	model.X, model.TruthSocial, model.Bluesky, model.Mastodon, model.Threads, model.Instagram, model.Facebook,
	model.TikTok, model.Reddit, model.Telegram, model.YouTube, model.LinkedIn, "",
}

// The greys are neutral and the other colours have near neighbours among the 256, so that a terminal with fewer colours shows
// nearly the same.

func darkPalette() Palette {
	return Palette{
		Accent: "#e0a458", Dim: "#949494", Border: "#585858", Link: "#8fb8de", Code: "#b9c4a5",
		String: "#a3b88c", Number: "#c9a3b8",
		Match: "#5c5330", MatchNow: "#e0a458", MatchInk: "#1c1c1c", Selected: "#303030", Error: "#e07a6b",
		Networks: [...]string{
			"#a8a8a8", "#8f86d8", "#5b9cf0", "#8c8dff", "#a8a8a8", "#d7749c", "#6f9be8",
			"#6cc4c4", "#e58a62", "#64aede", "#e07171", "#5f9dcf", "#808080",
		},
	}
}

func lightPalette() Palette {
	return Palette{
		Accent: "#9a5b0c", Dim: "#6c6c6c", Border: "#b0b0b0", Link: "#1f5f99", Code: "#4c5f2a",
		String: "#4c6b2f", Number: "#87456b",
		Match: "#f3e3b0", MatchNow: "#e8b04c", MatchInk: "#1c1c1c", Selected: "#e4e4e4", Error: "#b3261e",
		Networks: [...]string{
			"#585858", "#5448b5", "#1463c9", "#5b4bd6", "#585858", "#b02a66", "#2a5cb8",
			"#127a7a", "#b84a14", "#1d73ad", "#b52323", "#1a639c", "#767676",
		},
	}
}

// basicPalette serves dark and light alike: the terminal's own settings make its colours readable.
func basicPalette() Palette {
	return Palette{
		Accent: "3", Dim: "8", Border: "8", Link: "4", Code: "2", String: "2", Number: "5",
		Match: "6", MatchNow: "3", MatchInk: "0", Selected: "", Error: "1",
		Networks: [...]string{"8", "5", "4", "5", "8", "5", "4", "6", "1", "6", "1", "4", "8"},
	}
}

// codes are the SGR parameters of all colours of the palette, in the foreground and in the background, sorted.
func (p Palette) codes() []string {
	all := append([]string{
		p.Accent, p.Dim, p.Border, p.Link, p.Code, p.String, p.Number, p.Match, p.MatchNow, p.MatchInk, p.Selected, p.Error,
	}, p.Networks[:]...)
	codes := make([]string, 0, 2*len(all))
	for _, c := range all {
		if foreground(c) != "" {
			codes = append(codes, foreground(c), background(c))
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
