package dom

import (
	"fmt"
	"runtime/debug"
)

// PanicError is a panic that a step of reading has been recovered from.
type PanicError struct {
	step  string // what was being done: "read a page"
	cause any
	Stack []byte
}

// Try takes a step of reading. Its error is what the step panicked with.
func Try[T any](step string, take func() T) (made T, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &PanicError{step: step, cause: cause, Stack: debug.Stack()}
		}
	}()
	return take(), nil
}

func (p *PanicError) Error() string { return fmt.Sprintf("%s: %v", p.step, p.cause) }
