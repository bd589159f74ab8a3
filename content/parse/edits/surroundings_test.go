package edits_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// surrounding is a change of what is round an article.
type surrounding struct {
	name   string
	change func(page string, rnd *rand.Rand) string
}

var (
	classes   = regexp.MustCompile(`\bclass=("[^"]*"|'[^']*')`)
	hashed    = regexp.MustCompile(`\b[a-zA-Z_-]*[0-9][a-zA-Z0-9_-]*\b`)
	ending    = regexp.MustCompile(`</p>`)
	asides    = regexp.MustCompile(`(?s)<(?:aside|nav|footer)\b.*?</(?:aside|nav|footer)>`)
	linkWords = regexp.MustCompile(`(<a\b[^>]*>)([^<>]{30,})(</a>)`)
	ids       = regexp.MustCompile(`\bid="[^"]*"`)
)

func surroundings() []surrounding {
	number := func(rnd *rand.Rand) string { return fmt.Sprintf("%x", rnd.Uint32()) }
	return []surrounding{
		{"classes", func(page string, rnd *rand.Rand) string { // those that a build makes, and one more on each element
			page = classes.ReplaceAllStringFunc(page, func(s string) string {
				s = hashed.ReplaceAllStringFunc(s, func(string) string { return "c" + number(rnd) })
				return s[:len(s)-1] + " css-" + number(rnd) + s[len(s)-1:]
			})
			return ids.ReplaceAllStringFunc(page, func(s string) string {
				return hashed.ReplaceAllStringFunc(s, func(string) string { return "i" + number(rnd) })
			})
		}},
		{"ads", func(page string, rnd *rand.Rand) string {
			return sometimes(page, rnd, func() string {
				return `<div class="ad-slot ad-` + number(rnd) + `" data-ad="` + number(rnd) +
					`"><span>Advertisement</span><a href="https://ads.example/` + number(rnd) +
					`"><img src="https://ads.example/` + number(rnd) + `.gif" alt=""></a></div>`
			})
		}},
		{"related", func(page string, rnd *rand.Rand) string {
			page = asides.ReplaceAllStringFunc(page, func(s string) string {
				return linkWords.ReplaceAllString(s, "${1}Pilots ask for a second lighthouse "+number(rnd)+"${3}")
			})
			return sometimes(page, rnd, func() string {
				return `<p><strong>Read also: <a href="https://news.example/` + number(rnd) +
					`">Pilots ask for a second lighthouse</a></strong></p>`
			})
		}},
		{"dates", func(page string, rnd *rand.Rand) string {
			clock := fmt.Sprintf("<p>Updated %d May 2026, %d:%02d</p><p>%d min read</p>", 1+rnd.IntN(30), rnd.IntN(24),
				rnd.IntN(60), 1+rnd.IntN(9))
			return strings.Replace(page, "</h1>", "</h1>"+clock, 1)
		}},
		{"cookies", func(page string, rnd *rand.Rand) string {
			return inBody(page, `<div class="consent-`+number(rnd)+`" role="dialog"><h2>We value your privacy</h2>`+
				`<p>We and our 812 partners store and read information on a device, such as cookies.</p>`+
				`<button>Accept all</button><button>Reject all</button></div>`)
		}},
		{"sidebar", func(page string, rnd *rand.Rand) string {
			box := `<aside class="rail-` + number(rnd) + `"><h3>Most read</h3><ol>`
			for range 5 {
				box += `<li><a href="https://news.example/` + number(rnd) + `">Ferry pilots ask for a ` + number(rnd) +
					` lamp</a></li>`
			}
			return beforeEnd(page, box+"</ol></aside>")
		}},
		{"newsletter", func(page string, rnd *rand.Rand) string {
			return sometimes(page, rnd, func() string {
				return `<div class="newsletter-signup nl-` + number(rnd) + `"><h4>Sign up for our newsletter</h4>` +
					`<form><input type="email"><button>Subscribe</button></form></div>`
			})
		}},
		{"trending", func(page string, rnd *rand.Rand) string {
			return sometimes(page, rnd, func() string {
				return `<div class="related-box"><h4>Related stories</h4><ul><li><a href="https://news.example/` +
					number(rnd) + `">Pilots ask for a lamp</a></li><li><a href="https://news.example/` + number(rnd) +
					`">The sluices at night</a></li></ul></div>`
			})
		}},
		{"comments", func(page string, rnd *rand.Rand) string {
			return beforeEnd(page, `<section id="comments" class="comments"><h3>`+fmt.Sprint(rnd.IntN(90))+
				` comments</h3><div class="comment"><b>gull`+number(rnd)+`</b><p>So it was closed in time.</p></div></section>`)
		}},
		{"quotes", func(page string, _ *rand.Rand) string {
			return strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'", "&rsquo;", "'", "&ldquo;", "&quot;",
				"&rdquo;", "&quot;").Replace(page)
		}},
		{"script", func(page string, rnd *rand.Rand) string {
			return inBody(page, `<script>window.state={"id":"`+number(rnd)+`","seen":`+fmt.Sprint(rnd.IntN(99))+`}</script>`)
		}},
	}
}

// body finds the tag that the body of a page begins with.
var body = regexp.MustCompile(`<body\b[^>]*>`)

// inBody puts something at the beginning of what a page shows, beforeEnd at its end.
func inBody(page, what string) string {
	at := body.FindStringIndex(page)
	if at == nil {
		return page
	}
	return page[:at[1]] + what + page[at[1]:]
}

func beforeEnd(page, what string) string {
	at := strings.LastIndex(page, "</body>")
	if at < 0 {
		return page
	}
	return page[:at] + what + page[at:]
}

// sometimes puts something behind two of the paragraphs of a page.
func sometimes(page string, rnd *rand.Rand, what func() string) string {
	ends := ending.FindAllStringIndex(page, -1)
	if len(ends) < 4 {
		return page
	}
	places := []int{ends[1+rnd.IntN(len(ends)-2)][1], ends[1+rnd.IntN(len(ends)-2)][1]}
	slices.Sort(places)
	for _, at := range slices.Backward(places) {
		page = page[:at] + what() + page[at:]
	}
	return page
}
