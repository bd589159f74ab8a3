package theme

import "testing"

// BenchmarkNew is what the start of the program pays for its theme.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		New(true)
	}
}
