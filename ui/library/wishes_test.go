package library

import "testing"

func TestCountsComeInTheirOrder(t *testing.T) {
	var w wishes
	w.want()
	all := shownRows{made: w.made}
	if got := w.next(all); got != facetCounts {
		t.Errorf("of the whole library the first count is %v", got)
	}
	w.faceted, w.counted = w.made, w.made
	if got := w.next(all); got != viewCounts {
		t.Errorf("after the facets comes %v", got)
	}
	w.viewed = true
	if got := w.next(all); got != noCount {
		t.Errorf("after the views comes %v", got)
	}
}

func TestASearchIsCountedAfterARest(t *testing.T) {
	var w wishes
	w.want()
	w.turn()
	found := shownRows{made: w.made, narrowed: true}
	for _, want := range []count{afterRest, noCount} {
		if got := w.next(found); got != want {
			t.Errorf("before the rest: %v, want %v", got, want)
		}
	}
	w.rest(w.made - 1)
	if got := w.next(found); got != noCount {
		t.Errorf("after the rest of an older wish: %v", got)
	}
	w.rest(w.made)
	found.held = true
	if got := w.next(found); got != noCount {
		t.Errorf("while another count is under way: %v", got)
	}
	found.held = false
	for _, want := range []count{rowCount, facetCounts} {
		if got := w.next(found); got != want {
			t.Errorf("after the rest: %v, want %v", got, want)
		}
	}
	w.turn()
	w.next(found)
	w.rest(w.made)
	if got := w.next(found); got != noCount {
		t.Errorf("while the rows of the wish before are shown: %v", got)
	}
	if got := w.next(shownRows{made: w.made, narrowed: true, whole: true}); got != facetCounts || w.counted != w.made {
		t.Errorf("rows whose number is known: %v, counted %d of %d", got, w.counted, w.made)
	}
}

func TestTheFirstFacetsAreDroppedOnce(t *testing.T) {
	var w wishes
	w.want()
	first := w.made
	if w.drops(first) {
		t.Error("what is wanted is dropped")
	}
	w.turn()
	if !w.drops(first) {
		t.Error("the first facets are not put off")
	}
	second := w.made
	if w.turn(); w.drops(second) {
		t.Error("the first facets are put off twice")
	}
	if w.faceted = second; !w.drops(second) {
		t.Error("later ones are not dropped")
	}
}

func TestARowThatIsShownIsWantedAgain(t *testing.T) {
	var w wishes
	w.want()
	if w.reload(w.made - 1); w.again {
		t.Error("rows that have not come are wanted again")
	}
	if w.reload(w.made); !w.again {
		t.Error("the rows that are shown are not wanted again")
	}
	if w.turn(); w.again || w.turned != w.made {
		t.Error("other rows are the same ones")
	}
}

func TestAWishThatFailedIsNotCounted(t *testing.T) {
	var w wishes
	w.want()
	w.settle(w.made)
	if got := w.next(shownRows{made: w.made}); got != noCount {
		t.Errorf("it is: %v", got)
	}
}
