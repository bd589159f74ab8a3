// Package fold writes texts in one form, for comparing them: in lower case, with plain apostrophes and single spaces.
package fold
