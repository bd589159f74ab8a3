package diff

import "slices"

// edit is a place where two texts differ: units of the old one, and those of the new one that stand there instead.
type edit struct {
	old, new []int
	before   int // the unit of the new text that follows the place
}

// gaps finds what two sequences have in common, as people do: first by what is in each of them once, then in the same
// way between those. It returns what lies between. It takes about n log n steps for n keys, whatever they are.
func gaps(a, b []string) []edit {
	g := &aligner{a: a, b: b}
	g.between(0, len(a), 0, len(b), 0)
	g.flush()
	return g.edits
}

type aligner struct {
	a, b  []string
	edits []edit
	open  edit // not ended by a common unit yet
}

// mostDeep bounds how often a gap is looked at again: each time all that is in it once has been matched.
const mostDeep = 40

// between aligns a[i:j] with b[k:l].
func (g *aligner) between(i, j, k, l, depth int) {
	for i < j && k < l && g.a[i] == g.b[k] {
		g.flush()
		i, k = i+1, k+1
	}
	end := 0
	for i < j-end && k < l-end && g.a[j-1-end] == g.b[l-1-end] {
		end++
	}
	defer func() {
		if end > 0 {
			g.flush()
		}
	}()
	j, l = j-end, l-end
	if i == j || k == l || depth == mostDeep {
		g.differ(i, j, k, l)
		return
	}
	pairs := g.anchors(i, j, k, l)
	if len(pairs) == 0 {
		g.small(i, j, k, l)
		return
	}
	for _, p := range pairs {
		g.between(i, p[0], k, p[1], depth+1)
		g.flush()
		i, k = p[0]+1, p[1]+1
	}
	g.between(i, j, k, l, depth+1)
}

func (g *aligner) differ(i, j, k, l int) {
	g.open.before = l
	for ; i < j; i++ {
		g.open.old = append(g.open.old, i)
	}
	for ; k < l; k++ {
		g.open.new = append(g.open.new, k)
	}
}

// flush ends the gap that is open: something that both have follows.
func (g *aligner) flush() {
	if len(g.open.old)+len(g.open.new) > 0 {
		g.edits = append(g.edits, g.open)
	}
	g.open = edit{}
}

// anchors are the longest run of pairs, in both orders, of keys that either side has once.
func (g *aligner) anchors(i, j, k, l int) [][2]int {
	type seen struct{ inA, inB, atA, atB int }
	keys := make(map[string]*seen)
	for n := i; n < j; n++ {
		if keys[g.a[n]] == nil {
			keys[g.a[n]] = &seen{}
		}
		s := keys[g.a[n]]
		s.inA, s.atA = s.inA+1, n
	}
	for n := k; n < l; n++ {
		if s := keys[g.b[n]]; s != nil {
			s.inB, s.atB = s.inB+1, n
		}
	}
	var pairs [][2]int
	for n := i; n < j; n++ {
		if s := keys[g.a[n]]; s.inA == 1 && s.inB == 1 {
			pairs = append(pairs, [2]int{s.atA, s.atB})
		}
	}
	return rising(pairs)
}

// rising is the longest run of pairs whose second numbers rise; the first ones do.
func rising(pairs [][2]int) [][2]int {
	tails := make([]int, 0, len(pairs)) // of runs by their length, the pair that ends one with the least number
	before := make([]int, len(pairs))
	for n, p := range pairs {
		at, _ := slices.BinarySearchFunc(tails, p[1], func(t, v int) int { return pairs[t][1] - v })
		before[n] = -1
		if at > 0 {
			before[n] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, n)
		} else {
			tails[at] = n
		}
	}
	if len(tails) == 0 {
		return nil
	}
	var run [][2]int
	for n := tails[len(tails)-1]; n >= 0; n = before[n] {
		run = append(run, pairs[n])
	}
	slices.Reverse(run)
	return run
}

// smallGap is up to how many cells of a table a gap may take that has nothing once.
const smallGap = 1 << 16

// small aligns a gap whose keys all repeat, by the longest common sequence when it is small enough.
func (g *aligner) small(i, j, k, l int) {
	rows, columns := j-i, l-k
	if rows*columns > smallGap {
		g.differ(i, j, k, l)
		return
	}
	table := make([][]int, rows+1)
	for r := range table {
		table[r] = make([]int, columns+1)
	}
	for r := rows - 1; r >= 0; r-- {
		for c := columns - 1; c >= 0; c-- {
			if g.a[i+r] == g.b[k+c] {
				table[r][c] = table[r+1][c+1] + 1
			} else {
				table[r][c] = max(table[r+1][c], table[r][c+1])
			}
		}
	}
	for r, c := 0, 0; r < rows || c < columns; {
		switch {
		case r < rows && c < columns && g.a[i+r] == g.b[k+c]:
			g.flush()
			r, c = r+1, c+1
		case c == columns || r < rows && table[r+1][c] >= table[r][c+1]:
			g.open.old = append(g.open.old, i+r)
			r++
		default:
			g.open.new = append(g.open.new, k+c)
			c++
		}
		g.open.before = k + c
	}
}
