package model

import (
	"path"
	"slices"
	"strings"
)

// Plays tells whether the picture is a player: its address, by its looks, is that of a film or a sound, or of a page where people watch or
// listen.
func (b Image) Plays() bool {
	host := strings.TrimPrefix(strings.TrimPrefix(Host(b.URL), "www."), "m.")
	if host == "" {
		return false
	}
	address, _, _ := strings.Cut(b.URL, "?")
	return slices.Contains(watchHosts(), host) || slices.Contains(mediaNames(), strings.ToLower(path.Ext(address)))
}

// watchHosts are sites of which every page plays something. Their pictures come from other hosts.
func watchHosts() []string {
	return []string{
		"youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "soundcloud.com", "open.spotify.com", "podcasts.apple.com", "music.apple.com",
		"ted.com", "nicovideo.jp", "bilibili.com", "twitch.tv",
	}
}

// mediaNames are the ends of the names of films and sounds.
func mediaNames() []string {
	return []string{
		".avi", ".m3u8", ".m4a", ".m4v", ".mkv", ".mov", ".mp3", ".mp4", ".mpeg", ".mpg", ".oga", ".ogg", ".ogv", ".wav", ".webm",
	}
}
