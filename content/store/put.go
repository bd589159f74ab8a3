package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"lede/model"
)

// Put keeps articles in one transaction, in place of those with the same ID. Statuses and the topics that the reader has
// added stay. saved tells that the reader keeps them by hand.
func (s *Store) Put(ctx context.Context, saved bool, articles ...model.Article) error {
	now := s.now().Unix()
	return s.change(ctx, func(tx *sql.Tx) error {
		p := putter{tx: tx, ctx: ctx, now: now, topics: make(map[string]int64)}
		for _, a := range articles {
			if err := p.put(a, saved); err != nil {
				return fmt.Errorf("keep %q: %w", a.Title, err)
			}
		}
		return nil
	})
}

// putter puts articles within a transaction. It prepares each statement once and remembers the topics that it has met.
type putter struct {
	tx     *sql.Tx
	ctx    context.Context //nolint:containedctx // lives as long as one call of Put
	now    int64
	topics map[string]int64
	stmts  map[string]*sql.Stmt
}

func (p *putter) exec(query string, args ...any) (sql.Result, error) {
	st, ok := p.stmts[query]
	if !ok {
		var err error
		if st, err = p.tx.PrepareContext(p.ctx, query); err != nil {
			return nil, err
		}
		if p.stmts == nil {
			p.stmts = make(map[string]*sql.Stmt)
		}
		p.stmts[query] = st
	}
	return st.ExecContext(p.ctx, args...)
}

func (p *putter) put(a model.Article, saved bool) error {
	byHand, err := p.takeOut(a.ID)
	if err != nil {
		return err
	}
	a.Topics = append(a.Topics, byHand...)
	n, err := p.number(a.Published)
	if err != nil {
		return err
	}
	for _, step := range []func(int64, model.Article) error{p.row, p.body, p.search, p.about, p.related} {
		if err := step(n, a); err != nil {
			return err
		}
	}
	_, err = p.exec(`INSERT INTO status (id, saved, arrived) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET saved = max(saved, excluded.saved), removed = 0,
			arrived = CASE arrived WHEN 0 THEN excluded.arrived ELSE arrived END`, a.ID, saved, p.now)
	return err
}

// takeOut removes the row with that ID, if there is one, and returns the topics that the reader has added to it.
func (p *putter) takeOut(id model.ID) ([]model.Topic, error) {
	var n int64
	var topics string
	err := p.tx.QueryRowContext(p.ctx, `SELECT n, topics FROM article WHERE id = ?`, id).Scan(&n, &topics)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var byHand []model.Topic
	for _, t := range decodeTopics(topics) {
		if t.From == model.Reader {
			byHand = append(byHand, t)
		}
	}
	return byHand, p.remove(n)
}

func (p *putter) remove(n int64) error {
	for _, query := range []string{
		`DELETE FROM search WHERE rowid = ?`, `DELETE FROM about WHERE n = ?`, `DELETE FROM related WHERE n = ?`,
		`DELETE FROM body WHERE n = ?`, `DELETE FROM article WHERE n = ?`,
	} {
		if _, err := p.exec(query, n); err != nil {
			return err
		}
	}
	return nil
}

// perSecond is how many articles of one second have room between this second's numbers and the next's.
const perSecond = 4096

// number finds a free row number for the date; an article without a date counts as published when it arrives.
func (p *putter) number(published time.Time) (int64, error) {
	at := published.Unix()
	if published.IsZero() {
		at = p.now
	}
	first := max(at, 0) * perSecond
	var last sql.NullInt64
	err := p.tx.QueryRowContext(p.ctx, `SELECT max(n) FROM article WHERE n >= ? AND n < ?`, first, first+perSecond).Scan(&last)
	if err != nil || !last.Valid {
		return first, err
	}
	n := last.Int64 + 1
	for taken := 1; taken > 0; n++ { // beyond a full second, the next free number will do
		if err := p.tx.QueryRowContext(p.ctx, `SELECT count(*) FROM article WHERE n = ?`, n).Scan(&taken); err != nil {
			return 0, err
		}
	}
	return n - 1, nil
}

func (p *putter) row(n int64, a model.Article) error {
	byline, err := json.Marshal(a.Byline)
	if err != nil {
		return err
	}
	topics, err := json.Marshal(a.Topics)
	if err != nil {
		return err
	}
	var published any
	if !a.Published.IsZero() {
		published = a.Published.Unix()
	}
	_, err = p.exec(`INSERT INTO article (n, id, ref, url, title, site, byline, dateline, summary, language, published, words, kinds, topics, same)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, n, a.ID, a.Ref, a.URL, a.Title, a.Site, string(byline), a.Dateline,
		a.Summary, a.Language, published, a.Words, kindBits(a), string(topics), sameKey(a))
	return err
}

// sameKey is equal for articles with the same words, whatever their form and address.
func sameKey(a model.Article) string {
	h := sha256.New()
	for _, w := range model.Tokens(a.SearchText()) {
		h.Write([]byte(w))
		h.Write([]byte{' '})
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

func (p *putter) body(n int64, a model.Article) error {
	blocks, err := encodeSections(a.Sections)
	if err != nil {
		return err
	}
	_, err = p.exec(`INSERT INTO body (n, version, blocks) VALUES (?, ?, ?)`, n, bodyVersion, blocks)
	return err
}

// parted stands between authors in the index, so that no phrase runs from one to the next. No word of a text is equal to it.
const parted = " \u241f "

func (p *putter) search(n int64, a model.Article) error {
	authors := make([]string, len(a.Byline))
	for i, name := range a.Byline {
		authors[i] = indexed(name)
	}
	_, err := p.exec(`INSERT INTO search (rowid, title, byline, body, site, feed, lang) VALUES (?, ?, ?, ?, ?, '', ?)`,
		n, indexed(a.Title), strings.Join(authors, parted), indexed(a.SearchText()), indexed(a.Site), indexed(a.Language))
	return err
}

// indexed is a text as the full-text index takes it.
func indexed(text string) string { return strings.Join(model.Tokens(text), " ") }

func (p *putter) about(n int64, a model.Article) error {
	for _, t := range a.Topics {
		id, err := p.topic(t.Name)
		if err != nil || id == 0 {
			return err
		}
		if _, err := p.exec(`INSERT INTO about (t, n, origin) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, id, n, string(t.From)); err != nil {
			return err
		}
	}
	return nil
}

// topic returns the number of the topic, made when it is new; 0 for a name without a word.
func (p *putter) topic(name string) (int64, error) {
	key := model.TopicKey(name)
	if key == "" {
		return 0, nil
	}
	if id, ok := p.topics[key]; ok {
		return id, nil
	}
	if _, err := p.exec(`INSERT INTO topic (key, name) VALUES (?, ?) ON CONFLICT DO NOTHING`, key, name); err != nil {
		return 0, err
	}
	var id int64
	err := p.tx.QueryRowContext(p.ctx, `SELECT t FROM topic WHERE key = ?`, key).Scan(&id)
	p.topics[key] = id
	return id, err
}

func (p *putter) related(n int64, a model.Article) error {
	i := 0
	for _, b := range a.Blocks() {
		r, ok := b.(model.Related)
		if !ok {
			continue
		}
		for _, l := range r.Links {
			if _, err := p.exec(`INSERT INTO related (n, i, title, url) VALUES (?, ?, ?, ?)`, n, i, l.Title, l.URL); err != nil {
				return err
			}
			i++
		}
	}
	return nil
}

func decodeTopics(text string) []model.Topic {
	var topics []model.Topic
	if json.Unmarshal([]byte(text), &topics) != nil {
		return nil
	}
	return topics
}
