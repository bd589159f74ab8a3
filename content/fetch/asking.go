package fetch

import (
	"context"
	"net/url"
)

// mayKey is the key of what Asking keeps in a context.
type mayKey struct{}

// Asking returns a context in which no address of the web is asked for that may has something against: neither that
// of a page nor those that it leads on to. may's error ends the fetch and is told as it is. It gets the context of
// the fetch without itself.
func Asking(ctx context.Context, may func(ctx context.Context, address *url.URL) error) context.Context {
	return context.WithValue(ctx, mayKey{}, may)
}

// mayAsk reports what is against asking for an address, nil for nothing.
func mayAsk(ctx context.Context, u *url.URL) error {
	may, ok := ctx.Value(mayKey{}).(func(context.Context, *url.URL) error)
	if !ok || may == nil {
		return nil
	}
	return may(Asking(ctx, nil), u)
}
