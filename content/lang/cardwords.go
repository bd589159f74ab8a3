package lang

import "sync"

// InstagramShared are the words before the name under an Instagram post, by language.
var InstagramShared = [...]string{
	"A post shared by ", "A photo posted by ", "A video posted by ", "A photo shared by ", "A video shared by ", "Ein Beitrag geteilt von ", "Ein von ", "Une publication partagée par ", "Une photo publiée par ", "Une vidéo publiée par ", "Una publicación compartida de ",
	"Una publicación compartida por ", "Una foto publicada por ", "Uma publicação compartilhada por ", "Uma publicação partilhada por ", "Um post compartilhado por ", "Una foto compartida por ", "Un post condiviso da ", "Una foto pubblicata da ", "Een bericht gedeeld door ",
	"Ett inlägg delat av ", "Et opslag delt af ", "Et innlegg delt av ", "Post udostępniony przez ", "Příspěvek sdílený ", "Príspevok, ktorý zdieľa ", "O postare distribuită de ", "O postare partajată de ", "Η δημοσίευση κοινοποιήθηκε από το χρήστη ",
	"Публикация от ", "Допис, поширений ", "Публикация, споделена от ", "Objavu dijeli ", "Objava koju dijeli ", "Sebuah kiriman dibagikan oleh ", "Kiriman dibagikan oleh ", "Siaran dikongsi oleh ", "Isang post na ibinahagi ni ", "Bài viết do ", "โพสต์ที่แชร์โดย ", "تمت مشاركة منشور بواسطة ",
	"פוסט משותף על ידי ", "یک پست به اشتراک گذاشته شده توسط ", "Henkilön ",
}

// InstagramSharedAfter are the words that languages put after the name instead.
var InstagramSharedAfter = [...]string{
	"がシェアした投稿", "님의 공유 게시물", "分享的帖子", "分享的貼文", "分享的文章", "द्वारा साझा की गई पोस्ट", "jakama julkaisu", "által megosztott bejegyzés", "'in paylaştığı bir gönderi", "'ın paylaştığı bir gönderi",
	"’in paylaştığı bir gönderi", "paylaştığı bir gönderi", "chia sẻ", "geteilter Beitrag",
}

// ViewWords are the words of the link above or under a post that leads to its network, without the network's name.
var ViewWords = [...]string{
	"View this post on", "View this profile on", "View on", "View post on", "See this post on", "Sieh dir diesen Beitrag auf", "Dieser Beitrag auf", "Diesen Beitrag auf", "Auf", "Voir cette publication sur", "Voir sur", "Afficher cette publication sur", "Ver esta publicación en", "Ver esta publicação no",
	"Ver essa foto no", "Ver esta foto no", "Ver essa publicação no", "Visualizza questo post su", "Dit bericht op", "Visa det här inlägget på", "Vis dette opslag på", "Vis dette innlegget på", "Se dette innlegget på", "Wyświetl ten post na", "Zobrazit příspěvek na", "Zobraziť tento príspevok na",
	"Vezi această postare pe", "Δείτε αυτή τη δημοσίευση στο", "Посмотреть эту публикацию в", "Переглянути цей допис в", "Вижте тази публикация в", "Pogledajte ovu objavu na", "Näytä tämä julkaisu", "A bejegyzés megtekintése az", "Bu gönderiyi", "Lihat postingan ini di", "Lihat siaran ini di",
	"Tingnan ang post na ito sa", "Xem bài viết này trên", "ดูโพสต์นี้บน", "عرض هذا المنشور على", "צפו בפוסט הזה ב", "この投稿を", "在", "इस पोस्ट को",
}

// ViewWordsBy are the viewWords by their first byte.
var ViewWordsBy = sync.OnceValue(func() *ByFirst { return NewByFirst(ViewWords[:]) })

// FacebookPosted are the words before the name under a Facebook post; a day of the week and a date follow the name.
var FacebookPosted = [...]string{
	"Posted by ", "Gepostet von ", "Publiée par ", "Publié par ", "Publicada por ", "Publicado por ", "Pubblicato da ", "Geplaatst door ", "Opublikowany przez ", "Inlagt av ", "Publicerat av ", "Slået op af ", "Publisert av ", "Lagt ut av ",
	"Опубликовано ", "Dikirim oleh ", "Zveřejnil(a) ", "Közzétette: ", "Postat de ", "Publicat de ",
}
