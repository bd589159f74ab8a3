package arrive

import (
	"fmt"
	"strings"
	"testing"
)

// TestNewsboatURLs reads a list of feeds with all that may stand in one.
func TestNewsboatURLs(t *testing.T) {
	same(t, file(t, "urls", `# boats
https://pier.example/rss  "~Pier, daily" harbour "slow news" "~Other" "!away"
	https://quay.example/f?a=1&b=2#top	nets nets NETS # a note

"https://slip.example/a feed.xml" "~Say \"aye\"\tnow" a\b
feed://hulk.example/rss
FEED:https://hull.example/rss
https://PIER.example/rss boats
`),
		"newsboat urls",
		"feed https://pier.example/rss title=Pier, daily tags=harbour|slow news|boats hidden",
		"feed https://quay.example/f?a=1&b=2#top tags=nets",
		`feed https://slip.example/a%20feed.xml title=Say "aye" now tags=a\b`,
		"feed http://hulk.example/rss",
		"feed https://hull.example/rss")
}

// TestWhatNewsboatRunsIsNamed lists feeds that lede does not ask for by itself, each with what does the same.
func TestWhatNewsboatRunsIsNamed(t *testing.T) {
	const file1 = "https://pier.example/rss\n" +
		"\"exec:~/bin/tides.sh it's\"\n" +
		"filter:~/bin/strip.py:https://quay.example/rss\n" +
		"file:///home/ada/tides.xml\n" +
		"ftp://pier.example/rss\n" +
		"https://ada:secret@pier.example/tides?x=1 nets\n" +
		"mailto:ada@pier.example\n" +
		"words of prose\n"
	path := file(t, "urls", file1)
	same(
		t,
		path,
		"newsboat urls",
		"feed https://pier.example/rss",
		`skipped 2 reason=It runs a program (exec:), which lede does not do by itself. paste=sh -c '~/bin/tides.sh `+
			`it'\''s' | lede add -`,
		"skipped 3 reason=It runs a program (filter:), which lede does not do by itself. paste=curl -s "+
			"https://quay.example/rss | sh -c '~/bin/strip.py' | lede add -",
		"skipped 4 reason=It is a file (file:); lede reads feeds from the web by itself, files when it is told to. "+
			"paste=lede add /home/ada/tides.xml",
		"skipped 5 reason=Its address begins with ftp: and not with http:// or https://.",
		"skipped 6 reason=Its address has a user name or a password in it. paste=lede feed add "+
			"'https://pier.example/tides?x=1'",
		"skipped 7 reason=Its address begins with mailto: and not with http:// or https://.",
		"skipped 8 reason=It is not a full address: it does not begin with http:// or https://.",
	)
	a, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range a.Records {
		if s, ok := r.(*Skipped); ok && strings.Contains(s.Text+s.Reason+s.Paste, "secret") {
			t.Errorf("the password is shown: %+v", s)
		}
	}
}

// TestNewsboatFiltersBecomeQueries writes filters as queries.
func TestNewsboatFiltersBecomeQueries(t *testing.T) {
	for filter, want := range map[string]string{
		`unread = "yes"`:                                   "is:unread",
		`unread != "yes"`:                                  "is:read",
		`unread = "yes" and tags # "slow news"`:            `is:unread topic:"slow news"`,
		`title =~ "tide" or author = "Ada Weir"`:           `(title:tide OR by:"Ada Weir")`,
		`(title =~ "tide|ebb") and content !~ "storm"`:     `((title:tide OR title:ebb)) -storm`,
		`age < 7 and flags =~ "s"`:                         "since:7d topic:s",
		`age between 0:7`:                                  "since:8d",
		`age >= 3`:                                         "-since:3d",
		`feedtitle == "Harbour" and unread == "yes"`:       "feed:Harbour is:unread",
		`unread = "yes" AND (tags # "a" OR tags !# "b c")`: `is:unread ((topic:a OR -topic:"b c"))`,
	} {
		got, err := queryOf(filter)
		if err != nil || got != want {
			t.Errorf("%s: got %s (%v), want %s", filter, got, err, want)
		}
	}
	for _, filter := range []string{
		`enclosure_url =~ "mp3"`, `unread_count > 0`, `title < 3`, `(unread = "yes"`, `unread`, `age < "x"`, `unread = ` +
			`"yes" unread = "no"`,
		strings.Repeat("(", 100), `title = ""`,
	} {
		if got, err := queryOf(filter); err == nil {
			t.Errorf("%s: got %s, want an error", filter, got)
		}
	}
	same(
		t,
		file(t, "urls", "\"query:To read:unread = \\\"yes\\\"\" boats\n\"query:Sound:enclosure_url =~ \\\"mp3\\\"\"\n"),
		"newsboat urls",
		"query To read=is:unread",
		`skipped 2 reason=Its filter cannot be written as a query of lede: there is no term for "enclosure_url". `+
			`paste=lede list is:unread`,
	)
}

// TestOPML reads nested, loose and broken lists.
func TestOPML(t *testing.T) {
	same(t, file(t, "a.opml", `<?xml version="1.0"?>
<opml version="2.0"><body>
<!-- <outline xmlUrl="https://gone.example/f"/> -->
<outline text="Water"><outline title="Deep &amp; cold" text="  ">
  <outline type="rss" text="https://pier.example/f" title="Pier" XMLURL=" https://pier.example/f " `+
		`htmlUrl="https://pier.example/"/>
</outline></outline>
<outline text="Quay" xmlUrl="https://quay.example/f?a=1&b=2&copy=3" category="/Boats/Small,nets,a/b"/>
<outline text="Quay" xmlUrl="https://quay.example/f?a=1&amp;b=2&amp;copy=3" category="/Sails"/>
<outline text="Old" isComment="true"><outline text="Older" xmlUrl="https://old.example/f"/></outline>
<outline text="Page" type="link" url="https://page.example/"/>
<outline text="Empty folder"></outline>
<outline text="None" type="rss" xmlUrl=""/>
<outline text="Program" xmlUrl="exec:tides.sh"/>
<outline text="Not closed" xmlUrl=https://loose.example/f>
<outline text="Say "aye"" xmlUrl="https://aye.example/f"/>
</body></opml>`),
		"OPML",
		"feed https://pier.example/f title=Pier folder=Water/Deep & cold site=https://pier.example/",
		"feed https://quay.example/f?a=1&b=2&copy=3 title=Quay folder=Boats/Small tags=nets|b|Sails",
		"skipped 9 reason=It is commented out (isComment).",
		"skipped 9 reason=It is commented out (isComment).",
		"skipped 10 reason=It is a link and not a feed: it has no address of a feed (xmlUrl).",
		"skipped 11 reason=It has no address of a feed (xmlUrl).",
		"skipped 12 reason=It has no address of a feed (xmlUrl).",
		"skipped 13 reason=Its address begins with exec: and not with http:// or https://.",
		"feed https://loose.example/f title=Not closed",
		"feed https://aye.example/f title=Say")
	same(
		t,
		file(
			t,
			"cut.opml",
			"<opml><body><outline text=\"Pier\" xmlUrl=\"https://pier.example/f\"/>\n<outline text=\"Quay\" "+
				"xmlUrl=\"https://qu",
		),
		"OPML",
		"feed https://pier.example/f title=Pier",
		"skipped 2 reason=The file is cut off here.",
	)
}

// TestLargeOPML reads ten thousand feeds, and outlines that are nested deeper than anybody does.
func TestLargeOPML(t *testing.T) {
	var b strings.Builder
	b.WriteString("<opml><body>" + strings.Repeat("<outline text='x'>", 5000))
	for i := range 10_000 {
		fmt.Fprintf(&b, "<outline text='Feed %d' xmlUrl='https://pier.example/%d'/>\n", i, i)
	}
	a, err := Open(t.Context(), file(t, "large.opml", b.String()))
	if err != nil || len(a.Records) != 10_000 {
		t.Fatalf("got %d records (%v)", len(a.Records), err)
	}
	if f, ok := a.Records[9999].(*Feed); !ok || f.Title != "Feed 9999" || strings.Count(f.Folder, "/") != maxOutlines-1 {
		t.Errorf("got %+v", a.Records[9999])
	}
}
