package lang

import (
	"slices"
	"strings"
)

// NextPageLabels are the words of links to the next page, folded, between bars; nextLabels say only that something comes next.
const (
	NextPageLabels = "next page|continue to next page|go to next page|go to the next page|continued on next page|continue on next page|page suivante|aller à la page suivante|" +
		"nächste seite|zur nächsten seite|auf der nächsten seite weiter|weiter auf der nächsten seite|página siguiente|siguiente página|ir a la página siguiente|próxima página|página seguinte|" +
		"pagina successiva|prossima pagina|pagina seguente|volgende pagina|nästa sida|næste side|neste side|seuraava sivu|næsta síða|järgmine leht|nākamā lapa|kitas puslapis|" +
		"następna strona|kolejna strona|další strana|následující strana|další stránka|následující stránka|ďalšia strana|nasledujúca strana|naslednja stran|sljedeća stranica|iduća stranica|sledeća strana|" +
		"következő oldal|pagina următoare|следующая страница|наступна сторінка|наступная старонка|следваща страница|следна страница|следећа страна|επόμενη σελίδα|sonraki sayfa|növbəti səhifə|" +
		"pàgina següent|páxina seguinte|hurrengo orria|halaman selanjutnya|halaman berikutnya|halaman seterusnya|laman seterusnya|susunod na pahina|trang sau|trang tiếp|trang tiếp theo|trang kế|" +
		"ukurasa unaofuata|次のページ|次ページ|次のページへ|次のページを読む|下一页|下一頁|다음 페이지|다음페이지|หน้าถัดไป|अगला पृष्ठ|अगला पेज|पुढील पान|পরের পাতা|পরবর্তী পৃষ্ঠা|" +
		"அடுத்த பக்கம்|తదుపరి పేజీ|આગલું પૃષ્ઠ|അടുത്ത പേജ്|ಮುಂದಿನ ಪುಟ|اگلا صفحہ|صفحه بعد|صفحه بعدی|الصفحة التالية|הדף הבא|העמוד הבא|לעמוד הבא"
	NextLabels = "next|continue|continue reading|weiter|weiterlesen|nächste|suivant|suivante|siguiente|próximo|próxima|seguinte|successiva|avanti|volgende|verder|nästa|næste|neste|seuraava|" +
		"następna|dalej|další|ďalšia|naprej|dalje|következő|tovább|următoarea|înainte|далее|вперед|вперёд|следующая|далі|вперед|напред|επόμενο|επόμενη|ileri|sonraki|següent|selanjutnya|berikutnya|" +
		"tiếp|tiếp theo|次へ|次|下一步|다음|ถัดไป|अगला|পরবর্তী|التالي|التالية|بعدی|הבא"
)

// IsNextLabel reports whether words are one of the labels.
func IsNextLabel(labels, folded string) bool {
	return folded != "" && slices.Contains(strings.Split(labels, "|"), folded)
}
