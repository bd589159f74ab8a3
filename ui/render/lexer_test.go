package render

import (
	"testing"
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"lede/model"
	"lede/ui/theme"
)

// TestALexerThatStallsIsLeft reads code by a clock that shows too long for every word.
func TestALexerThatStallsIsLeft(t *testing.T) {
	const code = "var a = 1\n"
	var clock time.Time
	l := &patientLexer{Lexer: lexers.Get("javascript"), now: func() time.Time { return clock }}
	for step, want := range map[time.Duration]int{
		0: len(code), slowWord - 1: len(code), maxWait / 2: len("var "), maxWait: len("var"),
	} {
		l.now = func() time.Time { clock = clock.Add(step); return clock }
		words, err := l.Tokenise(nil, code)
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		for w := words(); w != chroma.EOF; w = words() {
			got += len(w.Value)
		}
		if got != want {
			t.Errorf("at %v a word %d bytes are read, not %d", step, got, want)
		}
	}
}

// TestAnArticleCannotNameThePatientLexer draws code whose language is the name of the lexer that reads languages.
func TestAnArticleCannotNameThePatientLexer(t *testing.T) {
	lines := New(theme.New(true), 80).Block(model.Code{Language: patient.config.Name, Source: "x"})
	if len(lines) != 1 || lines[0].Text != "x" || known(patient.config.Name) {
		t.Errorf("it is drawn as %v", lines)
	}
}
