package model

import (
	"slices"
	"strings"

	"lede/model/address"
)

// Plays reports whether the picture is a player: its address looks like that of a film or a sound, or of a page where
// people watch or listen.
func (b Image) Plays() bool {
	host := strings.TrimPrefix(address.Name(b.URL), "m.")
	return slices.Contains(watchHosts(), host) || host != "" && address.IsMedia(b.URL)
}

// watchHosts are sites of which every page plays something. Their pictures come from other hosts.
func watchHosts() []string {
	return []string{
		"youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "soundcloud.com", "open.spotify.com",
		"podcasts.apple.com", "music.apple.com",
		"ted.com", "nicovideo.jp", "bilibili.com", "twitch.tv",
	}
}
