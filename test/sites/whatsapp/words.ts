/**
 * What the page says in nine languages. Attested in 2026: English; of Portuguese the
 * own prefix, "Enviada", "Lida", the counter, the quote and the composer. All others are
 * plausible guesses: a reader must not need any of them.
 */
export interface Words {
	you: string;
	pending: string;
	sent: string;
	delivered: string;
	read: string;
	/** `{n}` is the count. */
	unreadCount: string;
	unread: string;
	quoted: string;
	/** `{n}` is the chat's name. */
	compose: string;
	composeToGroup: string;
	composeEmpty: string;
	chatList: string;
	edited: string;
	deleted: string;
	disappearing: string;
	/** `{n}` is a duration. */
	timer: string;
	muted: string;
	pinned: string;
	archived: string;
	search: string;
	/** Titles of the parts of what a search found. */
	found: readonly [chats: string, messages: string];
	filters: readonly [all: string, unread: string, groups: string];
	photo: string;
	openPhoto: string;
	video: string;
	voice: string;
	sticker: string;
	call: string;
	unsupported: string;
	older: string;
	reaction: string;
	scan: string;
	encrypted: string;
}

const en: Words = {
	you: 'You',
	pending: 'Pending',
	sent: 'Sent',
	delivered: 'Delivered',
	read: 'Read',
	unreadCount: '{n} unread messages',
	unread: 'Unread',
	quoted: 'Quoted message',
	compose: 'Type a message to {n}',
	composeToGroup: 'Type a message to group {n}',
	composeEmpty: 'Type a message',
	chatList: 'Chat list',
	edited: 'Edited',
	deleted: 'This message was deleted',
	disappearing: 'This is a disappearing message',
	timer: 'New messages will disappear from this chat {n} after they’re sent, except when kept.',
	muted: 'Muted chat',
	pinned: 'Pinned chat',
	archived: 'Archived',
	search: 'Search or start a new chat',
	found: ['Chats', 'Messages'],
	filters: ['All', 'Unread', 'Groups'],
	photo: 'Photo',
	openPhoto: 'Open picture',
	video: 'Video',
	voice: 'Play voice message',
	sticker: 'Sticker',
	call: 'Missed voice call',
	unsupported: 'Open this message on your phone',
	older: 'Click here to get older messages from your phone.',
	reaction: 'Reaction {n}. View reactions',
	scan: 'Scan this QR code to link a device!',
	encrypted: 'End-to-end encrypted',
};

const de: Words = {
	you: 'Du',
	pending: 'Ausstehend',
	sent: 'Gesendet',
	delivered: 'Zugestellt',
	read: 'Gelesen',
	unreadCount: '{n} ungelesene Nachrichten',
	unread: 'Ungelesen',
	quoted: 'Zitierte Nachricht',
	compose: 'Nachricht an {n} eingeben',
	composeToGroup: 'Nachricht an die Gruppe {n} eingeben',
	composeEmpty: 'Nachricht eingeben',
	chatList: 'Chatliste',
	edited: 'Bearbeitet',
	deleted: 'Diese Nachricht wurde gelöscht',
	disappearing: 'Das ist eine selbstlöschende Nachricht',
	timer: 'Neue Nachrichten verschwinden {n} nach dem Senden aus diesem Chat.',
	muted: 'Stummgeschalteter Chat',
	pinned: 'Angehefteter Chat',
	archived: 'Archiviert',
	search: 'Suchen oder neuen Chat beginnen',
	found: ['Chats', 'Nachrichten'],
	filters: ['Alle', 'Ungelesen', 'Gruppen'],
	photo: 'Foto',
	openPhoto: 'Bild öffnen',
	video: 'Video',
	voice: 'Sprachnachricht abspielen',
	sticker: 'Sticker',
	call: 'Verpasster Sprachanruf',
	unsupported: 'Öffne diese Nachricht auf deinem Telefon',
	older: 'Klicke hier, um ältere Nachrichten von deinem Telefon zu laden.',
	reaction: 'Reaktion {n}. Reaktionen ansehen',
	scan: 'Scanne diesen QR-Code!',
	encrypted: 'Ende-zu-Ende-verschlüsselt',
};

const pt: Words = {
	you: 'Você',
	pending: 'Pendente',
	sent: 'Enviada',
	delivered: 'Entregue',
	read: 'Lida',
	unreadCount: '{n} mensagens não lidas',
	unread: 'Não lida',
	quoted: 'Mensagem citada',
	compose: 'Digite uma mensagem para {n}',
	composeToGroup: 'Digite uma mensagem para o grupo {n}',
	composeEmpty: 'Digite uma mensagem',
	chatList: 'Lista de conversas',
	edited: 'Editada',
	deleted: 'Esta mensagem foi apagada',
	disappearing: 'Esta é uma mensagem temporária',
	timer: 'As novas mensagens desaparecerão desta conversa {n} após o envio.',
	muted: 'Conversa silenciada',
	pinned: 'Conversa fixada',
	archived: 'Arquivadas',
	search: 'Pesquisar ou começar uma nova conversa',
	found: ['Conversas', 'Mensagens'],
	filters: ['Tudo', 'Não lidas', 'Grupos'],
	photo: 'Foto',
	openPhoto: 'Abrir foto',
	video: 'Vídeo',
	voice: 'Reproduzir mensagem de voz',
	sticker: 'Figurinha',
	call: 'Ligação de voz perdida',
	unsupported: 'Abra esta mensagem no seu celular',
	older: 'Clique aqui para obter mensagens mais antigas do seu celular.',
	reaction: 'Reação {n}. Ver reações',
	scan: 'Escaneie este código QR!',
	encrypted: 'Protegida com criptografia de ponta a ponta',
};

const tr: Words = {
	you: 'Siz',
	pending: 'Bekliyor',
	sent: 'Gönderildi',
	delivered: 'Teslim edildi',
	read: 'Okundu',
	unreadCount: '{n} okunmamış mesaj',
	unread: 'Okunmadı',
	quoted: 'Alıntılanan mesaj',
	compose: '{n} kişisine mesaj yazın',
	composeToGroup: '{n} grubuna mesaj yazın',
	composeEmpty: 'Bir mesaj yazın',
	chatList: 'Sohbet listesi',
	edited: 'Düzenlendi',
	deleted: 'Bu mesaj silindi',
	disappearing: 'Bu, süreli bir mesajdır',
	timer: 'Yeni mesajlar gönderildikten {n} sonra bu sohbetten kaybolacak.',
	muted: 'Sessize alınmış sohbet',
	pinned: 'Sabitlenmiş sohbet',
	archived: 'Arşivlenmiş',
	search: 'Aratın veya yeni sohbet başlatın',
	found: ['Sohbetler', 'Mesajlar'],
	filters: ['Tümü', 'Okunmamış', 'Gruplar'],
	photo: 'Fotoğraf',
	openPhoto: 'Fotoğrafı aç',
	video: 'Video',
	voice: 'Sesli mesajı oynat',
	sticker: 'Çıkartma',
	call: 'Cevapsız sesli arama',
	unsupported: 'Bu mesajı telefonunuzda açın',
	older: 'Telefonunuzdaki eski mesajları almak için buraya tıklayın.',
	reaction: 'İfade {n}. İfadeleri gör',
	scan: 'Bu QR kodunu tarayın!',
	encrypted: 'Uçtan uca şifreli',
};

const ar: Words = {
	you: 'أنت',
	pending: 'قيد الانتظار',
	sent: 'تم الإرسال',
	delivered: 'تم التسليم',
	read: 'تمت القراءة',
	unreadCount: '{n} رسائل غير مقروءة',
	unread: 'غير مقروءة',
	quoted: 'رسالة مقتبسة',
	compose: 'اكتب رسالة إلى {n}',
	composeToGroup: 'اكتب رسالة إلى مجموعة {n}',
	composeEmpty: 'اكتب رسالة',
	chatList: 'قائمة الدردشات',
	edited: 'تم التعديل',
	deleted: 'تم حذف هذه الرسالة',
	disappearing: 'هذه رسالة ذاتية الاختفاء',
	timer: 'ستختفي الرسائل الجديدة من هذه الدردشة بعد {n} من إرسالها.',
	muted: 'دردشة مكتومة',
	pinned: 'دردشة مثبتة',
	archived: 'المؤرشفة',
	search: 'ابحث أو ابدأ دردشة جديدة',
	found: ['الدردشات', 'الرسائل'],
	filters: ['الكل', 'غير مقروءة', 'المجموعات'],
	photo: 'صورة',
	openPhoto: 'فتح الصورة',
	video: 'فيديو',
	voice: 'تشغيل الرسالة الصوتية',
	sticker: 'ملصق',
	call: 'مكالمة صوتية فائتة',
	unsupported: 'افتح هذه الرسالة على هاتفك',
	older: 'انقر هنا لجلب الرسائل الأقدم من هاتفك.',
	reaction: 'تفاعل {n}. عرض التفاعلات',
	scan: 'امسح رمز الاستجابة السريعة!',
	encrypted: 'مشفرة تمامًا بين الطرفين',
};

const he: Words = {
	you: 'את/ה',
	pending: 'ממתין',
	sent: 'נשלחה',
	delivered: 'נמסרה',
	read: 'נקראה',
	unreadCount: '{n} הודעות שלא נקראו',
	unread: 'לא נקראה',
	quoted: 'הודעה מצוטטת',
	compose: 'הקלדת הודעה אל {n}',
	composeToGroup: 'הקלדת הודעה לקבוצה {n}',
	composeEmpty: 'הקלדת הודעה',
	chatList: 'רשימת צ׳אטים',
	edited: 'נערכה',
	deleted: 'ההודעה הזו נמחקה',
	disappearing: 'זוהי הודעה זמנית',
	timer: 'הודעות חדשות ייעלמו מהצ׳אט הזה {n} אחרי שליחתן.',
	muted: 'צ׳אט מושתק',
	pinned: 'צ׳אט מוצמד',
	archived: 'בארכיון',
	search: 'חיפוש או התחלת צ׳אט חדש',
	found: ['צ׳אטים', 'הודעות'],
	filters: ['הכל', 'לא נקראו', 'קבוצות'],
	photo: 'תמונה',
	openPhoto: 'פתיחת תמונה',
	video: 'סרטון',
	voice: 'השמעת הודעה קולית',
	sticker: 'סטיקר',
	call: 'שיחה קולית שלא נענתה',
	unsupported: 'יש לפתוח את ההודעה בטלפון',
	older: 'לחיצה כאן תביא הודעות ישנות יותר מהטלפון.',
	reaction: 'תגובה {n}. הצגת תגובות',
	scan: 'סריקת קוד ה-QR!',
	encrypted: 'מוצפן מקצה לקצה',
};

const hi: Words = {
	you: 'आप',
	pending: 'बाकी है',
	sent: 'भेजा गया',
	delivered: 'डिलीवर हुआ',
	read: 'पढ़ा गया',
	unreadCount: '{n} अपठित मैसेज',
	unread: 'अपठित',
	quoted: 'कोट किया गया मैसेज',
	compose: '{n} को मैसेज लिखें',
	composeToGroup: '{n} ग्रुप को मैसेज लिखें',
	composeEmpty: 'मैसेज लिखें',
	chatList: 'चैट लिस्ट',
	edited: 'बदला गया',
	deleted: 'यह मैसेज हटा दिया गया',
	disappearing: 'यह गायब होने वाला मैसेज है',
	timer: 'नए मैसेज भेजे जाने के {n} बाद इस चैट से गायब हो जाएँगे.',
	muted: 'म्यूट की गई चैट',
	pinned: 'पिन की गई चैट',
	archived: 'आर्काइव',
	search: 'खोजें या नई चैट शुरू करें',
	found: ['चैट', 'मैसेज'],
	filters: ['सभी', 'अपठित', 'ग्रुप'],
	photo: 'फ़ोटो',
	openPhoto: 'फ़ोटो खोलें',
	video: 'वीडियो',
	voice: 'वॉइस मैसेज चलाएँ',
	sticker: 'स्टिकर',
	call: 'मिस्ड वॉइस कॉल',
	unsupported: 'यह मैसेज अपने फ़ोन पर खोलें',
	older: 'अपने फ़ोन से पुराने मैसेज पाने के लिए यहाँ क्लिक करें.',
	reaction: 'रिएक्शन {n}. रिएक्शन देखें',
	scan: 'यह QR कोड स्कैन करें!',
	encrypted: 'एंड-टू-एंड एन्क्रिप्टेड',
};

const zh: Words = {
	you: '你',
	pending: '等待中',
	sent: '已发送',
	delivered: '已送达',
	read: '已读',
	unreadCount: '{n} 条未读消息',
	unread: '未读',
	quoted: '引用的消息',
	compose: '给{n}发消息',
	composeToGroup: '在群组{n}中发消息',
	composeEmpty: '输入消息',
	chatList: '对话列表',
	edited: '已编辑',
	deleted: '这条消息已删除',
	disappearing: '这是一条限时消息',
	timer: '新消息将在发送{n}后从此对话中消失。',
	muted: '已静音的对话',
	pinned: '已置顶的对话',
	archived: '已存档',
	search: '搜索或开始新对话',
	found: ['对话', '消息'],
	filters: ['全部', '未读', '群组'],
	photo: '照片',
	openPhoto: '打开照片',
	video: '视频',
	voice: '播放语音消息',
	sticker: '贴图',
	call: '未接语音通话',
	unsupported: '请在手机上打开这条消息',
	older: '点击这里从手机获取更早的消息。',
	reaction: '回应 {n}。查看回应',
	scan: '扫描此二维码！',
	encrypted: '端到端加密',
};

const ja: Words = {
	you: 'あなた',
	pending: '保留中',
	sent: '送信済み',
	delivered: '配信済み',
	read: '既読',
	unreadCount: '{n}件の未読メッセージ',
	unread: '未読',
	quoted: '引用メッセージ',
	compose: '{n}へのメッセージを入力',
	composeToGroup: 'グループ{n}へのメッセージを入力',
	composeEmpty: 'メッセージを入力',
	chatList: 'チャットリスト',
	edited: '編集済み',
	deleted: 'このメッセージは削除されました',
	disappearing: 'これは消えるメッセージです',
	timer: '新しいメッセージは送信から{n}後にこのチャットから消えます。',
	muted: 'ミュート中のチャット',
	pinned: '固定したチャット',
	archived: 'アーカイブ済み',
	search: '検索または新しいチャットを開始',
	found: ['チャット', 'メッセージ'],
	filters: ['すべて', '未読', 'グループ'],
	photo: '写真',
	openPhoto: '写真を開く',
	video: '動画',
	voice: '音声メッセージを再生',
	sticker: 'スタンプ',
	call: '不在着信',
	unsupported: 'このメッセージは電話で開いてください',
	older: 'ここをクリックして電話から以前のメッセージを取得します。',
	reaction: 'リアクション {n}。表示',
	scan: 'このQRコードをスキャン',
	encrypted: 'エンドツーエンド暗号化',
};

const catalogue: Record<string, Words> = { en, de, pt, tr, ar, he, hi, zh, ja };

export function wordsOf(language: string): Words {
	return catalogue[new Intl.Locale(language).language] ?? en;
}

export function fill(template: string, value: string): string {
	return template.replace('{n}', value);
}

export function isRightToLeft(language: string): boolean {
	return ['ar', 'fa', 'he', 'ur'].includes(new Intl.Locale(language).language);
}
