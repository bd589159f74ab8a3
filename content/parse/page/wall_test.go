package page

import "testing"

func TestRedirectIsSeenHoweverItIsWritten(t *testing.T) {
	for page, want := range map[string]string{
		`<meta http-equiv="refresh" content="0; ` +
			`url=https://courier.example/tide">`: "https://courier.example/tide",
		`<META CONTENT="0;URL='https://courier.example/tide'" ` +
			`HTTP-EQUIV=Refresh>`: "https://courier.example/tide",
		`<meta name=x http-equiv='REFRESH' content='1 ; Url = "/tide?a=1&amp;b=2"'>`:                    "/tide?a=1&b=2",
		`<meta charset="utf-8"><meta http-equiv="x-ua-compatible" content="url=https://a.example/">`:    "",
		`<meta http-equiv="refresh" content="300">`:                                                     "",
		`<noscript><meta http-equiv="refresh" content="0; url=https://courier.example/old"></noscript>`: "",
	} {
		if got := refreshAddress(page); got != want {
			t.Errorf("%s leads to %q, want %q", page, got, want)
		}
	}
}
