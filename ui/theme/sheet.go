package theme

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"charm.land/glamour/v2/ansi"
)

// Over returns a style with another laid over it, as Glamour does it: what the upper one sets holds, and of the words
// that stand round a text its own alone.
func Over(under, upper ansi.StylePrimitive) ansi.StylePrimitive {
	s := upper
	s.Color = set(under.Color, upper.Color)
	s.BackgroundColor = set(under.BackgroundColor, upper.BackgroundColor)
	s.Underline = set(under.Underline, upper.Underline)
	s.Bold = set(under.Bold, upper.Bold)
	s.Upper = set(under.Upper, upper.Upper)
	s.Lower = set(under.Lower, upper.Lower)
	s.Title = set(under.Title, upper.Title)
	s.Italic = set(under.Italic, upper.Italic)
	s.CrossedOut = set(under.CrossedOut, upper.CrossedOut)
	s.Inverse = set(under.Inverse, upper.Inverse)
	return s
}

func set[T any](under, upper *T) *T {
	if upper != nil {
		return upper
	}
	return under
}

// tame checks a style sheet and takes out of it what is lede's: the margins and blank lines of blocks, blinking, and
// characters that are not text.
func tame(s *ansi.StyleConfig) error {
	v := reflect.ValueOf(s).Elem()
	for field, f := range v.Fields() {
		if err := tameIn(f.Addr().Interface()); err != nil {
			return fmt.Errorf("%s: %w", nameOf(field), err)
		}
	}
	if s.CodeBlock.Chroma == nil {
		return nil
	}
	for field, f := range reflect.ValueOf(s.CodeBlock.Chroma).Elem().Fields() {
		if err := tamePrimitive(f.Addr().Interface().(*ansi.StylePrimitive)); err != nil {
			return fmt.Errorf("code_block.chroma.%s: %w", nameOf(field), err)
		}
	}
	return nil
}

func nameOf(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// tameIn is tame for one entry of a style sheet.
func tameIn(entry any) error {
	switch e := entry.(type) {
	case *ansi.StylePrimitive:
		return tamePrimitive(e)
	case *ansi.StyleTask:
		e.Ticked, e.Unticked = oneLine(e.Ticked), oneLine(e.Unticked)
		return tamePrimitive(&e.StylePrimitive)
	case *ansi.StyleBlock:
		return tameBlock(e)
	case *ansi.StyleList:
		e.LevelIndent = 0
		return tameBlock(&e.StyleBlock)
	case *ansi.StyleCodeBlock:
		return tameBlock(&e.StyleBlock)
	case *ansi.StyleTable:
		for _, s := range []*string{e.ColumnSeparator, e.RowSeparator, e.CenterSeparator} {
			if s != nil {
				*s = oneLine(*s)
			}
		}
		return tameBlock(&e.StyleBlock)
	}
	return nil
}

func tameBlock(b *ansi.StyleBlock) error {
	none := uint(0)
	b.Margin, b.Indent, b.IndentToken = &none, &none, nil
	return tamePrimitive(&b.StylePrimitive)
}

func tamePrimitive(p *ansi.StylePrimitive) error {
	p.Blink, p.Faint, p.Conceal = nil, nil, nil // Glamour draws the first alone
	for _, s := range []*string{&p.BlockPrefix, &p.BlockSuffix, &p.Prefix, &p.Suffix, &p.Format} {
		*s = oneLine(*s)
	}
	for _, c := range []*string{p.Color, p.BackgroundColor} {
		if c == nil {
			continue
		}
		if err := checkColor(*c); err != nil {
			return err
		}
	}
	return nil
}

// oneLine is a text without line breaks and other controls.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) {
			return r
		}
		return -1
	}, s)
}

// sheetColors are all colours that a style sheet, or a part of one, names.
func sheetColors[T any](s *T) []string {
	var all []string
	collect(reflect.ValueOf(s).Elem(), &all)
	return all
}

func collect(v reflect.Value, all *[]string) {
	if p, ok := v.Interface().(ansi.StylePrimitive); ok {
		*all = append(*all, value(p.Color), value(p.BackgroundColor))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range v.Fields() {
			collect(f, all)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), all)
		}
	}
}
