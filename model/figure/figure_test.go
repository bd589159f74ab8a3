package figure

import (
	"testing"
	"time"
)

func TestFiguresAreWrittenForPeople(t *testing.T) {
	for got, want := range map[string]string{
		Number(0):                 "0",
		Number(999):               "999",
		Number(1000):              "1,000",
		Number(1234567):           "1,234,567",
		Articles(0):               "0 articles",
		Articles(1):               "1 article",
		Articles(12_000):          "12,000 articles",
		Minutes(1):                "1 min",
		Minutes(90):               "90 min",
		Minutes(91):               "2 h",
		Minutes(8075):             "135 h",
		Bytes(17):                 "17 bytes",
		Bytes(64_000):             "64 kB",
		Bytes(3_240_000):          "3.2 MB",
		Seconds(10 * time.Second): "10 s",
		Seconds(time.Second / 4):  "0.25 s",
		Wait(time.Second):         "1 second",
		Wait(time.Minute):         "60 seconds",
		Wait(121 * time.Second):   "3 minutes",
		Wait(2 * time.Hour):       "2 hours",
		Wait(72 * time.Hour):      "3 days",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestADayHasItsYearUnlessItIsThePresentOne(t *testing.T) {
	now := time.Date(2026, 5, 6, 12, 0, 0, 0, time.FixedZone("", -8*3600))
	for at, want := range map[time.Time]string{
		{}: "",
		time.Date(2026, 3, 14, 0, 0, 0, 0, time.UTC): "14 Mar",
		time.Date(2026, 3, 14, 3, 0, 0, 0, time.UTC): "13 Mar",
		time.Date(2025, 3, 14, 0, 0, 0, 0, time.UTC): "14 Mar 2025",
	} {
		if got := Day(at, now); got != want {
			t.Errorf("%v: got %q, want %q", at, got, want)
		}
	}
}
