package parse

import (
	"fmt"
	"runtime/debug"
)

// panicError is a panic that a step of reading has been recovered from.
type panicError struct {
	step  string // what was being done: "read a page"
	cause any
	stack []byte
}

// try takes a step of reading. Its error is what the step panicked with.
func try[T any](step string, take func() T) (made T, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &panicError{step: step, cause: cause, stack: debug.Stack()}
		}
	}()
	return take(), nil
}

func (p *panicError) Error() string { return fmt.Sprintf("%s: %v", p.step, p.cause) }
