package discover

import "testing"

func TestServicesHaveFeedsForTheirAddresses(t *testing.T) {
	const tube = "https://www.youtube.com/feeds/videos.xml?"
	for _, c := range []struct{ base, page, want string }{
		{"https://www.youtube.com/channel/UC12-_x", "", tube + "channel_id=UC12-_x"},
		{"https://www.youtube.com/@harbour/videos", `{"externalId":"UC_a"}`, tube + "channel_id=UC_a"},
		{"https://www.youtube.com/@harbour", `<meta itemprop="identifier" content="UC_b">`, tube + "channel_id=UC_b"},
		{
			"https://www.youtube.com/c/harbour", `<link href="https://www.youtube.com/channel/UC_c">`,
			tube + "channel_id=UC_c",
		},
		{"https://www.youtube.com/watch?v=x", `"channelId":"UC_d"`, tube + "channel_id=UC_d"},
		{"https://www.youtube.com/playlist?list=PL1", `"channelId":"UC_d"`, tube + "playlist_id=PL1"},
		{"https://www.youtube.com/user/harbour", "", tube + "user=harbour"},
		{"https://vimeo.com/harbour", "", "https://vimeo.com/harbour/videos/rss"},
		{
			"https://soundcloud.com/harbour", `content="soundcloud://users:77"`,
			"https://feeds.soundcloud.com/users/soundcloud:users:77/sounds.rss",
		},
		{
			"https://podcasts.apple.com/us/podcast/x/id7", `"feedUrl":"https:\/\/pod.example\/rss?a=1\u0026b=2"`,
			"https://pod.example/rss?a=1&b=2",
		},
		{"https://www.reddit.com/r/golang/", "", "https://www.reddit.com/r/golang/.rss"},
		{"https://old.reddit.com/r/golang/top?t=week", "", "https://www.reddit.com/r/golang/top/.rss?t=week"},
		{"https://www.reddit.com/r/golang/comments/1ab/title/", "", "https://www.reddit.com/r/golang/.rss"},
		{"https://www.reddit.com/u/gopher", "", "https://www.reddit.com/user/gopher/.rss"},
		{"https://github.com/owner/repo", "", "https://github.com/owner/repo/releases.atom"},
		{"https://github.com/owner/repo.git", "", "https://github.com/owner/repo/releases.atom"},
		{"https://github.com/owner/repo/tags", "", "https://github.com/owner/repo/tags.atom"},
		{"https://github.com/owner/repo/commits/main", "", "https://github.com/owner/repo/commits/main.atom"},
		{"https://github.com/owner", "", "https://github.com/owner.atom"},
		{"https://gitlab.com/group/sub/project", "", "https://gitlab.com/group/sub/project/-/releases.atom"},
		{
			"https://git.post.example/a/b/-/commits/main", `<meta property="og:site_name" content="GitLab">`,
			"https://git.post.example/a/b/-/commits/main?format=atom",
		},
		{"https://codeberg.org/owner/repo", "", "https://codeberg.org/owner/repo/releases.rss"},
		{"https://pypi.org/project/tides/", "", "https://pypi.org/rss/project/tides/releases.xml"},
		{"https://arxiv.org/list/cs.CL/recent", "", "https://rss.arxiv.org/rss/cs.CL"},
		{"https://mastodon.social/@harbour/1234", "", "https://mastodon.social/@harbour.rss"},
		{"https://social.post.example/@ida", `<div id='mastodon'></div>`, "https://social.post.example/@ida.rss"},
		{"https://bsky.app/profile/post.example/post/7", "", "https://bsky.app/profile/post.example/rss"},
		{"https://lemmy.world/c/harbours", "", "https://lemmy.world/feeds/c/harbours.xml?sort=New"},
		{"https://news.ycombinator.com/news", "", "https://news.ycombinator.com/rss"},
		{"https://stackoverflow.com/questions/tagged/go", "", "https://stackoverflow.com/feeds/tag/go"},
		{"https://sailing.stackexchange.com/questions/7/why", "", "https://sailing.stackexchange.com/feeds/question/7"},
		{
			"https://forum.post.example/c/tides/5", `<meta name="generator" content="Discourse 3.4">`,
			"https://forum.post.example/c/tides/5.rss",
		},
		{
			"https://forum.post.example/", `<meta name="generator" content="Discourse 3.4">`,
			"https://forum.post.example/latest.rss",
		},
		{"https://harbour.substack.com/p/ferries", "", "https://harbour.substack.com/feed"},
		{"https://open.substack.com/pub/harbour/p/x", "", "https://harbour.substack.com/feed"},
		{"https://medium.com/@ida/ferries-1a2b", "", "https://medium.com/feed/@ida"},
		{"https://medium.com/harbour-news", "", "https://medium.com/feed/harbour-news"},
		{"https://medium.com/tag/ferries", "", "https://medium.com/feed/tag/ferries"},
		{"https://ida.medium.com/", "", "https://ida.medium.com/feed"},
		{"https://harbour.tumblr.com/post/7", "", "https://harbour.tumblr.com/rss"},
		{"https://www.tumblr.com/harbour/7", "", "https://harbour.tumblr.com/rss"},
		{"https://harbour.blogspot.com/2026/05/x.html", "", "https://harbour.blogspot.com/feeds/posts/default"},
		{"https://harbour.wordpress.com/2026/", "", "https://harbour.wordpress.com/feed/"},
		{"https://post.example/x", `<meta name="generator" content="WordPress 6.9">`, "https://post.example/feed/"},
		{"https://post.example/x", `<meta name="generator" content="Ghost 5.8">`, "https://post.example/rss/"},
		{"https://dev.to/ida/ferries-1", "", "https://dev.to/feed/ida"},
	} {
		got := Feeds([]byte(c.page), c.base)
		if len(got) == 0 || got[0].URL != c.want {
			t.Errorf("%s: got %+v, want %s first", c.base, got, c.want)
		}
	}
}

func TestPagesOfServicesThatHaveNoFeed(t *testing.T) {
	for _, base := range []string{
		"https://www.youtube.com/", "https://github.com/", "https://medium.com/m/signin", "https://bsky.app/",
		"https://post.example/",
		"https://www.youtube.com/@harbour", "https://evilgithub.com/a/b", "https://github.com.post.example/a/b",
		"mailto:a@b.example", "::",
	} {
		if got := Feeds(nil, base); len(got) > 0 {
			t.Errorf("%s: got %+v", base, got)
		}
	}
}

func TestRepliesToAPostAreNeverFirst(t *testing.T) {
	got := Feeds(nil, "https://www.reddit.com/r/golang/comments/1ab/title/")
	if len(got) != 2 || got[1].Scope != Comments {
		t.Errorf("got %+v", got)
	}
}
