package model

import "testing"

func TestPlayersAreToldFromPictures(t *testing.T) {
	for url, want := range map[string]bool{
		"https://www.youtube.com/watch?v=abc":      true,
		"https://m.youtube.com/watch?v=abc":        true,
		"https://vimeo.com/123":                    true,
		"https://news.example/flood.MP4?x=1.jpg":   true,
		"https://news.example/tide.mp3":            true,
		"https://i.ytimg.com/vi/abc/hq.jpg":        false,
		"https://notyoutube.com/a.jpg":             false,
		"https://news.example/pier.jpg?video=.mp4": false,
		"": false,
	} {
		if got := (Image{URL: url}).Plays(); got != want {
			t.Errorf("%q: got %t, want %t", url, got, want)
		}
	}
}
