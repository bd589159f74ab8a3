package network

import (
	"net/url"
	"strings"

	"lede/content/lang"
	"lede/model"
)

// Name is a name of a network in text, folded.
type Name struct {
	Name    string
	Network model.Network
}

// Names are the names that networks go by, in the order of the table.
var Names = func() []Name {
	var all []Name
	for _, r := range table {
		for _, n := range r.names {
			all = append(all, Name{n, r.network})
		}
	}
	return all
}()

// Named returns the network whose name the folded text begins with, as a whole word, and the length of that name; ""
// for none.
func Named(folded string) (network model.Network, length int) {
	for _, n := range Names {
		if after, ok := strings.CutPrefix(folded, n.Name); ok && !lang.StartsWithLetter(after) {
			return n.Network, len(n.Name)
		}
	}
	return "", 0
}

// OfHandle guesses the network from the form of a handle: X knows no dots, Mastodon names the server.
func OfHandle(handle string) model.Network {
	name, server, _ := strings.Cut(strings.TrimPrefix(handle, "@"), "@")
	switch {
	case server == "threads.net":
		return model.Threads
	case server != "":
		return model.Mastodon
	case strings.HasPrefix(handle, "u/"):
		return model.Reddit
	case strings.Contains(name, "."):
		return model.Bluesky
	}
	return model.X
}

// Status reads the address of a single post. The network is "" when it is the address of something else. The handle
// is "" when the address does not name it.
func Status(address string) (network model.Network, handle string) {
	if !strings.Contains(address, "/") || len(address) > 500 {
		return "", ""
	}
	if !strings.HasPrefix(address, "http") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return "", ""
	}
	host := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), "mobile.")
	path := strings.Split(strings.Trim(u.EscapedPath(), "/"), "/")
	if len(path) < 2 {
		return "", ""
	}
	return statusPath(host, path)
}

// statusPath returns the network and the handle of a post by the host and the parts of the path. A server of Mastodon
// may have any host.
func statusPath(host string, path []string) (model.Network, string) {
	if r := byHost[host]; r != nil {
		if handle, ok := r.post(path); ok {
			return r.network, handle
		}
		return "", ""
	}
	if name, ok := strings.CutPrefix(path[0], "@"); ok && name != "" && strings.Contains(host, ".") &&
		len(path) == 2 && lang.IsNumber(path[1]) {
		return model.Mastodon, path[0] + "@" + host
	}
	return "", ""
}
