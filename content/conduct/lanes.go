package conduct

import (
	"cmp"
	"slices"
	"sync"
)

// The connections that are open at once.
const (
	PerHost = 2 // to one host
	AtOnce  = 8 // in all
)

// Lanes deals out what waits for hosts, so that each of a few workers stays with a host until nothing waits for it any
// more, and no host has more than PerHost of them. Its methods may be called by several goroutines at once.
type Lanes[T any] struct {
	mu    sync.Mutex
	hosts []*host[T] // those that most waits for come first
}

type host[T any] struct {
	waiting []T
	lanes   int
}

// NewLanes returns the lanes for what waits, and all of it in the order in which it is about to be dealt out.
func NewLanes[T any](all []T, hostOf func(T) string) (lanes *Lanes[T], order []T) {
	l, of := &Lanes[T]{}, map[string]*host[T]{}
	for _, v := range all {
		h, known := of[hostOf(v)]
		if !known {
			h = &host[T]{}
			of[hostOf(v)], l.hosts = h, append(l.hosts, h)
		}
		h.waiting = append(h.waiting, v)
	}
	slices.SortStableFunc(l.hosts, func(a, b *host[T]) int { return cmp.Compare(len(b.waiting), len(a.waiting)) })
	for _, h := range l.hosts {
		order = append(order, h.waiting...)
	}
	return l, order
}

// Lane is a worker's way to one host.
type Lane[T any] struct {
	lanes *Lanes[T]
	host  *host[T]
}

// Open returns a lane to a host that something waits for; nil when there is none.
func (l *Lanes[T]) Open() *Lane[T] {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, h := range l.hosts {
		if len(h.waiting) > 0 && h.lanes < PerHost {
			h.lanes++
			return &Lane[T]{l, h}
		}
	}
	return nil
}

// Next takes the next one that waits. last reports whether nothing waits behind it; ok is false when nothing waits.
func (l *Lane[T]) Next() (v T, last, ok bool) {
	l.lanes.mu.Lock()
	defer l.lanes.mu.Unlock()
	if len(l.host.waiting) == 0 {
		return v, true, false
	}
	v, l.host.waiting = l.host.waiting[0], l.host.waiting[1:]
	return v, len(l.host.waiting) == 0, true
}

// Close gives the lane back.
func (l *Lane[T]) Close() {
	l.lanes.mu.Lock()
	defer l.lanes.mu.Unlock()
	l.host.lanes--
}
