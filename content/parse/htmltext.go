package parse

import (
	"golang.org/x/net/html/atom"

	"lede/model/clean"
)

// partsText tells whether an element begins and ends a paragraph.
func partsText(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Figure, atom.Figcaption, atom.Ul, atom.Ol, atom.Li,
		atom.Table, atom.Tr, atom.Caption, atom.Details, atom.Summary, atom.Dl, atom.Dt, atom.Dd, atom.Address, atom.Aside, atom.Nav, atom.Main,
		atom.Form, atom.Fieldset, atom.Center, atom.Option, atom.Hgroup, atom.Body, atom.Html, atom.Head, atom.Title,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// unmarkedText makes the text of HTML, which has been decoded, clean.
func unmarkedText(s string) string { return clean.Text(newlines(s)) }
