package network

import (
	"net/url"
	"strings"

	"lede/content/lang"
	"lede/model"
	"lede/model/address"
)

// watchPages tell by host how the address of a player becomes that of the page where people watch or listen. What
// they return is "" for another address of the host.
var watchPages = map[string]func(u *url.URL, path []string) string{
	"youtube.com":              youtubePage,
	"m.youtube.com":            youtubePage,
	"youtube-nocookie.com":     youtubePage,
	"youtu.be":                 func(_ *url.URL, path []string) string { return YouTube(path[0]) },
	"player.vimeo.com":         vimeoPage,
	"vimeo.com":                vimeoPage,
	"dailymotion.com":          dailymotionPage,
	"geo.dailymotion.com":      dailymotionPage,
	"w.soundcloud.com":         soundcloudPage,
	"open.spotify.com":         func(u *url.URL, _ []string) string { return cutPart(u, "/embed") },
	"embed.spotify.com":        spotifyPage,
	"embed.podcasts.apple.com": func(u *url.URL, _ []string) string { return onHost(u, "podcasts.apple.com") },
	"embed.music.apple.com":    func(u *url.URL, _ []string) string { return onHost(u, "music.apple.com") },
	"embed.ted.com":            func(u *url.URL, _ []string) string { return onHost(u, "www.ted.com") },
	"embed.nicovideo.jp":       func(u *url.URL, _ []string) string { return onHost(u, "www.nicovideo.jp") },
	"player.bilibili.com": func(u *url.URL, _ []string) string {
		if id := u.Query().Get("bvid"); id != "" {
			return "https://www.bilibili.com/video/" + id
		}
		return u.String()
	},
	"player.twitch.tv": func(u *url.URL, _ []string) string {
		if id := u.Query().Get("video"); id != "" {
			return "https://www.twitch.tv/videos/" + strings.TrimPrefix(id, "v")
		}
		return "https://www.twitch.tv/" + u.Query().Get("channel")
	},
}

// playerHosts are hosts of which every frame plays something, or shows a chart or map. Their address is kept as it is.
var playerHosts = []string{
	"players.brightcove.net", "content.jwplatform.com", "cdn.jwplayer.com", "fast.wistia.net", "fast.wistia.com",
	"cdnapisec.kaltura.com", "player.megaphone.fm", "playlist.megaphone.fm", "buzzsprout.com",
	"anchor.fm", "podcasters.spotify.com", "html5-player.libsyn.com", "play.libsyn.com", "embed.acast.com",
	"player.acast.com", "embeds.audioboom.com", "player.simplecast.com", "embed.simplecast.com",
	"omny.fm", "podbean.com", "bandcamp.com", "mixcloud.com", "player-widget.mixcloud.com", "widget.deezer.com",
	"rutube.ru", "vk.com", "vkvideo.ru", "ok.ru", "v.qq.com", "player.youku.com", "streamable.com",
	"rumble.com", "odysee.com", "bitchute.com", "gfycat.com", "giphy.com", "imgur.com", "archive.org", "c-span.org",
	"npr.org", "video.foxnews.com", "bloomberg.com", "bbc.co.uk", "bbc.com", "abc.net.au", "cnbc.com", "nbcnews.com",
	"arte.tv", "zdf.de", "ardmediathek.de", "ardaudiothek.de", "srf.ch", "tp.srgssr.ch", "player.nrk.no", "svt.se",
	"ultimedia.com", "mtvnservices.com", "embed.theguardian.com", "washingtonpost.com", "wsj.com", "player.ooyala.com",
	"coub.com", "loom.com", "screencast.com", "videopress.com", "embedr.flickr.com", "datawrapper.dwcdn.net",
	"flo.uri.sh", "public.flourish.studio", "infogram.com", "e.infogram.com", "public.tableau.com",
	"documentcloud.org", "slideshare.net", "speakerdeck.com", "scribd.com", "issuu.com", "cbsnews.com", "cbssports.com",
	"nbcsports.com", "foxnews.com", "abcnews.go.com", "reuters.com", "cnn.com", "23degrees.io", "jwplayer.com",
	"playbuzz.com", "ivoox.com", "spreaker.com", "deezer.com", "tidal.com", "embed.documentcloud.org", "google.com",
	"codepen.io", "facebook.com",
}

// Media returns the page where people watch or hear what the frame at an address plays.
func Media(raw string) (string, bool) {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return "", false
	}
	host := address.NameOf(u)
	path := strings.Split(strings.Trim(u.Path, "/"), "/")
	if page, ok := watchPages[host]; ok {
		at := address.Checked(page(u, path))
		return at, at != ""
	}
	for _, h := range playerHosts {
		if (host == h || strings.HasSuffix(host, "."+h)) && plays(u, host) {
			return raw, true
		}
	}
	return "", false
}

// plays reports whether a frame of a host that also has other frames is for the reader.
func plays(u *url.URL, host string) bool {
	switch host {
	case "google.com":
		return strings.HasPrefix(u.Path, "/maps/")
	case "facebook.com":
		return strings.Contains(u.Path, "/plugins/video")
	case "vk.com":
		return strings.HasPrefix(u.Path, "/video")
	case "cbsnews.com", "cbssports.com", "foxnews.com", "abcnews.go.com", "reuters.com", "cnn.com", "bloomberg.com",
		"bbc.com", "bbc.co.uk", "washingtonpost.com", "wsj.com", "nbcnews.com", "cnbc.com", "npr.org":
		return strings.Contains(u.Path, "embed") || strings.Contains(u.Path, "player")
	}
	return len(u.Path) > 1 || u.RawQuery != ""
}

func youtubePage(u *url.URL, path []string) string {
	q := u.Query()
	if list := q.Get("list"); list != "" && (path[len(path)-1] == "videoseries" || path[0] == "playlist") {
		return "https://www.youtube.com/playlist?list=" + list
	}
	switch path[0] {
	case "embed", "v", "shorts", "live", "e":
		if len(path) > 1 {
			return YouTube(path[1])
		}
	case "watch":
		return YouTube(q.Get("v"))
	}
	return ""
}

// YouTube returns the page of a video.
func YouTube(id string) string {
	id, _, _ = strings.Cut(id, "&")
	if len(id) < 6 || len(id) > 20 || id == "videoseries" || id == "live_stream" ||
		strings.Trim(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
		return ""
	}
	return "https://www.youtube.com/watch?v=" + id
}

func vimeoPage(u *url.URL, path []string) string {
	id := path[len(path)-1]
	if path[0] == "video" && len(path) > 1 {
		id = path[1]
	}
	if !lang.IsNumber(id) {
		return ""
	}
	if secret := u.Query().Get("h"); secret != "" {
		return "https://vimeo.com/" + id + "/" + secret
	}
	return "https://vimeo.com/" + id
}

func dailymotionPage(u *url.URL, path []string) string {
	id := u.Query().Get("video")
	if len(path) > 1 && path[len(path)-2] == "video" {
		id = path[len(path)-1]
	}
	if id == "" {
		return ""
	}
	return "https://www.dailymotion.com/video/" + id
}

// soundcloudPage returns the player itself, without what only sets how it looks: most are given a number, to which
// no page belongs.
func soundcloudPage(u *url.URL, _ []string) string {
	track := u.Query().Get("url")
	if track == "" {
		return ""
	}
	return "https://w.soundcloud.com/player/?url=" + url.QueryEscape(track)
}

// spotifyPage reads "?uri=spotify:track:ID".
func spotifyPage(u *url.URL, _ []string) string {
	if uri, ok := strings.CutPrefix(u.Query().Get("uri"), "spotify:"); ok {
		return "https://open.spotify.com/" + strings.ReplaceAll(uri, ":", "/")
	}
	return onHost(u, "open.spotify.com")
}

// cutPart returns an address without a part of its path and without its query.
func cutPart(u *url.URL, part string) string {
	return "https://" + u.Host + strings.Replace(u.Path, part, "", 1)
}

// onHost returns the same path on another host.
func onHost(u *url.URL, host string) string {
	return "https://" + host + u.Path
}

// IsPlayer reports whether an image is a player: it leads to where something is watched or heard.
func IsPlayer(i model.Image) bool {
	_, ok := Media(i.URL)
	return ok
}
