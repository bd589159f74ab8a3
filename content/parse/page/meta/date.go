package meta

import (
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"lede/content/lang"
	"lede/content/parse/date"
	"lede/content/parse/page/dom"
	"lede/model/address"
	"lede/model/clean"
)

// publishedMetas are the meta elements that give the date of publication, the most reliable first.
var publishedMetas = [...]string{
	"article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:pubdate",
	"datepublished", "published", "rnews:datepublished", "parsely-pub-date", "sailthru.date", "citation_online_date",
	"citation_publication_date", "dc.date.issued", "dcterms.issued", "cxenseparse:recs:publishtime",
	"cxenseparse:publishtime", "pubdate", "publishdate", "publish-date", "publish_date", "published_time",
	"published_at", "publication_date", "published-date", "article_date_original", "originalpublicationdate",
	"iso-8601-publish-date", "shareaholic:article_published_time", "bt:pubdate", "article.published",
	"eomportal-pubdate", "og:publish_date", "gsa_publish_date", "article:post_date", "release_date",
	"citation_date", "mrf:published_time", "vf:date_published",
}

// modifiedMetas are the meta elements that say when an article was changed or its page was generated.
var modifiedMetas = [...]string{
	"article:modified_time", "og:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
	"dc.date.modified", "last-modified", "lastmod", "revised",
}

// weakMetas are the meta elements that give some date, mostly that of publication.
var weakMetas = [...]string{
	"dc.date", "dcterms.date", "date", "datecreated", "created", "dc.date.created", "dcterms.created",
	"last-published", "video:release_date",
}

const (
	// muchEarlier is how much earlier than the stated date a printed one must be to be a different date, and not the
	// same one in another time zone.
	muchEarlier = 36 * time.Hour
	// sameTime is how far apart two times of one event may be.
	sameTime = 2 * time.Minute
	// maxZone is the largest offset of a time zone from UTC, and zoneStep what every offset is a multiple of.
	maxZone  = 14 * time.Hour
	zoneStep = 15 * time.Minute
	// A printed day without a time may be the day after or before the stated one where that is this late or early in
	// UTC.
	lateEvening  = 3 * time.Hour
	earlyMorning = 8 * time.Hour
	day          = 24 * time.Hour
)

// readDate returns when the article was published, and the elements that print it.
func readDate(src *pageSources, near *vicinity, title string) (time.Time, []*html.Node) {
	dates, nodes := nearDate(near)
	return published(src, dates, title), nodes
}

// published returns the time of publication in UTC, or the zero time. The most reliable sources are asked first.
// Where the page prints the day before or after the stated one, because of its time zone, the printed day wins: it is
// the one that readers know. So does an earlier printed date where the stated one is only when the page was
// generated.
func published(src *pageSources, near nearDates, title string) time.Time {
	when := agreed(confirmed(src.statedDates(), near))
	earlier := !near.printed.IsZero() && near.printed.Before(when.Add(-muchEarlier))
	if !when.IsZero() && earlier && !near.changed && !near.far && src.madeAnew(when) {
		return localDay(near.printed, near)
	}
	at := addressDate(src.address())
	byTitle, ofChange := near.when, time.Time{}
	if near.changed {
		byTitle, ofChange = ofChange, byTitle
	}
	for _, t := range [...]time.Time{
		near.marked, src.titleDate(title), byTitle, src.weakDate(), at, ofChange, src.modified(),
	} {
		if when.IsZero() {
			when = t
		}
	}
	turned := when.Day() == int(at.Month()) && int(when.Month()) == at.Day() && when.Year() == at.Year()
	if !at.IsZero() && when.Equal(near.printed) && turned {
		return at // the page prints the month first
	}
	return localDay(when, near)
}

// confirmed returns the stated dates whose day the page prints by its title as that of publication; all where there
// are none.
func confirmed(stated []time.Time, near nearDates) []time.Time {
	if near.printed.IsZero() || near.changed || near.far {
		return stated
	}
	var same []time.Time
	for _, t := range stated {
		if sameDay(t, near.printed) {
			same = append(same, t)
		}
	}
	if same == nil {
		return stated
	}
	return same
}

// madeAnew reports whether the page was changed in the minute in which it was published: both are then the time when
// it was generated.
func (s *pageSources) madeAnew(when time.Time) bool {
	t := s.modified()
	return !t.IsZero() && t.Sub(when).Abs() < sameTime
}

// localDay returns a time in UTC, on the day that its source gives: midnight is a day without a time, and the day of
// the publisher wins over the one that the time zone makes of it, unless the page prints that.
func localDay(t time.Time, near nearDates) time.Time {
	_, offset := t.Zone()
	wall := t.Add(time.Duration(offset) * time.Second).UTC()
	switch {
	case t.IsZero():
	case offset != 0 && (midnight(wall) || !sameDay(wall, t.UTC()) && !sameDay(t.UTC(), near.printed)):
		return wall
	case offset == 0 && !near.printed.IsZero() && !midnight(t) && !sameDay(t, near.printed):
		apart := near.printed.Sub(t)
		if midnight(near.printed) {
			if apart > 0 && apart <= lateEvening || apart < -day && apart > -day-earlyMorning {
				return near.printed.UTC()
			}
		} else if apart.Abs() <= maxZone && apart.Abs()%zoneStep < sameTime {
			return near.printed.UTC()
		}
	}
	return t.UTC()
}

func midnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 }

func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// statedDates returns the dates of publication in JSON-LD and the meta elements.
func (s *pageSources) statedDates() []time.Time {
	var all []time.Time
	add := func(date string) {
		if t, ok := metaDate(date); ok && t.Year() <= lastYear {
			all = append(all, t)
		}
	}
	add(s.article.line("datePublished"))
	for _, m := range publishedMetas {
		add(s.metas.first(m))
	}
	add(s.about.line("datePublished", "uploadDate"))
	add(s.article.line("dateCreated", "uploadDate"))
	return all
}

// agreed returns the first date, or one of the same day that has a time; or the date of another day that clearly more
// sources give.
func agreed(all []time.Time) time.Time {
	if len(all) == 0 {
		return time.Time{}
	}
	count := map[string]int{}
	for _, t := range all {
		count[t.Format(time.DateOnly)]++
	}
	best := all[0]
	for _, t := range all {
		if count[t.Format(time.DateOnly)] > count[best.Format(time.DateOnly)]+1 {
			best = t
		}
	}
	for _, t := range all {
		if midnight(best) && !midnight(t) && t.Format(time.DateOnly) == best.Format(time.DateOnly) {
			best = t
		}
	}
	return best
}

// weakDate returns the date in a meta element that does not say what it is the date of.
func (s *pageSources) weakDate() time.Time {
	t, _ := metaDate(s.metas.first(weakMetas[:]...))
	return t
}

// titleDate returns the date in what the title of the page has besides that of the article, or that is a part of it by
// itself. Any other date in the title of the article is that of what it tells.
func (s *pageSources) titleDate(title string) time.Time {
	rest := s.title
	for rest != "" {
		var part string
		part, rest = cutPart(rest)
		if t, ok := loneDate(part); ok {
			return t
		}
	}
	if _, ok := dateIn(title); ok {
		return time.Time{}
	}
	t, _ := dateIn(s.title)
	return t
}

// cutPart cuts a title at its first separator.
func cutPart(s string) (part, rest string) {
	at, end := len(s), len(s)
	for _, sep := range titleSeparators {
		if i := strings.Index(s, sep); i >= 0 && i < at && strings.Contains(sep, " ") {
			at, end = i, i+len(sep)
		}
	}
	return s[:at], s[end:]
}

// attrDate reads a date from the attributes of an element.
func attrDate(n *html.Node) (time.Time, bool) {
	for _, key := range [...]string{"datetime", "content", "data-datetime", "data-timestamp", "data-date", "title"} {
		if t, ok := metaDate(metaText(dom.Attr(n, key))); ok {
			return t, true
		}
	}
	return time.Time{}, false
}

// maxInnerNodes is how many nodes in an element are searched for a date.
const maxInnerNodes = 50

// innerDate reads the date of a time element inside an element.
func innerDate(n *html.Node) (time.Time, bool) {
	seen := 0
	for c := range n.Descendants() {
		if seen++; seen > maxInnerNodes {
			break
		}
		if c.Type == html.ElementNode {
			if t, ok := metaDate(metaText(dom.Attr(c, "datetime"))); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// maxDated is how much of a text is searched for a date, in bytes.
const maxDated = 300

// The years that a number in a text is believed to be: of the calendar of today, and of that of Thailand, which is
// 543 years ahead.
const (
	// The years that a text is believed to name: in the Gregorian calendar, and in that of Thailand, which is 543
	// years ahead.
	firstYear, lastYear = 1901, 2059
	firstThaiYear       = 2451
)

// dateIn finds the first date in a text, in the time zone that the text names.
func dateIn(s string) (time.Time, bool) {
	for _, t := range datesIn(s) {
		return t, true
	}
	return time.Time{}, false
}

// datesIn returns the dates in a text, each in the time zone that the text names, and the words before its figures,
// back to the date before.
func datesIn(s string) iter.Seq2[string, time.Time] {
	s = clean.Clip(s, maxDated)
	return func(yield func(string, time.Time) bool) {
		if !lang.HasDigit(s) {
			return
		}
		start, last := true, 0 // a date may begin here, and the one before ended there
		digits, code := false, false
		for i, c := range s {
			if i >= last && (start || unicode.IsDigit(c) && !code) {
				if end, t := dateAt(s[i:]); end > 0 {
					before := i + strings.IndexFunc(s[i:], unicode.IsDigit) // "updated" may be read as a part of the date
					if !yield(s[last:before], t) {
						return
					}
					last = i + end
				}
			}
			start = !unicode.IsLetter(c) && !unicode.IsDigit(c)
			digits = !start && (digits || unicode.IsDigit(c))
			code = digits && (code || unicode.Is(unicode.Latin, c)) // "4ce5" is a name of a program
		}
	}
}

// dateAt reads the date that a text begins with, in the time zone that the text names. The end is 0 for none.
func dateAt(s string) (end int, t time.Time) {
	end, d := date.Scan(s)
	if end == 0 || !believedYear(d.Year) {
		return 0, time.Time{}
	}
	t, ok := d.Time()
	if !ok || isEpoch(t) {
		return 0, time.Time{}
	}
	return end, t.In(time.FixedZone("", d.Offset))
}

// believedYear reports whether a text may name a year; 0 is none.
func believedYear(year int) bool {
	return year == 0 || year >= firstYear && year <= lastYear || year >= firstThaiYear
}

// The years that an address is believed to name.
const firstWebYear, lastWebYear = 1991, 2099

// addressDate reads the date of an address such as /2026/05/03/tide.
func addressDate(link string) time.Time {
	parts := strings.FieldsFunc(address.Path(link), func(c rune) bool { return strings.ContainsRune("/-_.", c) })
	for i := range parts {
		if i+2 < len(parts) && len(parts[i]) == len("2006") && (parts[i][0] == '2' || parts[i][0] == '1') {
			t, err := time.Parse("2006-1-2", strings.Join(parts[i:i+3], "-"))
			if err == nil && t.Year() >= firstWebYear {
				return t
			}
		}
		if len(parts[i]) == len("20060102") {
			t, err := time.Parse("20060102", parts[i])
			if err == nil && t.Year() >= firstWebYear && t.Year() <= lastWebYear {
				return t
			}
		}
	}
	return time.Time{}
}

// modified returns when the page says that its article was changed, or the zero time.
func (s *pageSources) modified() time.Time {
	for _, date := range [...]string{
		s.article.line("dateModified"), s.about.line("dateModified"), s.metas.first(modifiedMetas[:]...),
	} {
		if t, ok := metaDate(date); ok {
			return t
		}
	}
	return time.Time{}
}

// zonedLayouts are the date formats with a time zone, which is kept.
var zonedLayouts = [...]string{
	time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z0700",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05Z0700", time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700",
}

// oldest is the year that dates in metadata must be after.
const oldest = 1500

// metaDate reads a date as metadata gives it: in any format of front matter, as printed, or in seconds since 1970. The
// first day of 1970 is what programs write where they know no date.
func metaDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxDated || !lang.HasDigit(s) {
		return time.Time{}, false
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		switch len(s) {
		case len("20060102"), len("200601021504"), len("20060102150405"): // a day, perhaps with a time
			t, err := time.Parse("20060102150405"[:len(s)], s)
			return t, err == nil && t.Year() >= firstYear && t.Year() <= lastWebYear
		case len("1777777777"): // seconds
			return time.Unix(n, 0).UTC(), s[0] == '1'
		case len("1777777777000"): // milliseconds
			return time.UnixMilli(n).UTC(), s[0] == '1'
		}
		return time.Time{}, false
	}
	for _, layout := range zonedLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, !isEpoch(t)
		}
	}
	t, ok := date.Stated(s)
	if !ok {
		t, ok = dateIn(s)
	}
	return t, ok && t.Year() > oldest && !isEpoch(t)
}

// isEpoch reports whether a time is of the day that the clocks of programs begin with.
func isEpoch(t time.Time) bool { return t.UTC().Truncate(day).Equal(time.Unix(0, 0).UTC()) }
