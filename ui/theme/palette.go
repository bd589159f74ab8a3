package theme

import "lede/model"

// Palette is the colours of a theme as "#rrggbb". Body text has none: it keeps the terminal's own.
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

func darkPalette() Palette {
	return Palette{
		Accent: "#e0a458", Dim: "#8d939c", Border: "#565c66", Link: "#8fb8de", Code: "#b9c4a5",
		String: "#a3b88c", Number: "#c9a3b8",
		Match: "#5c5330", MatchNow: "#e0a458", MatchInk: "#16181b", Selected: "#2b3038", Error: "#e07a6b",
		Networks: [...]string{
			"#9aa3ad", "#8f86d8", "#5b9cf0", "#8c8dff", "#a7a7a7", "#d7749c", "#6f9be8",
			"#6cc4c4", "#e58a62", "#64aede", "#e07171", "#5f9dcf", "#7d848e",
		},
	}
}

func lightPalette() Palette {
	return Palette{
		Accent: "#9a5b0c", Dim: "#646b75", Border: "#a9afb8", Link: "#1f5f99", Code: "#4c5f2a",
		String: "#4c6b2f", Number: "#87456b",
		Match: "#f3e3b0", MatchNow: "#e8b04c", MatchInk: "#16181b", Selected: "#e6e9ee", Error: "#b3261e",
		Networks: [...]string{
			"#536070", "#5448b5", "#1463c9", "#5b4bd6", "#555555", "#b02a66", "#2a5cb8",
			"#127a7a", "#b84a14", "#1d73ad", "#b52323", "#1a639c", "#6c7480",
		},
	}
}

// colors are all colours of the palette.
func (p Palette) colors() [][3]int {
	all := append([]string{
		p.Accent, p.Dim, p.Border, p.Link, p.Code, p.String, p.Number, p.Match, p.MatchNow, p.MatchInk, p.Selected, p.Error,
	}, p.Networks[:]...)
	colors := make([][3]int, len(all))
	for i, c := range all {
		colors[i] = channels(c)
	}
	return colors
}
