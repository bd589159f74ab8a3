package pool

import (
	"context"
	"errors"

	"lede/model"
)

// Reports hands the steps of a task to whoever listens, without ever waiting. Only one goroutine reports.
type Reports struct {
	Out  chan model.Progress // the steps; the task closes it
	Step model.Progress      // the one that comes next
}

// NewReports returns the reports of a task that begins with a stage.
func NewReports(stage string) Reports {
	return Reports{Out: make(chan model.Progress, 2), Step: model.Progress{Stage: stage}}
}

// maxErrors is how many errors wait for a reader that takes no steps.
const maxErrors = 10_000

// Fail adds errors to the next step, but for nil and for a context that was canceled.
func (r *Reports) Fail(errs ...error) {
	for _, err := range errs {
		if err != nil && !errors.Is(err, context.Canceled) && len(r.Step.Errs) < maxErrors {
			r.Step.Errs = append(r.Step.Errs, err)
		}
	}
}

// Send hands the step over when the one before has been taken.
func (r *Reports) Send() {
	if len(r.Out) == 0 {
		r.Out <- r.Step
		r.Step.Errs = nil
	}
}

// Last hands over the last step, for which there is always room.
func (r *Reports) Last() {
	r.Step.Last, r.Step.Stage = true, ""
	r.Out <- r.Step
}
