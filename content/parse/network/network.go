package network

import (
	"net/url"
	"strings"

	"lede/content/lang"
	"lede/model"
)

// Names are the names that networks go by in text, folded; where one begins with another, the longer stands first.
var Names = []struct {
	Name    string
	Network model.Network
}{
	{"truth social", model.TruthSocial},
	{"truthsocial", model.TruthSocial},
	{"bluesky", model.Bluesky},
	{"mastodon", model.Mastodon},
	{"threads", model.Threads},
	{"instagram", model.Instagram},
	{"facebook", model.Facebook},
	{"tiktok", model.TikTok},
	{"reddit", model.Reddit},
	{"telegram", model.Telegram},
	{"linkedin", model.LinkedIn},
	{"youtube", model.YouTube},
	{"twitter", model.X},
	{"x", model.X},
}

// Named tells which network's name the folded text begins with, as a whole word, and its length; "" for none.
func Named(folded string) (network model.Network, length int) {
	for _, n := range Names {
		if after, ok := strings.CutPrefix(folded, n.Name); ok && !lang.StartsWithLetter(after) {
			return n.Network, len(n.Name)
		}
	}
	return "", 0
}

// OfHandle guesses the network from the form of a handle: X knows no dots, Mastodon names the server.
func OfHandle(handle string) model.Network {
	name, server, _ := strings.Cut(strings.TrimPrefix(handle, "@"), "@")
	switch {
	case server == "threads.net":
		return model.Threads
	case server != "":
		return model.Mastodon
	case strings.HasPrefix(handle, "u/"):
		return model.Reddit
	case strings.Contains(name, "."):
		return model.Bluesky
	}
	return model.X
}

// Status reads the address of a single post. The network is "" when it is the address of something else. The handle is ""
// when the address does not tell it.
func Status(address string) (network model.Network, handle string) {
	if !strings.Contains(address, "/") || len(address) > 500 {
		return "", ""
	}
	if !strings.HasPrefix(address, "http") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return "", ""
	}
	host := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), "mobile.")
	path := strings.Split(strings.Trim(u.EscapedPath(), "/"), "/")
	if len(path) < 2 {
		return "", ""
	}
	return statusPath(host, path)
}

// statusPath tells the network and the handle of a post by the host and the parts of the path.
func statusPath(host string, path []string) (model.Network, string) {
	first, second := path[0], path[1]
	at := func(name string) string { return "@" + strings.TrimPrefix(name, "@") }
	three := len(path) >= 3
	switch host {
	case "twitter.com", "x.com", "fxtwitter.com", "vxtwitter.com", "nitter.net", "m.twitter.com":
		if three && (second == "status" || second == "statuses") && lang.IsNumber(path[2]) {
			if first == "i" {
				return model.X, ""
			}
			return model.X, at(first)
		}
	case "truthsocial.com":
		if strings.HasPrefix(first, "@") && lang.IsNumber(path[len(path)-1]) {
			return model.TruthSocial, first
		}
	case "bsky.app":
		if len(path) >= 4 && first == "profile" && path[2] == "post" {
			return model.Bluesky, at(second)
		}
	case "threads.net", "threads.com":
		if three && second == "post" {
			return model.Threads, at(first)
		}
	case "instagram.com":
		switch {
		case first == "p" || first == "reel" || first == "tv":
			return model.Instagram, ""
		case three && (second == "p" || second == "reel"):
			return model.Instagram, at(first)
		}
	case "tiktok.com":
		if three && second == "video" {
			return model.TikTok, at(first)
		}
	case "reddit.com", "old.reddit.com":
		if len(path) >= 4 && first == "r" && path[2] == "comments" {
			return model.Reddit, ""
		}
	case "t.me", "telegram.me":
		if lang.IsNumber(path[len(path)-1]) {
			return model.Telegram, at(path[len(path)-2])
		}
	case "linkedin.com":
		if first == "posts" || first == "feed" && second == "update" {
			return model.LinkedIn, ""
		}
	case "facebook.com", "m.facebook.com":
		if three && (second == "posts" || second == "videos") {
			return model.Facebook, ""
		}
	default:
		if strings.HasPrefix(first, "@") && len(path) == 2 && lang.IsNumber(second) {
			return model.Mastodon, first + "@" + host
		}
	}
	return "", ""
}
