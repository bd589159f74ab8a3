// Package matter reads what an article states of itself in fields with names: the front matter of a text, YAML or
// TOML, and the fields of a record.
//
// Start with Cut, which parts front matter from the text below it. The keys are in fields.go.
package matter
