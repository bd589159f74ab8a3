package fetch

import (
	"context"
	"sync"
)

const (
	// MaxPerHost is how many connections there are at once to one host.
	MaxPerHost = 2
	// MaxAtOnce is how many connections there are at once in all.
	MaxAtOnce = 8
)

// slots are the connections that may be open at once. The zero value has them all free.
type slots struct {
	mu    sync.Mutex
	hosts map[string]int
	open  int
	freed chan struct{} // closed, and made anew, when one has become free
}

// take waits until a connection to host may be opened, or ctx ends. The function that it returns gives the place
// back; to call it again does nothing.
func (s *slots) take(ctx context.Context, host string) (func(), error) {
	for {
		freed, ok := s.try(host)
		if ok {
			return sync.OnceFunc(func() { s.free(host) }), nil
		}
		select {
		case <-freed:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func (s *slots) try(host string) (freed <-chan struct{}, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hosts == nil {
		s.hosts, s.freed = map[string]int{}, make(chan struct{})
	}
	if s.hosts[host] >= MaxPerHost || s.open >= MaxAtOnce {
		return s.freed, false
	}
	s.hosts[host]++
	s.open++
	return nil, true
}

func (s *slots) free(host string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open--
	if s.hosts[host]--; s.hosts[host] == 0 {
		delete(s.hosts, host)
	}
	close(s.freed)
	s.freed = make(chan struct{})
}
