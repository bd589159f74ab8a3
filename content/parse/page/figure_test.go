package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestPageKeepsFiguresWithCaptionAndCredit(t *testing.T) {
	for _, c := range []struct {
		name, element string
		want          model.Image
	}{
		{
			"figure",
			`<figure><img src="/quay.jpg" alt="The quay"><figcaption>Water over the lower quay. Photo: Ines ` +
				`Okafor</figcaption></figure>`,
			model.Image{
				URL: "https://courier.example/quay.jpg", Alt: "The quay", Caption: "Water over the lower quay.",
				Credit: "Photo: Ines Okafor",
			},
		},
		{
			"picture that a press shows larger",
			`<figure><div class="m1"><button aria-label="Enlarge"><img src="/quay.jpg" alt="The quay"></button></div><div ` +
				`class="c1"><span><span>Water over the lower quay at night.</span> Photo: Ines Okafor</span></div></figure>`,
			model.Image{
				URL: "https://courier.example/quay.jpg", Alt: "The quay", Caption: "Water over the lower quay at night.",
				Credit: "Photo: Ines Okafor",
			},
		},
		{
			"credit of its own",
			`<figure><img src="/quay.jpg"><figcaption><span class="caption">Water over the quay.</span> <span ` +
				`class="credit">Ines Okafor/Courier</span></figcaption></figure>`,
			model.Image{
				URL: "https://courier.example/quay.jpg", Caption: "Water over the quay.",
				Credit: "Ines Okafor/Courier",
			},
		},
		{
			"credit that is cited",
			`<figure><img src="/quay.jpg"><span class="meta"><cite>Ines Okafor for the Courier</cite></span></figure>`,
			model.Image{URL: "https://courier.example/quay.jpg", Credit: "Ines Okafor for the Courier"},
		},
		{
			"credit without a caption", `<figure><img src="/quay.jpg"><div>Photo by Ines Okafor</div></figure>`,
			model.Image{URL: "https://courier.example/quay.jpg", Credit: "Photo by Ines Okafor"},
		},
		{
			"a control", `<figure><img src="/quay.jpg"><div>Open in full size</div></figure>`,
			model.Image{URL: "https://courier.example/quay.jpg"},
		},
		{
			"the largest picture",
			`<figure><picture><source srcset="/q-400.webp 400w, /q-1200.webp 1200w"><img src="/q-s.jpg" srcset="/q-300.jpg ` +
				`300w, /q-800.jpg 800w" alt="The quay"></picture></figure>`,
			model.Image{URL: "https://courier.example/q-1200.webp", Alt: "The quay"},
		},
		{
			"loaded late",
			`<figure class="wp-block-image"><img class="lazy" src="data:image/gif;base64,R0lGOD" data-src="/quay.jpg" ` +
				`alt="The quay"><noscript><img src="/quay.jpg" alt="The quay"></noscript></figure>`,
			model.Image{URL: "https://courier.example/quay.jpg", Alt: "The quay"},
		},
		{
			"stand-in", `<figure><img src="/img/blank.gif" data-src="/quay.jpg" alt="The quay"></figure>`,
			model.Image{URL: "https://courier.example/quay.jpg", Alt: "The quay"},
		},
		{
			"for readers without scripts only",
			`<div class="late"></div><noscript><img src="/quay.jpg" alt="The quay"></noscript>`,
			model.Image{URL: "https://courier.example/quay.jpg", Alt: "The quay"},
		},
		{
			"caption without figure",
			`<div class="wp-caption alignnone"><a href="/quay-full.jpg"><img src="/quay.jpg" alt=""></a><p ` +
				`class="wp-caption-text">Water over the quay (Foto: dpa)</p></div>`,
			model.Image{URL: "https://courier.example/quay.jpg", Caption: "Water over the quay", Credit: "Foto: dpa"},
		},
		{
			"line below a picture in a box",
			`<div class="c-img"><img src="/quay.jpg" alt=""><p class="c-img__cap">The gate of the lower quay</p></div>`,
			model.Image{URL: "https://courier.example/quay.jpg", Caption: "The gate of the lower quay"},
		},
		{
			"caption in a picture's box",
			`<div class="image-right"><img src="/quay.jpg" alt=""><i>Water over the quay. (<a href="/ines">Ines Okafor</a>` +
				`/Getty)</i></div>`,
			model.Image{URL: "https://courier.example/quay.jpg", Caption: "Water over the quay.", Credit: "Ines Okafor/Getty"},
		},
		{
			"AMP", `<amp-img src="/quay.jpg" alt="The quay" width="800" height="600"></amp-img>`,
			model.Image{URL: "https://courier.example/quay.jpg", Alt: "The quay"},
		},
		{
			"player with a caption",
			`<figure class="wp-block-embed is-provider-youtube"><div class="wp-block-embed__wrapper"><iframe ` +
				`src="https://www.youtube.com/embed/abcdefghijk"></iframe></div><figcaption>The night in one ` +
				`minute</figcaption></figure>`,
			model.Image{URL: "https://www.youtube.com/watch?v=abcdefghijk", Caption: "The night in one minute"},
		},
		{
			"caption without a picture yet", `<figure><img data-id="7"><figcaption>Water over the quay</figcaption></figure>`,
			model.Image{Caption: "Water over the quay"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]model.Block{c.want}, embedded(t, c.element)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.element, diff)
			}
		})
	}
}

// TestACaptionIsNoProseWhereItsPictureIsNotKnown is for pages whose pictures are named in data that only scripts read.
func TestACaptionIsNoProseWhereItsPictureIsNotKnown(t *testing.T) {
	for _, element := range []string{
		`<figure><div data-picture="7"></div><figcaption>The keeper at the lower sluice</figcaption></figure>`,
		`<div><figure><x-picture data-id="7"></x-picture></figure><figcaption>The keeper at the lower ` +
			`sluice</figcaption></div>`,
	} {
		want := []model.Block{model.Image{Caption: "The keeper at the lower sluice"}}
		if diff := cmp.Diff(want, embedded(t, element)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", element, diff)
		}
	}
	for _, element := range []string{
		`<figure><pre>gate --open</pre><figcaption>How the gate is opened</figcaption></figure>`,
		`<figure><p>Water is patient.</p><figcaption>A saying of the keepers</figcaption></figure>`,
	} {
		for _, b := range embedded(t, element) {
			if image, ok := b.(model.Image); ok {
				t.Errorf("%s: the words below words have become the caption of a picture: %+v", element, image)
			}
		}
	}
}

func TestPageKeepsTextBesideAPictureAsText(t *testing.T) {
	for _, element := range []string{
		`<div class="image-text"><img src="/quay.jpg"><h2>The quay</h2><p>Water stood over the lower quay since six.</p>` +
			`</div>`,
		`<div class="media"><img src="/quay.jpg"><p>Water stood over the lower quay since six.</p></div>`,
		`<div class="photo"><img src="/quay.jpg"><p>Water stood over the lower quay since six.</p><table><tr><td>` +
			`4.1</td></tr></table></div>`,
	} {
		for _, b := range embedded(t, element) {
			if image, ok := b.(model.Image); ok && image.Caption != "" {
				t.Errorf("%s: the picture has the caption %q, want none", element, image.Caption)
			}
		}
	}
}

func TestPageLeavesPicturesThatShowNothing(t *testing.T) {
	for _, element := range []string{
		`<img src="https://count.example/pixel.gif" width="1" height="1">`,
		`<p><img class="avatar" src="/ines.jpg" alt="Ines Okafor"></p>`,
		`<div><img src="/spacer.gif" alt="dot"></div>`,
		`<p><img src="/static/grey-placeholder.png"></p>`,
		`<div><img src="/icons/mail.png" width="24" height="24" alt="Mail"></div>`,
		`<noscript><img height="1" width="1" src="https://www.facebook.com/tr?id=1&ev=PageView"></noscript>`,
	} {
		if got := embedded(t, element); len(got) > 0 {
			t.Errorf("%s: got %+v, want nothing", element, got)
		}
	}
}
