package index

import (
	"context"
	"fmt"

	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/model/query"
)

// answer is how a term is answered: by the index in memory and as SQL, or, where neither a column nor the index of
// words has what it asks for, by reading the file. It means what query.Query.Match means.
type answer struct {
	slots func(q Asked) (Set, error)                 // those that it holds for
	sql   func(c Compiler) (text string, args []any) // over a (article) and s (status)

	// rows reads the rows that it holds for, in any order; slots and sql are then nil.
	rows func(ctx context.Context, conn Asker) ([]int64, error)
	// texts is set for a term that Match answers from the title, the byline and the text; the others are then nil.
	texts bool
}

// answerTo is the table of the terms.
func answerTo(term query.Term) answer {
	switch t := term.(type) {
	case query.Phrase:
		return phraseAnswer(t)
	case query.About:
		return answer{
			slots: func(q Asked) (Set, error) { return q.abouts(t.Key), nil },
			sql: func(Compiler) (string, []any) {
				return "a.n IN (SELECT n FROM about WHERE t IN (" + partsOf + "))", []any{t.Key}
			},
		}
	case query.Is:
		return answer{
			slots: func(q Asked) (Set, error) { return q.state(t.State), nil },
			sql:   func(Compiler) (string, []any) { return compileState(t.State), nil },
		}
	case query.Has:
		bit := uint8(codec.KindBit(t.Kind)) //nolint:gosec // below 64
		return answer{
			slots: func(q Asked) (Set, error) { return q.where(func(i int) bool { return q.kinds[i]&bit != 0 }), nil },
			sql:   func(Compiler) (string, []any) { return fmt.Sprintf("a.kinds & %d <> 0", bit), nil },
		}
	case query.Sized:
		lo, hi := wordBounds(t)
		return answer{
			slots: func(q Asked) (Set, error) {
				return q.where(func(i int) bool { return lo <= int(q.words[i]) && int(q.words[i]) <= hi }), nil
			},
			sql: func(Compiler) (string, []any) { return "a.words BETWEEN ? AND ?", []any{lo, hi} },
		}
	case query.Dated:
		return datedAnswer(t)
	case query.Like:
		return likeAnswer(t)
	case query.In:
		return inAnswer(t)
	}
	return answer{texts: true}
}

func phraseAnswer(p query.Phrase) answer {
	switch {
	case p.Field == query.InFeed:
		return readFeeds(p)
	case inSearch(p.Field):
		return answer{
			slots: func(q Asked) (Set, error) { return q.phrase(p) },
			sql: func(c Compiler) (string, []any) {
				at := c.lookups.of(p)
				return "a.n IN (" + at.rows("rowid") + ")", []any{at.match}
			},
		}
	}
	return answer{
		slots: func(q Asked) (Set, error) { return q.inName(p), nil },
		sql: func(c Compiler) (string, []any) {
			return "a." + columnOf(p.Field) + " IN (SELECT value FROM json_each(?))", []any{db.List(c.names[matchText(p)])}
		},
	}
}

func datedAnswer(d query.Dated) answer {
	if d.Came {
		return answer{rows: func(ctx context.Context, conn Asker) ([]int64, error) { return rowsArrived(ctx, conn, d) }}
	}
	return answer{
		slots: func(q Asked) (Set, error) { return q.dated(d), nil },
		sql:   func(Compiler) (string, []any) { return compileDated(d) },
	}
}

func likeAnswer(l query.Like) answer {
	switch l.Field {
	case query.Anywhere:
		return answer{texts: true}
	case query.InFeed:
		return readFeeds(l)
	case query.InTitle, query.InByline, query.InSite, query.InLanguage:
	}
	return answer{rows: func(ctx context.Context, conn Asker) ([]int64, error) { return rowsLike(ctx, conn, l) }}
}

func inAnswer(in query.In) answer {
	if in.Hidden {
		return answer{rows: rowsHidden}
	}
	return readFeeds(in)
}

// readFeeds answers a term that asks for the feeds that an article has come by.
func readFeeds(term query.Term) answer {
	return answer{rows: func(ctx context.Context, conn Asker) ([]int64, error) { return rowsOfFeeds(ctx, conn, term) }}
}
