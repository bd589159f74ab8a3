package db

import (
	"database/sql"
	"encoding/json"
	"errors"

	"lede/model"
)

// ErrEnough ends each early.
var ErrEnough = errors.New("enough")

// Each calls f for each row and closes the rows.
func Each(rows *sql.Rows, f func(*sql.Rows) error) (err error) {
	defer func() {
		if bad := rows.Close(); err == nil {
			err = bad
		}
	}()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// List writes texts or numbers as JSON, for json_each.
func List[T ~string | ~int64](values []T) string {
	if len(values) == 0 {
		return "[]"
	}
	text, err := json.Marshal(values)
	if err != nil {
		return "[]" // they can always be written
	}
	return string(text)
}

// ScanIDs reads what a change was about; known is unset for one that was about too many articles.
func ScanIDs(rows *sql.Rows, more ...any) (ids []model.ID, known bool, err error) {
	var text sql.NullString
	if err := rows.Scan(append([]any{&text}, more...)...); err != nil || !text.Valid {
		return nil, false, err
	}
	return ids, true, json.Unmarshal([]byte(text.String), &ids)
}
