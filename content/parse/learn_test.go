//go:build learn

package parse

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lede/model"
)

// folds is in how many parts the pages are cut: each is tried with what the others have taught.
const folds = 5

// TestLearn learns the weights of the judge (body/judge.go) from public pages with their true texts, which lie beside
// the repository, says how well they do, and writes them into the sources:
//
//	go test -tags learn -run TestLearn -v ./content/parse
func TestLearn(t *testing.T) {
	pages := lessons(t)
	var tried marksGiven
	for fold := range folds {
		learn(pages, func(l *lesson) bool { return l.fold() != fold })
		for _, l := range pages {
			if l.fold() == fold {
				tried.add(t, l)
			}
		}
	}
	t.Logf("pages that did not teach:\n%s", tried)
	learn(pages, func(*lesson) bool { return true })
	next := 0
	for _, file := range []string{"mainsigns.go", "mainnames.go", "mainplaces.go"} {
		next = rewriteWeights(t, file, next)
	}
}

// fold returns the part of the pages that one belongs to.
func (l *lesson) fold() int {
	h := fnv.New32a()
	h.Write([]byte(l.ID))
	return int(h.Sum32()>>8) % folds
}

// learn sets the weights by the pages that teach.
func learn(pages []*lesson, teaches func(l *lesson) bool) {
	var all []sample
	for _, l := range pages {
		if teaches(l) {
			all = append(all, l.samples...)
		}
	}
	for i, w := range fit(all) {
		*slots()[i] = w
	}
}

// fit returns the weights of a logistic regression, by AdaGrad. The penalty brings those to nothing that teach
// little; the first one, which is true of all, pays none.
//
// See https://www.jmlr.org/papers/v12/duchi11a.html.
func fit(all []sample) []float64 {
	const rounds, penalty = 12, .016
	order := rand.New(rand.NewPCG(1, 2))
	weights := make([]float64, len(slots()))
	steps := make([]float64, len(weights))
	mean := 0.0
	for _, s := range all {
		mean += s.weight / float64(len(all))
	}
	for round := range rounds {
		rate := .1
		if round > rounds/2 {
			rate = .03
		}
		for _, k := range order.Perm(len(all)) {
			s := all[k]
			sum := 0.0
			for _, x := range s.values {
				sum += weights[x.slot] * x.value
			}
			off := (1/(1+math.Exp(-sum)) - s.own) * s.weight / mean
			for _, x := range s.values {
				g := off * x.value
				steps[x.slot] += g * g
				step := rate / math.Sqrt(steps[x.slot]+1e-4)
				w := weights[x.slot] - step*g
				if x.slot > 0 {
					w = math.Copysign(max(0, math.Abs(w)-step*penalty), w)
				}
				weights[x.slot] = w
			}
		}
	}
	return weights
}

// slots returns where the weights are kept, in their order in the sources.
func slots() (all []*float64) {
	for i := range signs {
		all = append(all, &signs[i].weight)
	}
	for i := range sayings {
		s := &sayings[i]
		all = append(all, &s.own, &s.near, &s.far)
	}
	for i := range settings {
		s := &settings[i]
		all = append(all, &s.weight, &s.read)
	}
	return all
}

// valuesOf returns what is true of a passage, for the slots of which something is.
func valuesOf(f *facts) (all []slotValue) {
	slot := 0
	add := func(v float64) {
		if v != 0 {
			all = append(all, slotValue{slot, v})
		}
		slot++
	}
	is := func(b bool) { add(when(func(*facts) bool { return b })(f)) }
	for _, s := range signs {
		add(s.of(f))
	}
	for _, s := range sayings {
		is(f.own&s.says != 0)
		is(f.near&s.says != 0)
		is(f.far&s.says != 0)
	}
	for _, s := range settings {
		is(f.in&s.in != 0)
		is(f.read && f.in&s.in != 0)
	}
	return all
}

// slotValue is how much a sign is true of a passage.
type slotValue struct {
	slot  int
	value float64
}

// factsOf returns what is known of the passages of a page.
func factsOf(t *testing.T, l *lesson) []*facts {
	s, _, err := Options{Format: HTML, Name: l.File}.decode(l.data)
	if err != nil {
		t.Fatal(err)
	}
	d := parseDOM(s, l.URL, nil)
	_, meta := readMeta(d, model.Entry{})
	survey := newSurvey(d, findMarks(d, Labels{}))
	read, _ := survey.read()
	return gatherFacts(survey, read, meta)
}

var (
	weightRow    = regexp.MustCompile(`(\{(?:\w+, )?"[^"]+", )((?:-?\d*\.?\d+(?:, |\}))+)`)
	weightNumber = regexp.MustCompile(`-?\d*\.?\d+`)
)

// rewriteWeights writes the weights from the slot next on into the rows of a file, and returns the slot behind them.
func rewriteWeights(t *testing.T, file string, next int) int {
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	source = weightRow.ReplaceAllFunc(source, func(row []byte) []byte {
		parts := weightRow.FindSubmatch(row)
		return append(parts[1], weightNumber.ReplaceAllFunc(parts[2], func([]byte) []byte {
			s := strconv.FormatFloat(math.Round(*slots()[next]*100)/100+0, 'f', -1, 64)
			next++
			return []byte(strings.TrimSuffix(strings.Replace(strings.Replace(s, "0.", ".", 1), "-0", "0", 1), "."))
		})...)
	})
	if err := os.WriteFile(file, source, 0o600); err != nil {
		t.Fatal(err)
	}
	return next
}
