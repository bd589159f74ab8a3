package feeds

import (
	"context"
	"time"

	"lede/content/store/follow"
	"lede/model"
)

const (
	// keepFeeds and keepBytes are how many answers, and how much text, go into the library at once.
	keepFeeds = 256
	keepBytes = 8 << 20
	// keepTime is the longest that an answer waits for others.
	keepTime = 50 * time.Millisecond
)

// keepAll keeps the answers of feeds until there are no more: each whole or not at all, and those that have come
// meanwhile together, so that none waits for the disk alone. What has come is kept even when ctx has ended.
func (r *refreshing) keepAll(ctx context.Context) {
	ctx = context.WithoutCancel(ctx)
	for first := range r.answers {
		some, bytes := []follow.Answer{first.Answer}, first.bytes
		late := time.NewTimer(keepTime)
		for more := true; more && len(some) < keepFeeds && bytes < keepBytes; {
			select {
			case next, ok := <-r.answers:
				if more = ok; ok {
					some, bytes = append(some, next.Answer), bytes+next.bytes
				}
			case <-late.C:
				more = false
			}
		}
		late.Stop()
		r.keep(ctx, some)
	}
}

// keep keeps answers in one step, or one by one when that does not work, so that one spoils no other.
func (r *refreshing) keep(ctx context.Context, answers []follow.Answer) {
	kept, err := r.store.Feeds.Keep(ctx, answers...)
	if err != nil && len(answers) > 1 {
		for i := range answers {
			r.keep(ctx, answers[i:i+1])
		}
		return
	}
	for i := range answers {
		if err != nil {
			r.came(&answers[i].Feed, nil, r.Sentence(err))
			continue
		}
		r.came(&answers[i].Feed, kept[i], nil)
	}
}

// came reports what a feed has brought, or why it has brought nothing.
func (r *refreshing) came(f *model.Subscription, kept []model.Kept, err error) {
	news := model.FeedNews{ID: f.ID, Name: nameOf(f), Note: f.Note}
	for _, k := range kept {
		switch k.How {
		case model.Added, model.Apart:
			news.New++
		case model.Updated:
			news.Changed++
		case model.Known, model.Shorter:
		}
	}
	r.tell(news.Name, func(s *model.Refresh) {
		s.New, s.Changed = s.New+news.New, s.Changed+news.Changed
		switch {
		case err != nil:
			s.Failed = append(s.Failed, model.FeedProblem{ID: f.ID, Name: news.Name, Why: err.Error(), Next: f.Due})
		case f.Error != "":
			s.Failed = append(s.Failed, model.FeedProblem{ID: f.ID, Name: news.Name, Why: f.Error, Next: f.Due})
		case news.New+news.Changed > 0 || news.Note != "":
			s.Fresh = append(s.Fresh, news)
		default:
			s.Same++
		}
	})
}

// failed reports a feed that was not asked for, since something else went wrong.
func (r *refreshing) failed(f *asking, why string) {
	name := nameOf(&f.Subscription)
	r.tell(name, func(s *model.Refresh) {
		s.Failed = append(s.Failed, model.FeedProblem{ID: f.ID, Name: name, Why: why, Next: f.Due})
	})
}

// waits reports a feed that is not asked for after all.
func (r *refreshing) waits(f *asking, why string, until time.Time) {
	name := nameOf(&f.Subscription)
	r.tell(name, func(s *model.Refresh) {
		s.Waiting = append(s.Waiting, model.FeedProblem{ID: f.ID, Name: name, Why: why, Next: until})
	})
}

// tell adds to the step that comes next, and hands it over when the one before has been taken. There is always room
// for the last one.
func (r *refreshing) tell(name string, add func(*model.Refresh)) {
	r.steps.Lock()
	defer r.steps.Unlock()
	r.step.Done++
	r.step.Name = name
	add(&r.step)
	if len(r.out) > 0 {
		return
	}
	r.out <- r.step
	r.step.Fresh, r.step.Failed, r.step.Waiting = nil, nil, nil
}
