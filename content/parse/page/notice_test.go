package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/lang"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/model"
)

func TestPageSetsNoticesApart(t *testing.T) {
	for _, c := range []struct {
		name, element string
		want          model.Notice
	}{
		{
			"newsletter form",
			`<form action="/subscribe"><p>The tide in your inbox, every morning.</p><input type="email" name="mail">` +
				`<button>Go</button></form>`,
			model.Notice{Kind: model.Newsletter, Source: "The tide in your inbox, every morning."},
		},
		{
			"newsletter form beside its words",
			`<div class="x4"><p>The tide in your inbox, every morning.</p><form><input type="email"><button>Go</button>` +
				`</form></div>`,
			model.Notice{Kind: model.Newsletter, Source: "The tide in your inbox, every morning."},
		},
		{
			"newsletter box",
			`<div class="newsletter-signup"><h4>Courier Weekly</h4><p>The best of the week, on Fridays.</p><a ` +
				`href="/newsletter">Sign up</a></div>`,
			model.Notice{
				Kind: model.Newsletter, Source: "Courier Weekly\\\nThe best of the week, on Fridays.\\\nSign up",
				Plain: "Courier Weekly\nThe best of the week, on Fridays.\nSign up",
			},
		},
		{
			"disclaimer", `<p class="b-disclaimer">The views in this article are those of its author.</p>`,
			model.Notice{Kind: model.Disclaimer, Source: "The views in this article are those of its author."},
		},
		{
			"sponsor",
			`<div class="sponsored-box"><a href="https://shop.example/boots">Boots that stay dry in any tide, now for less ` +
				`than ever</a></div>`,
			model.Notice{Kind: model.Advertisement, Source: "Boots that stay dry in any tide, now for less than ever"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]model.Block{c.want}, embedded(t, c.element)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.element, diff)
			}
		})
	}
}

func TestPageLeavesControls(t *testing.T) {
	for _, element := range []string{
		`<ul class="social-share"><li><a href="https://facebook.com/share">Facebook</a></li><li><a ` +
			`href="mailto:?subject=x">Mail</a></li></ul>`,
		`<div class="ad-slot"><span>Advertisement</span></div>`,
		`<form><input type="search" name="q"><span>Search the archive</span></form>`,
		`<p><a href="whatsapp://send?text=The%20tide">WhatsApp</a></p>`,
		`<p><a href="SMS:?&amp;body=The%20tide">Text it</a> <a href="mailto:?subject=The%20tide">Mail it</a></p>`,
		`<div class="newsletter"><label>E-mail</label><input type="email"></div>`,
	} {
		if got := embedded(t, element); len(got) > 0 {
			t.Errorf("%s: got %+v, want nothing", element, got)
		}
	}
}

func TestPageShowsWhatAConsentBoxHoldsBack(t *testing.T) {
	got := embedded(t,
		`<div class="embed-consent"><p>We need your consent to load this video.</p><button>Load</button><template>`+
			`</template><iframe data-src="https://www.youtube.com/embed/abcdefghijk"></iframe></div>`)
	want := []model.Block{model.Image{URL: "https://www.youtube.com/watch?v=abcdefghijk"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPageKeepsAStoryInABoxThatIsNamedLikeANotice(t *testing.T) {
	marks := lift.Find(dom.Parse(`<div class="share-content newsletter col-md-push-3"><p>`+
		strings.Repeat("The harbour master says that the wall is too low. ", 20)+`</p><a href="/x">The letter</a></div>`, "",
		nil), lang.Labels{})
	if len(marks) > 0 {
		t.Errorf("got %d marks, want the paragraph left where it stands", len(marks))
	}
}
