package arrive

import "testing"

// TestKeysOfNewsboat reads the keys and macros of a configuration, and nothing else of it.
func TestKeysOfNewsboat(t *testing.T) {
	const config = `# keys
auto-reload yes
bind-key J next-unread articlelist
bind-key j down
bind-key ^X delete-article # gone
bind-key ; quit
bind-key a foo-bar
bind-key ENTER open urlview
bind-key LEFT quit feedlist
bind-key ^^^ quit
bind "gg" article,articlelist home -- "to the top; at once"
bind "<C-a><F5><GT>" everywhere help
bind g everywhere home ; open
macro k toggle-article-read ; next-unread;open -- "done"
macro v set browser "mpv %u; true" ; open-in-browser
macro w pb-purge
macro q
unbind-key ENTER
color listnormal cyan default
`
	want := []string{
		"key J 3 do=library.next-unread", "key j 4 do=move.down", "key ctrl+x 5 do=library.remove", "key ; 6 do=move.back",
		"key a 7 reason=lede has nothing like foo-bar.", "key enter 8 reason=lede has no such screen.",
		"key left 9 do=move.back", "key  10 reason=lede has no such key.", "key g g 11 do=move.top",
		"key ctrl+a f5 > 12 do=everywhere.help", "key g 13 reason=It does several things, which in lede is a macro.",
		"key , k 14 macro=newsboat-k do=read|next-unread|open",
		"key , v 15 macro=newsboat-v reason=It runs a program or changes a setting; [commands] in lede's settings run " +
			"programs.",
		"key , w 16 macro=newsboat-w reason=lede has nothing like pb-purge.",
	}
	same(t, file(t, "any.txt", config), append([]string{"newsboat config"}, want...)...)
}

// TestTheConfigOfNewsboatIsReadWithItsFeeds reads a home of newsboat, with and without a configuration that has keys.
func TestTheConfigOfNewsboatIsReadWithItsFeeds(t *testing.T) {
	const feeds = "https://pier.example/rss tides\n"
	same(t, folder(t, map[string]string{"urls": feeds, "config": "bind-key J next-unread\n"}), "newsboat",
		"feed https://pier.example/rss tags=tides",
		"key J file=config 1 do=library.next-unread|article.next-unread")
	same(t, folder(t, map[string]string{"urls": feeds, "config": "auto-reload yes\n"}), "newsboat",
		"feed https://pier.example/rss tags=tides")
}

// TestProseIsNoConfig refuses texts whose lines only look like those of a configuration.
func TestProseIsNoConfig(t *testing.T) {
	for _, text := range []string{
		"macro economics is what the bank teaches\n",
		"bind-key J next-unread\nThe rest is a letter.\n",
		"auto-reload yes\n",
	} {
		if _, err := Open(t.Context(), file(t, "config", text)); err == nil {
			t.Errorf("%q is taken for a configuration", text)
		}
	}
}
