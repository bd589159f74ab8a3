package arrive

import "testing"

// TestTables reads the tables of services that keep pages for later.
func TestTables(t *testing.T) {
	same(
		t,
		file(t, "part_000000.csv", "\uFEFFtitle,url,time_added,tags,status\r\n"+
			"Tides,https://pier.example/1?a=1&amp;b=2,1500000000123,harbour|Slow news|HARBOUR,unread\r\n"+
			"https://www.pier.example/2/,https://pier.example/2,1500000000,,archive\r\n"+
			"\"Nets, \"\"old\"\"\nand torn\",https://pier.example/3,0,,unread\r\n"+
			",,1500000000,,unread\r\n\r\n"+
			"Script,javascript:alert(1),1500000000,,unread\r\n"+
			"Again,https://pier.example/1?a=1&b=2,1400000000,eels,archive\r\n"),
		"Pocket",
		"entry https://pier.example/1?a=1&b=2 title=Tides date=2014-05-13T16:53:20Z topics=harbour|Slow news|eels "+
			"archived read",
		"entry https://pier.example/2 date=2017-07-14T02:40:00Z archived read",
		`entry https://pier.example/3 title=Nets, "old" and torn`,
		"skipped 6 reason=It has no address.",
		"skipped 8 reason=Its address begins with javascript: and not with http:// or https://.",
	)
	same(
		t,
		file(t, "instapaper.csv", `URL,Title,Selection,Folder,Timestamp,Tags
https://pier.example/1,One,"Mend, and ""mend""",Archive,1650000001,"[""a\u00e9"",""b, c""]"
https://pier.example/2,Two,,Recipes,1650000002,[]
https://pier.example/3,Three,,Starred,,
`),
		"Instapaper",
		`entry https://pier.example/1 title=One date=2022-04-15T05:20:01Z topics=aé|b, c archived read note=Mend, and `+
			`"mend"`,
		"entry https://pier.example/2 title=Two date=2022-04-15T05:20:02Z topics=Recipes",
		"entry https://pier.example/3 title=Three starred",
	)
	same(t, file(t, "reader.csv", `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
One,https://pier.example/1,1,"['slow news', ""keeper's""]",2023-09-01 10:00:00+02:00,1,new,True
Two,https://pier.example/2,2,[],2023-09-02 00:00:00+00:00,0.4,archive,False
Three,https://pier.example/3,3,[],,50%,later,False
`),
		"Readwise Reader",
		"entry https://pier.example/1 title=One date=2023-09-01T08:00:00Z topics=slow news|keeper's read",
		"entry https://pier.example/2 title=Two date=2023-09-02T00:00:00Z archived read",
		"entry https://pier.example/3 title=Three")
	same(
		t,
		file(t, "highlights.csv", `Highlight,Book Title,Book Author,Note,Location,Highlighted at,Document tags
Nets are mended in winter.,The Net,Ada Weir,True!,3,2023-01-02 03:04:05+00:00,boats
Tar them in March.,The Net,Ada Weir,,9,2023-01-03 03:04:05+00:00,
,The Net,Ada Weir,,9,,
`),
		"Readwise highlights",
		"entry  title=The Net by=Ada Weir date=2023-01-02T03:04:05Z topics=boats note=Nets are mended in "+
			"winter.//True!//Tar them in March.",
		"skipped 4 reason=It has no title, or no highlight.",
	)
	same(
		t,
		file(t, "raindrop.csv", `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,One,Mine,x,https://pier.example/1#part,Water/Deep,"slow news, water",2024-01-02T03:04:05.123Z,,"A
B",true
2,,,,https://pier.example/2,Unsorted,,2024-01-03T00:00:00Z,,,false
`),
		"Raindrop",
		"entry https://pier.example/1#part title=One date=2024-01-02T03:04:05.123Z topics=Water|Deep|slow news starred "+
			"note=Mine//A/B",
		"entry https://pier.example/2 date=2024-01-03T00:00:00Z",
	)
}

// TestHighlightsOfPocket reads a zip file as Pocket wrote it last: tables, and highlights in a folder of their own.
func TestHighlightsOfPocket(t *testing.T) {
	const marked = `[{"url":"https://pier.example/1?a=1&b=2","title":"Tides","highlights":[
		{"quote":"The wall held.","created_at":1500000000},{"quote":"Nobody slept."},{"quote":""},"x"]},
		{"url":"https://pier.example/4","title":"Only marked","highlights":[{"quote":"Eels & nets","note":"ask Ada"}]},
		{"url":"https://pier.example/5","highlights":[]}, 7]`
	want := []string{
		"entry https://pier.example/1?a=1&b=2 title=Tides date=2017-07-14T02:40:00Z topics=harbour archived read " +
			"note=The wall held.//Nobody slept.",
		"entry https://pier.example/4 title=Only marked note=Eels & nets//ask Ada",
		"skipped file=annotations/part_000000.json 3 reason=It has no highlight.",
		"skipped file=annotations/part_000000.json 4 reason=It is not an object.",
	}
	const table = "title,url,time_added,tags,status\n" +
		"Tides,https://pier.example/1?a=1&b=2,1500000000,harbour,archive\n"
	same(t, zipped(t, "export/part_000000.csv", table, "export/annotations/part_000000.json", marked),
		append([]string{"Pocket"}, want...)...)
	same(t, file(t, "part_000000.json", marked), "Pocket",
		"entry https://pier.example/1?a=1&b=2 title=Tides note=The wall held.//Nobody slept.", want[1],
		"skipped 3 reason=It has no highlight.", "skipped 4 reason=It is not an object.")
}

// TestPagesOfLinks reads the page that Pocket exports, and bookmarks.
func TestPagesOfLinks(t *testing.T) {
	same(t, file(t, "ril_export.html", `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
<li><a href="https://pier.example/1?a=1&amp;b=2" time_added="1698568488" tags="boats,slow news">Nets &amp; `+
		`eels</a></li>
</ul><h1>Read Archive</h1><ul>
<li><a href="https://pier.example/2" time_added="1400000000" tags="">https://pier.example/2</a></li>
<li><a href="ftp://pier.example/3" time_added="1400000000" tags="">Three</a></li>
</ul></body></html>`),
		"Pocket",
		"entry https://pier.example/1?a=1&b=2 title=Nets & eels date=2023-10-29T08:34:48Z topics=boats|slow news",
		"entry https://pier.example/2 date=2014-05-13T16:53:20Z archived read",
		"skipped 6 reason=Its address begins with ftp: and not with http:// or https://.")
	same(t, file(t, "bookmarks.html", `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
 <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Leiste</H3>
 <DL><p>
  <DT><A HREF="https://pier.example/1" ADD_DATE="1642029053123" TAGS="boats,nets" `+
		`ICON="data:image/png;base64,AA">One</A>
  <DD>A note,
on two lines.
  <DT><H3>Water &amp; wind</H3>
  <DL><p>
   <DT><H3>Bookmarks bar</H3>
   <DL><p><DT><A HREF="https://pier.example/2" TOREAD="1">Two</A></DL><p>
   <DT><A HREF="https://pier.example/" FEEDURL="https://pier.example/rss">Pier</A>
  </DL><p>
 </DL><p>
 <HR>
 <DT><H3>Other Bookmarks</H3>
 <DL><p>
 <DT><A HREF="place:sort=8">Recent</A>
 <DT><A HREF="https://pier.example/1" ADD_DATE="1600000000" TOREAD="0">Again</A>
 </DL><p>
</DL>`),
		"bookmarks",
		"entry https://pier.example/1 title=One date=2020-09-13T12:26:40Z topics=boats|nets read note=A note,/on two lines.",
		"entry https://pier.example/2 title=Two topics=Water & wind|Bookmarks bar",
		"feed https://pier.example/rss title=Pier folder=Water & wind site=https://pier.example/",
		"skipped 19 reason=Its address begins with place: and not with http:// or https://.")
}

// TestJSON reads the lists that wallabag, Google Reader's heirs and Omnivore write.
func TestJSON(t *testing.T) {
	same(
		t,
		file(
			t,
			"wallabag.json",
			`[{"is_archived":0,"is_starred":1,"tags":["boats",{"label":"slow news"},{}],"title":"One","url":"https://`+
				`pier.example/1",
"content":"<p>Ebb.</p>","created_at":"2024-02-03T04:05:06+0100","published_by":["Ada"],`+
				`"annotations":[{"quote":"Ebb","text":"Low"}]},
5,{"url":"","title":"None"}]`,
		),
		"wallabag",
		"entry https://pier.example/1 title=One by=Ada date=2024-02-03T03:05:06Z topics=boats|slow news starred "+
			"note=Ebb//Low text=<p>Ebb.</p>",
		"skipped 2 reason=It is not an object.",
		"skipped 3 reason=It has no address.",
	)
	same(
		t,
		file(
			t,
			"v1.json",
			`[{"0":"1","id":"1","title":"One","url":"https://pier.example/1","is_read":"1","is_fav":"0","content":" `+
				`","tags":"boats,slow news"}`,
		),
		"wallabag",
		"entry https://pier.example/1 title=One topics=boats|slow news archived read",
		"skipped 2 reason=The file is damaged or cut off here.",
	)
	same(
		t,
		file(t, "starred.json", `{"id":"user/-/state/com.google/starred","title":"Starred","items":[
{"id":"tag:1","title":"One &amp; two","author":"Ada","published":1700000000,"timestampUsec":"1700000500000000",`+
			`"canonical":[{"href":"https://pier.example/1"}],
 "categories":["user/-/state/com.google/starred","user/-/state/com.google/read","user/12/label/boats","Tides"],`+
			`"summary":{"content":"<p>Ebb.</p>"},
 "origin":{"streamId":"feed/https://pier.example/rss","title":"Pier"}}]}`),
		"starred items",
		"entry https://pier.example/1 feed=https://pier.example/rss title=One & two by=Ada date=2023-11-14T22:21:40Z "+
			"published=2023-11-14T22:13:20Z topics=boats|Tides starred read text=<p>Ebb.</p>",
	)
	omnivore := folder(t, map[string]string{
		"metadata_0_to_20.json": `[{"id":"1","slug":"one-1","title":"One","url":"https://pier.example/1",` +
			`"state":"Active","readingProgress":100,"labels":["boats"],"savedAt":"2024-10-29T23:13:50.697Z"},
{"id":"2","slug":"two-2","title":"Two","url":"https://omnivore.app/no_url?q=2","state":"Archived",` +
			`"readingProgress":0,"labels":[]},
{"id":"3","slug":"../three","title":"Three","url":"https://omnivore.app/no_url?q=3","state":"Active"}]`,
		"content/one-1.html":  "<p>Ebb.</p>",
		"content/two-2.html":  "<p>Flood.</p>",
		"highlights/one-1.md": "> Ebb.\n\nLow.\n",
	})
	same(
		t,
		omnivore,
		"Omnivore",
		"entry https://pier.example/1 title=One date=2024-10-29T23:13:50.697Z topics=boats read note=> Ebb.//Low. "+
			"text=<p>Ebb.</p>",
		"entry  title=Two archived read text=<p>Flood.</p>",
		"skipped file=metadata_0_to_20.json 3 reason=It has no address.",
	)
}
