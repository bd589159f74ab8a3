package theme

import (
	"maps"
	"strings"

	"lede/model"
)

// networkColors has a row a network: the colour of its posts on a dark and on a light ground, and among the sixteen of
// a terminal. The last row is for any other.
var networkColors = [...]struct {
	network            model.Network
	dark, light, basic string
}{
	{model.X, "#a8a8a8", "#585858", "8"},
	{model.TruthSocial, "#8f86d8", "#5448b5", "5"},
	{model.Bluesky, "#5b9cf0", "#1463c9", "4"},
	{model.Mastodon, "#8c8dff", "#5b4bd6", "5"},
	{model.Threads, "#a8a8a8", "#585858", "8"},
	{model.Instagram, "#d7749c", "#b02a66", "5"},
	{model.Facebook, "#6f9be8", "#2a5cb8", "4"},
	{model.TikTok, "#6cc4c4", "#127a7a", "6"},
	{model.Reddit, "#e58a62", "#b84a14", "1"},
	{model.Telegram, "#64aede", "#1d73ad", "6"},
	{model.YouTube, "#e07171", "#b52323", "1"},
	{model.LinkedIn, "#5f9dcf", "#1a639c", "4"},
	{"", "#808080", "#767676", "8"},
}

// networks returns the colours of all networks: those that the palette names, and for the others those for its ground,
// or of the terminal's own where its accent is one.
func (p Palette) networks() map[model.Network]string {
	all := map[model.Network]string{}
	for _, r := range networkColors {
		switch {
		case p.Accent != "" && !strings.HasPrefix(p.Accent, "#"):
			all[r.network] = r.basic
		case *p.Dark:
			all[r.network] = r.dark
		default:
			all[r.network] = r.light
		}
	}
	maps.Copy(all, p.Networks)
	return all
}
