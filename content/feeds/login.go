package feeds

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// loginTime is how long the command may take that prints a name and a password: it may ask the user.
const loginTime = 30 * time.Second

// errLogin says that there is no name and password. What the command has said may hold either.
var errLogin = errors.New("the command for its name and password does not print NAME:PASSWORD. Try it in a shell, " +
	"and set login with: lede feed edit")

// login runs the command that prints NAME:PASSWORD, once a refresh however many feeds name it. No shell reads it.
func (r *refreshing) login(ctx context.Context, words []string) (string, error) {
	if len(words) == 0 {
		return "", nil
	}
	key := strings.Join(words, "\x00")
	r.mu.Lock()
	run, known := r.logins[key]
	if !known {
		run = sync.OnceValues(func() (string, error) { return printed(ctx, words) })
		r.logins[key] = run
	}
	r.mu.Unlock()
	return run()
}

// printed is the first line that a command prints.
func printed(ctx context.Context, words []string) (string, error) {
	ctx, stop := context.WithTimeout(ctx, loginTime)
	defer stop()
	out, err := exec.CommandContext(ctx, words[0], words[1:]...).Output() //nolint:gosec // the user has set it
	line, _, _ := strings.Cut(string(out), "\n")
	line = strings.TrimRight(line, "\r")
	if err != nil || !strings.Contains(line, ":") {
		return "", errLogin
	}
	return line, nil
}
