package model

import "testing"

func TestFormulasAreToldFromPrices(t *testing.T) {
	for s, want := range map[string]string{
		"$a_1$ b": "$a_1$", "$x$, y": "$x$", "$x, y$": "$x, y$", "$`a * b`$.": "$`a * b`$", "$\\$5$": "$\\$5$", "$5$": "$5$",
		"$5 and $6": "", "$5 or 5$ a": "", "$ a$": "", "$a $": "", "$HOME and $PATH": "", "$a$1": "", "$a\n\nb$": "",
		"$$": "", "$": "", "": "",
		"$wait for me$": "", "$2^n$ of": "$2^n$",
	} {
		if got := s[:Formula("", s)]; got != want {
			t.Errorf("%q begins with the formula %q, want %q", s, got, want)
		}
	}
	if n := Formula("US", "$a_1$"); n != 0 {
		t.Errorf("a dollar behind letters begins a formula of %d bytes", n)
	}
}
