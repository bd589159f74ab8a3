package lift

import "testing"

func TestSplitCredit(t *testing.T) {
	for _, c := range [][3]string{
		{"Water over the quay. Photo: Ines Okafor", "Water over the quay.", "Photo: Ines Okafor"},
		{"Water over the quay (Reuters)", "Water over the quay", "Reuters"},
		{"Water over the quay. [Ines Okafor/Getty Images]", "Water over the quay.", "Ines Okafor/Getty Images"},
		{"Wasser am Kai | Bild: dpa", "Wasser am Kai", "Bild: dpa"},
		{"L'eau sur le quai. Crédit photo : AFP", "L'eau sur le quai.", "Crédit photo : AFP"},
		{"Water over the quay © Ines Okafor", "Water over the quay", "© Ines Okafor"},
		{"Image Credits: Ines Okafor", "", "Image Credits: Ines Okafor"},
		{"© dpa", "", "© dpa"},
		{"Getty Images", "", "Getty Images"},
		{"Вода на причале. Фото: Инес Окафор", "Вода на причале.", "Фото: Инес Окафор"},
		{"Photo by Ines Okafor", "", "Photo by Ines Okafor"},
		{"A photo of the quay (left) and the slip", "A photo of the quay (left) and the slip", ""},
		{"The source of the water is the river.", "The source of the water is the river.", ""},
	} {
		if caption, credit := splitCredit(c[0]); caption != c[1] || credit != c[2] {
			t.Errorf("splitCredit(%q) = %q, %q, want %q, %q", c[0], caption, credit, c[1], c[2])
		}
	}
}
