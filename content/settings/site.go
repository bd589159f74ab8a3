package settings

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

	"lede/content/parse/page/dom"
	"lede/model/address"
)

const (
	// maxSiteFile limits a file of site rules, in bytes.
	maxSiteFile = 64 << 10
	// maxSelectors limits the selectors of a rule.
	maxSelectors = 100
)

// SitesFolder returns the folder of site rules beside a file of settings.
func SitesFolder(config string) string {
	if config == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(config), "sites")
}

// ForSite returns the user's rules for pages at an address: those of the file in folder that is named after its host,
// or after the nearest domain above it. Without such a file there are no rules, and no error.
func ForSite(folder, address string) (dom.SiteRules, error) {
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
			return dom.SiteRules{}, rulesError(path, 0, "you may not read it, or it is not a rules file", err)
		}
		return parseSiteRules(path, data)
	}
	return dom.SiteRules{}, nil
}

// siteNames returns the names that the file for an address may have, without the extension, longest first: the host
// and the domains above it, except the last one. "www." is left out.
func siteNames(page string) []string {
	host := address.Name(page)
	odd := strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789.-_") != ""
	if host == "" || odd || strings.HasPrefix(host, ".") || strings.Contains(host, "..") {
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

// SiteFile returns the file that corrections of pages at an address go into: the existing one, or else one for the
// host; "" without an address.
func SiteFile(folder, address string) string {
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
	file, err := Open(path)
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

// siteFile is a file of site rules. Each rule is a selector or a list of selectors.
type siteFile struct {
	Select any `toml:"select"`
	Drop   any `toml:"drop"`
	Keep   any `toml:"keep"`
	Title  any `toml:"title"`
	Byline any `toml:"byline"`
	Date   any `toml:"date"`
	Next   any `toml:"next"`
}

// parseSiteRules reads the data of the file at path. Its errors are *Error.
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
			problem := rule.key + " must be a selector or a list of at most 100"
			return dom.SiteRules{}, rulesError(path, lineOf(data, rule.key), problem, nil)
		}
		for _, source := range sources {
			s, err := dom.NewSelector(source)
			if err != nil {
				problem := fmt.Sprintf("%s %q %s", rule.key, source, err)
				return dom.SiteRules{}, rulesError(path, lineWith(data, rule.key, source), problem, err)
			}
			*rule.to = append(*rule.to, s)
		}
	}
	return rules, nil
}

// selectorList returns the selectors of a rule.
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

// lineWith returns the line of a selector in the value of key.
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

// rulesError reports what is wrong at a line of a file of site rules.
func rulesError(path string, line int, problem string, err error) error {
	return &Error{Path: path, Line: line, Problem: problem, Site: true, Err: err}
}
