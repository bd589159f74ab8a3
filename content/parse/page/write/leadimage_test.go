package write

import "testing"

func TestImageKey(t *testing.T) {
	for url, want := range map[string]string{
		"https://a.example/p/quay-at-six-1200x630.jpg?w=3": "quay-at-six",
		"https://a.example/p/quay-at-six_640w.webp":        "quay-at-six",
		"https://a.example/p/Quay-at-six-scaled.JPG":       "quay-at-six",
		"https://a.example/p/quay-at-6.jpg":                "quay-at-6",
		"https://a.example/p/123-456.jpg":                  "123-456",
	} {
		if got := imageKey(url); got != want {
			t.Errorf("%s: got %q, want %q", url, got, want)
		}
	}
}
