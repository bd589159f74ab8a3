package console

import (
	"errors"
	"log/slog"
	"os"
	"strings"

	"lede/content/fetch"
	"lede/content/settings"
)

// logFile is the file that --log names. Without one its Logger is nil.
type logFile struct {
	*slog.Logger
	file *os.File
}

// Open begins to write to the file at path, unless that is "", with the name of the command that runs.
func (l *logFile) Open(path, command string) error {
	if path == "" {
		return nil
	}
	if err := settings.NoPipe(path); err != nil {
		return fetch.NewError(path, err.Error(), "Name a file with --log FILE", err)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600) //nolint:gosec // the user named it
	if err != nil {
		return fetch.ReadError(path, err)
	}
	l.file, l.Logger = file, slog.New(slog.NewTextHandler(file, nil))
	l.Info("start", "command", command, "version", Version())
	return nil
}

// failure notes what a command ended with, and what was behind it, which the user is not told.
func (l *logFile) failure(err error) {
	if l.Logger == nil {
		return
	}
	var causes []string
	for cause := errors.Unwrap(err); cause != nil; cause = errors.Unwrap(cause) {
		causes = append(causes, cause.Error())
	}
	l.Error("stop", "err", err, "cause", strings.Join(causes, ": "))
}

func (l *logFile) Close() {
	if l.file != nil {
		_ = l.file.Close() // every line was written as it came
	}
}
