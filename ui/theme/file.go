package theme

import (
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/glamour/v2/styles"
)

// files are the themes of lede's own.
//
//go:embed themes/*.json
var files embed.FS

// glamours goes before the name of a style sheet of Glamour's where lede has a theme of that name too.
const glamours = "glamour:"

// file is a theme as it is written.
type file struct {
	Lede Palette `json:"lede"`
	ansi.StyleConfig
}

// New returns lede's own theme for a dark or a light terminal.
func New(dark bool) *Theme { return mustFind(groundName(dark)) }

// Basic returns the theme for a terminal of 16 colours, dark or light, which has them from its own settings.
func Basic(dark bool) *Theme {
	t := mustFind("terminal")
	t.Dark = dark
	return t
}

func groundName(dark bool) string {
	if dark {
		return "dark"
	}
	return "light"
}

func mustFind(name string) *Theme {
	t, err := Find(name)
	if err != nil {
		panic(err) // a file that lede holds itself; a test reads them all
	}
	return t
}

// Find returns the theme of a name: one of lede's own, or a style sheet of Glamour's.
func Find(name string) (*Theme, error) {
	if data, err := files.ReadFile("themes/" + name + ".json"); err == nil {
		return Parse(data)
	}
	sheet, ok := styles.DefaultStyles[strings.TrimPrefix(name, glamours)]
	if !ok {
		return nil, fmt.Errorf("no theme is called %q: use auto, %s, or a JSON file", name, strings.Join(Names(), ", "))
	}
	return FromSheet(*sheet)
}

// FromSheet returns the theme that a style sheet of Glamour's makes. The sheet is copied.
func FromSheet(s ansi.StyleConfig) (*Theme, error) {
	data, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	return Parse(data)
}

// Names are the names that Find knows, those of lede's own first.
func Names() []string {
	var own, all []string
	entries, _ := files.ReadDir("themes")
	for _, e := range entries {
		own = append(own, strings.TrimSuffix(e.Name(), ".json"))
	}
	for _, name := range slices.Sorted(maps.Keys(styles.DefaultStyles)) {
		if slices.Contains(own, name) {
			name = glamours + name
		}
		all = append(all, name)
	}
	return append(own, all...)
}

// Parse reads a theme: a style sheet as Glamour reads it, and what it has for lede. The error names what is wrong.
func Parse(data []byte) (*Theme, error) {
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("not a style sheet: %w", err)
	}
	for _, c := range f.Lede.colors() {
		if c == "" {
			continue
		}
		if err := checkColor(c); err != nil {
			return nil, fmt.Errorf("lede: %w", err)
		}
	}
	if err := tame(&f.StyleConfig); err != nil {
		return nil, err
	}
	if err := checkCode(f.CodeBlock); err != nil {
		return nil, err
	}
	return build(f.Lede.completed(&f.StyleConfig, ownPalette), f.StyleConfig), nil
}

// ownPalette is lede's own palette for a dark or a light terminal.
func ownPalette(dark bool) Palette {
	var f file
	data, err := files.ReadFile("themes/" + groundName(dark) + ".json")
	if err == nil {
		err = json.Unmarshal(data, &f)
	}
	if err != nil {
		panic(err) // a file that lede holds itself; a test reads them all
	}
	f.Lede.Dark = &dark
	return f.Lede
}
