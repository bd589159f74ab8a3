package discover

import "strings"

// films are the services of films and sounds.
func films() []service {
	return []service{
		{hosts: []string{"youtube.com", "m.youtube.com", "music.youtube.com", "youtu.be"}, feeds: youtube},
		{hosts: []string{"vimeo.com"}, feeds: func(p *page) []Candidate {
			if user := p.part(0); user != "" && strings.ContainsFunc(user, notDigit) && user != "channels" && user != "groups" {
				return one("https://vimeo.com/"+user+"/videos/rss", "", "rss")
			}
			if p.part(0) != "" && p.part(1) != "" {
				return one("https://vimeo.com/"+p.part(0)+"/"+p.part(1)+"/videos/rss", "", "rss")
			}
			return nil
		}},
		{hosts: []string{"soundcloud.com", "m.soundcloud.com"}, feeds: func(p *page) []Candidate {
			if id := p.between("soundcloud://users:", `"`); id != "" {
				return one("https://feeds.soundcloud.com/users/soundcloud:users:"+id+"/sounds.rss", "", "rss")
			}
			return nil
		}},
		{hosts: []string{"podcasts.apple.com", "itunes.apple.com"}, feeds: applePodcast},
		{hosts: []string{"odysee.com"}, feeds: func(p *page) []Candidate {
			if user := p.part(0); strings.HasPrefix(user, "@") {
				return one("https://odysee.com/$/rss/"+user, "", "rss")
			}
			return nil
		}},
		{hosts: []string{"dailymotion.com"}, feeds: func(p *page) []Candidate {
			if user := p.part(0); user != "" && user != "video" && user != "playlist" {
				return one("https://www.dailymotion.com/rss/user/"+user, "", "rss")
			}
			return nil
		}},
	}
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

// youtube knows channels by their number, which the page of a handle or a film states, and playlists.
//
// See https://developers.google.com/youtube/v3/guides/push_notifications, which names the addresses of the feeds.
func youtube(p *page) []Candidate {
	const feeds = "https://www.youtube.com/feeds/videos.xml?"
	var all []Candidate
	if list := p.at.Query().Get("list"); list != "" && !strings.ContainsFunc(list, notWord) {
		all = one(feeds+"playlist_id="+list, "", "atom")
	}
	if p.part(0) == "playlist" {
		return all
	}
	channel := p.part(1)
	if p.part(0) != "channel" {
		channel = p.channel()
	}
	switch {
	case strings.HasPrefix(channel, "UC") && !strings.ContainsFunc(channel, notWord):
		all = append(all, Candidate{URL: feeds + "channel_id=" + channel, Format: "atom", Title: p.meta["og:title"]})
		if p.part(0) == "watch" || p.at.Hostname() == "youtu.be" {
			all[len(all)-1].Title = ""
		}
	case p.part(0) == "user" && p.part(1) != "":
		all = append(all, one(feeds+"user="+p.part(1), "", "atom")...)
	}
	return all
}

// channel returns the number of the channel that a page of YouTube is of, or "".
func (p *page) channel() string {
	if id := p.meta["identifier"]; strings.HasPrefix(id, "UC") { // <meta itemprop>
		return id
	}
	for _, before := range []string{
		`"externalId":"`, `"externalChannelId":"`, `href="https://www.youtube.com/channel/`,
		`"channelId":"`, `"browseId":"`,
	} {
		if id := p.between(before, `"`); strings.HasPrefix(id, "UC") {
			return id
		}
	}
	return ""
}

// applePodcast finds the publisher's own feed in the data of a podcast's page.
func applePodcast(p *page) []Candidate {
	_, rest, ok := strings.Cut(p.text, `"feedUrl":"`)
	if !ok {
		return nil
	}
	url, _, ok := strings.Cut(rest, `"`)
	if !ok {
		return nil
	}
	return one(strings.NewReplacer(`\/`, "/", `\u0026`, "&").Replace(url), p.meta["og:title"], "rss")
}
