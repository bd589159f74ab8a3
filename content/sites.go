package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"lede/content/fetch"
	"lede/content/parse/page/dom"
	"lede/model/address"
)

const (
	// maxSiteFile is the most that a file of site rules may hold, in bytes.
	maxSiteFile = 64 << 10
	// maxSelectors is how many selectors a rule may have.
	maxSelectors = 100
)

// SitesFolder is the folder of the site rules that belongs to a file of settings.
func SitesFolder(config string) string {
	if config == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(config), "sites")
}

// siteRules are the reader's rules for pages at an address: those of the file in folder that is named for its host, or for the
// nearest domain above. There are none without an error when there is no such file.
func siteRules(folder, address string) (dom.SiteRules, error) {
	if folder == "" {
		return dom.SiteRules{}, nil
	}
	for _, name := range siteNames(address) {
		path := filepath.Join(folder, name+".toml")
		data, err := readSiteFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return dom.SiteRules{}, rulesError(path, 0, "you may not read it, or it is no file of rules", err)
		}
		return parseSiteRules(path, data)
	}
	return dom.SiteRules{}, nil
}

// siteNames are the names that the file for an address may have, without the ending, the longest first: the host and the domains
// above it, but for the last one. "www." is left out.
func siteNames(page string) []string {
	host := address.Name(page)
	if host == "" || strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789.-_") != "" || strings.HasPrefix(host, ".") || strings.Contains(host, "..") {
		return nil
	}
	names := []string{host}
	if strings.Trim(host, "0123456789.") == "" {
		return names // a number stands for one machine
	}
	for {
		_, above, ok := strings.Cut(host, ".")
		if !ok || !strings.Contains(above, ".") {
			return names
		}
		names = append(names, above)
		host = above
	}
}

// siteFileFor is the file for corrections of pages at an address: the one that is there, or else one for the host. It is "" when there
// is no address.
func siteFileFor(folder, address string) string {
	names := siteNames(address)
	if folder == "" || len(names) == 0 {
		return ""
	}
	for _, name := range names {
		path := filepath.Join(folder, name+".toml")
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	return filepath.Join(folder, names[0]+".toml")
}

func readSiteFile(path string) ([]byte, error) {
	file, err := fetch.OpenOwn(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(file, maxSiteFile+1))
	if err == nil && len(data) > maxSiteFile {
		err = errors.New("it is too long")
	}
	return data, err
}

// siteFile is a file of site rules. Each rule is a selector, or a list of them.
type siteFile struct {
	Select any `toml:"select"`
	Drop   any `toml:"drop"`
	Keep   any `toml:"keep"`
	Title  any `toml:"title"`
	Byline any `toml:"byline"`
	Date   any `toml:"date"`
	Next   any `toml:"next"`
}

// parseSiteRules reads the data of the file at path. Its errors are *SettingsError.
func parseSiteRules(path string, data []byte) (dom.SiteRules, error) {
	var file siteFile
	d := toml.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		wrong := tomlError(path, "rule", err)
		wrong.Site = true
		return dom.SiteRules{}, wrong
	}
	var rules dom.SiteRules
	for _, rule := range [...]struct {
		key   string
		value any
		to    *[]dom.Selector
	}{
		{"select", file.Select, &rules.Select},
		{"drop", file.Drop, &rules.Drop},
		{"keep", file.Keep, &rules.Keep},
		{"title", file.Title, &rules.Title},
		{"byline", file.Byline, &rules.Byline},
		{"date", file.Date, &rules.Date},
		{"next", file.Next, &rules.Next},
	} {
		sources, ok := selectorList(rule.value)
		if !ok {
			return dom.SiteRules{}, rulesError(path, lineOf(data, rule.key), rule.key+" must be a selector or a list of at most 100", nil)
		}
		for _, source := range sources {
			s, err := dom.NewSelector(source)
			if err != nil {
				return dom.SiteRules{}, rulesError(path, lineWith(data, rule.key, source), fmt.Sprintf("%s %q %s", rule.key, source, err), err)
			}
			*rule.to = append(*rule.to, s)
		}
	}
	return rules, nil
}

// selectorList are the selectors of a rule.
func selectorList(value any) (sources []string, ok bool) {
	switch value := value.(type) {
	case nil:
		return nil, true
	case string:
		return []string{value}, true
	case []any:
		for _, item := range value {
			source, ok := item.(string)
			if !ok {
				return nil, false
			}
			sources = append(sources, source)
		}
		return sources, len(sources) <= maxSelectors
	}
	return nil, false
}

// lineWith finds the line of a selector in the value of key.
func lineWith(data []byte, key, source string) int {
	from := lineOf(data, key)
	n := 0
	for line := range strings.Lines(string(data)) {
		if n++; n >= from && strings.Contains(line, source) {
			return n
		}
	}
	return from
}

// rulesError says what is wrong at a line of a file of site rules.
func rulesError(path string, line int, problem string, err error) error {
	return &SettingsError{Path: path, Line: line, Problem: problem, Site: true, Err: err}
}
