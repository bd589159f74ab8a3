package reading

import "lede/content/fetch"

// typed tells the hosts that the user typed in refs from all others.
func typed(refs []string) func(host string) bool {
	hosts := map[string]bool{}
	for _, ref := range refs {
		if host := fetch.HostOf(ref); host != "" {
			hosts[host] = true
		}
	}
	return func(host string) bool { return hosts[host] }
}

// instead is what to do when a page is not what was looked for; else is the advice for a file.
func instead(ref, file string) string {
	if fetch.IsAddress(ref) {
		return inBrowser
	}
	return file
}
