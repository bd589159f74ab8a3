package matter

import "lede/model"

// Entry returns what fields state of an article. The keys are those of front matter ("title", "author", "date",
// "url", "topics" …) in small letters, the values as JSON or YAML give them: texts, lists, numbers. Other keys are
// passed over. Texts are clean, and an address that may not be followed is left out; base is what relative ones are
// resolved against, or "".
//
// The entry is for Options.Known.
func Entry(fields map[string]any, base string) model.Entry {
	var e model.Entry
	for _, key := range matterKeys {
		if v, ok := fields[key.name]; ok {
			stating{key.name, flatten(v, 0)}.fill(&e, key.what, base)
		}
	}
	return e
}
