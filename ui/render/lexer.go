package render

import (
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/dlclark/regexp2"
)

// The patience with a lexer. chroma gives a rule of a lexer up after 250 ms and up to one tick of a clock of its
// own, and goes on with the next rule: code made for that could hold a screen up for a long time, and a rule that
// only had to wait for a processor would colour sound code wrongly. So the clock ticks slowly, and the waits for
// slow words add up. An ordinary word takes microseconds.
const (
	lexerTick = 500 * time.Millisecond
	slowWord  = 20 * time.Millisecond
	maxWait   = time.Second
)

// patient is the lexer that Glamour finds in chroma's list. registry guards which language it reads.
var patient = newPatientLexer()

// patientLexer reads a language until it has been waited for too long; then the text ends early.
type patientLexer struct {
	chroma.Lexer // of the language
	config       chroma.Config
	now          func() time.Time
}

func newPatientLexer() *patientLexer {
	regexp2.SetTimeoutCheckPeriod(lexerTick)
	l := &patientLexer{
		Lexer:  lexers.Fallback,
		config: chroma.Config{Name: "lede/patient"}, // no language of an article: known refuses the slash
		now:    time.Now,
	}
	lexers.Register(l)
	return l
}

// Config is chroma's description of the lexer, by whose name it is found.
func (l *patientLexer) Config() *chroma.Config { return &l.config }

// Tokenise parts code into words.
func (l *patientLexer) Tokenise(options *chroma.TokeniseOptions, code string) (chroma.Iterator, error) {
	words, err := l.Lexer.Tokenise(options, code)
	if err != nil {
		return nil, err
	}
	var waited time.Duration
	return func() chroma.Token {
		if waited >= maxWait {
			return chroma.EOF
		}
		start := l.now()
		word := words()
		if wait := l.now().Sub(start); wait >= slowWord {
			waited += wait
		}
		return word
	}, nil
}
