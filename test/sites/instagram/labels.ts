/**
 * Words of the page by language. English ones are those of 2026-04-23 (a real page) and
 * of readers until 2026-10, as are "Não lida" (unread), "Sin leer" and "Enviar"; all
 * other translations are guesses, as good as any for a reader that must not read them.
 */
export interface Labels {
	threadList: string;
	newMessage: string;
	search: string;
	primary: string;
	general: string;
	requests: string;
	yourNote: string;
	unread: string;
	muted: string;
	justNow: string;
	you: string;
	/** `{n}` is replaced by "2", "3" or "4+". */
	newMessages: string;
	conversationWith: string;
	openProfile: string;
	audioCall: string;
	videoCall: string;
	information: string;
	actions: string;
	react: string;
	reply: string;
	more: string;
	replied: string;
	seen: string;
	edited: string;
	loading: string;
	placeholder: string;
	clip: string;
	play: string;
	sentAttachment: string;
	reactions: string;
	callEnded: string;
	cannotShow: string;
	viewPhoto: string;
	chats: string;
}

const en: Labels = {
	threadList: 'Thread list',
	newMessage: 'New message',
	search: 'Search',
	primary: 'Primary',
	general: 'General',
	requests: 'Requests',
	yourNote: 'Your note',
	unread: 'Unread',
	muted: 'Muted',
	justNow: 'just now',
	you: 'You: ',
	newMessages: '{n} new messages',
	conversationWith: 'Conversation with {name}',
	openProfile: 'Open the profile page of {name}',
	audioCall: 'Audio call',
	videoCall: 'Video call',
	information: 'Conversation information',
	actions: 'Message actions',
	react: 'React to message from {name}',
	reply: 'Reply to message from {name}',
	more: 'See more options for message from {name}',
	replied: '{name} replied to {other}',
	seen: 'Seen',
	edited: 'Edited',
	loading: 'Loading...',
	placeholder: 'Message...',
	clip: 'Clip',
	play: 'Play',
	sentAttachment: '{name} sent an attachment.',
	reactions: 'See who reacted to this',
	callEnded: 'Audio call ended',
	cannotShow: 'Use the Instagram app to view this message.',
	viewPhoto: 'Open photo',
	chats: 'Messages',
};

const de: Labels = {
	threadList: 'Chatliste',
	newMessage: 'Neue Nachricht',
	search: 'Suchen',
	primary: 'Primär',
	general: 'Allgemein',
	requests: 'Anfragen',
	yourNote: 'Deine Notiz',
	unread: 'Ungelesen',
	muted: 'Stummgeschaltet',
	justNow: 'gerade eben',
	you: 'Du: ',
	newMessages: '{n} neue Nachrichten',
	conversationWith: 'Unterhaltung mit {name}',
	openProfile: 'Profilseite von {name} öffnen',
	audioCall: 'Audioanruf',
	videoCall: 'Videoanruf',
	information: 'Informationen zur Unterhaltung',
	actions: 'Nachrichtenaktionen',
	react: 'Auf Nachricht von {name} reagieren',
	reply: 'Auf Nachricht von {name} antworten',
	more: 'Weitere Optionen für Nachricht von {name}',
	replied: '{name} hat {other} geantwortet',
	seen: 'Gesehen',
	edited: 'Bearbeitet',
	loading: 'Wird geladen ...',
	placeholder: 'Nachricht ...',
	clip: 'Clip',
	play: 'Abspielen',
	sentAttachment: '{name} hat einen Anhang gesendet.',
	reactions: 'Reaktionen ansehen',
	callEnded: 'Audioanruf beendet',
	cannotShow: 'Diese Nachricht ist nur in der App zu sehen.',
	viewPhoto: 'Foto öffnen',
	chats: 'Nachrichten',
};

const pt: Labels = {
	threadList: 'Lista de conversas',
	newMessage: 'Nova mensagem',
	search: 'Pesquisar',
	primary: 'Principal',
	general: 'Geral',
	requests: 'Solicitações',
	yourNote: 'Sua nota',
	unread: 'Não lida',
	muted: 'Silenciada',
	justNow: 'agora mesmo',
	you: 'Você: ',
	newMessages: '{n} novas mensagens',
	conversationWith: 'Conversa com {name}',
	openProfile: 'Abrir a página de perfil de {name}',
	audioCall: 'Ligação de áudio',
	videoCall: 'Ligação de vídeo',
	information: 'Informações da conversa',
	actions: 'Ações da mensagem',
	react: 'Reagir à mensagem de {name}',
	reply: 'Responder à mensagem de {name}',
	more: 'Ver mais opções para a mensagem de {name}',
	replied: '{name} respondeu a {other}',
	seen: 'Visto',
	edited: 'Editada',
	loading: 'Carregando...',
	placeholder: 'Mensagem...',
	clip: 'Clipe',
	play: 'Reproduzir',
	sentAttachment: '{name} enviou um anexo.',
	reactions: 'Ver quem reagiu',
	callEnded: 'Ligação encerrada',
	cannotShow: 'Veja esta mensagem no aplicativo.',
	viewPhoto: 'Abrir foto',
	chats: 'Mensagens',
};

const tr: Labels = {
	threadList: 'Sohbet listesi',
	newMessage: 'Yeni mesaj',
	search: 'Ara',
	primary: 'Birincil',
	general: 'Genel',
	requests: 'İstekler',
	yourNote: 'Notun',
	unread: 'Okunmadı',
	muted: 'Sessize alındı',
	justNow: 'şimdi',
	you: 'Sen: ',
	newMessages: '{n} yeni mesaj',
	conversationWith: '{name} ile sohbet',
	openProfile: '{name} profil sayfasını aç',
	audioCall: 'Sesli arama',
	videoCall: 'Görüntülü arama',
	information: 'Sohbet bilgileri',
	actions: 'Mesaj işlemleri',
	react: '{name} tarafından gönderilen mesaja ifade bırak',
	reply: '{name} tarafından gönderilen mesajı yanıtla',
	more: '{name} tarafından gönderilen mesaj için diğer seçenekler',
	replied: '{name}, {other} kişisini yanıtladı',
	seen: 'Görüldü',
	edited: 'Düzenlendi',
	loading: 'Yükleniyor...',
	placeholder: 'Mesaj...',
	clip: 'Klip',
	play: 'Oynat',
	sentAttachment: '{name} bir ek gönderdi.',
	reactions: 'İfade bırakanları gör',
	callEnded: 'Sesli arama bitti',
	cannotShow: 'Bu mesajı uygulamada görebilirsin.',
	viewPhoto: 'Fotoğrafı aç',
	chats: 'Mesajlar',
};

const ar: Labels = {
	threadList: 'قائمة الدردشات',
	newMessage: 'رسالة جديدة',
	search: 'بحث',
	primary: 'الأساسية',
	general: 'عام',
	requests: 'الطلبات',
	yourNote: 'ملاحظتك',
	unread: 'غير مقروءة',
	muted: 'تم الكتم',
	justNow: 'الآن',
	you: 'أنت: ',
	newMessages: '{n} رسائل جديدة',
	conversationWith: 'محادثة مع {name}',
	openProfile: 'فتح صفحة الملف الشخصي لـ {name}',
	audioCall: 'مكالمة صوتية',
	videoCall: 'مكالمة فيديو',
	information: 'معلومات المحادثة',
	actions: 'إجراءات الرسالة',
	react: 'التفاعل مع رسالة {name}',
	reply: 'الرد على رسالة {name}',
	more: 'خيارات إضافية لرسالة {name}',
	replied: 'رد {name} على {other}',
	seen: 'تمت المشاهدة',
	edited: 'تم التعديل',
	loading: 'جار التحميل...',
	placeholder: 'رسالة...',
	clip: 'مقطع',
	play: 'تشغيل',
	sentAttachment: 'أرسل {name} مرفقًا.',
	reactions: 'عرض التفاعلات',
	callEnded: 'انتهت المكالمة',
	cannotShow: 'يمكن عرض هذه الرسالة في التطبيق.',
	viewPhoto: 'فتح الصورة',
	chats: 'الرسائل',
};

const he: Labels = {
	threadList: 'רשימת שיחות',
	newMessage: 'הודעה חדשה',
	search: 'חיפוש',
	primary: 'ראשי',
	general: 'כללי',
	requests: 'בקשות',
	yourNote: 'הפתק שלך',
	unread: 'לא נקראה',
	muted: 'מושתק',
	justNow: 'עכשיו',
	you: 'את/ה: ',
	newMessages: '{n} הודעות חדשות',
	conversationWith: 'שיחה עם {name}',
	openProfile: 'פתיחת דף הפרופיל של {name}',
	audioCall: 'שיחת קול',
	videoCall: 'שיחת וידאו',
	information: 'פרטי השיחה',
	actions: 'פעולות בהודעה',
	react: 'תגובה להודעה של {name}',
	reply: 'מענה להודעה של {name}',
	more: 'אפשרויות נוספות להודעה של {name}',
	replied: '{name} השיב ל-{other}',
	seen: 'נצפתה',
	edited: 'נערכה',
	loading: 'בטעינה...',
	placeholder: 'הודעה...',
	clip: 'קליפ',
	play: 'ניגון',
	sentAttachment: '{name} שלח קובץ.',
	reactions: 'מי הגיב',
	callEnded: 'השיחה הסתיימה',
	cannotShow: 'ניתן להציג הודעה זו באפליקציה.',
	viewPhoto: 'פתיחת תמונה',
	chats: 'הודעות',
};

const hi: Labels = {
	threadList: 'चैट सूची',
	newMessage: 'नया मैसेज',
	search: 'खोजें',
	primary: 'मुख्य',
	general: 'सामान्य',
	requests: 'अनुरोध',
	yourNote: 'आपका नोट',
	unread: 'अपठित',
	muted: 'म्यूट',
	justNow: 'अभी',
	you: 'आप: ',
	newMessages: '{n} नए मैसेज',
	conversationWith: '{name} के साथ बातचीत',
	openProfile: '{name} का प्रोफ़ाइल पेज खोलें',
	audioCall: 'ऑडियो कॉल',
	videoCall: 'वीडियो कॉल',
	information: 'बातचीत की जानकारी',
	actions: 'मैसेज विकल्प',
	react: '{name} के मैसेज पर रिएक्ट करें',
	reply: '{name} के मैसेज का जवाब दें',
	more: '{name} के मैसेज के और विकल्प देखें',
	replied: '{name} ने {other} को जवाब दिया',
	seen: 'देखा गया',
	edited: 'बदला गया',
	loading: 'लोड हो रहा है...',
	placeholder: 'मैसेज...',
	clip: 'क्लिप',
	play: 'चलाएं',
	sentAttachment: '{name} ने अटैचमेंट भेजा।',
	reactions: 'रिएक्शन देखें',
	callEnded: 'ऑडियो कॉल समाप्त',
	cannotShow: 'यह मैसेज ऐप में देखें।',
	viewPhoto: 'फ़ोटो खोलें',
	chats: 'मैसेज',
};

const zh: Labels = {
	threadList: '聊天列表',
	newMessage: '新消息',
	search: '搜索',
	primary: '主要',
	general: '常规',
	requests: '请求',
	yourNote: '你的便签',
	unread: '未读',
	muted: '已静音',
	justNow: '刚刚',
	you: '你：',
	newMessages: '{n} 条新消息',
	conversationWith: '与{name}的对话',
	openProfile: '打开{name}的主页',
	audioCall: '语音通话',
	videoCall: '视频通话',
	information: '对话信息',
	actions: '消息操作',
	react: '对{name}的消息留下心情',
	reply: '回复{name}的消息',
	more: '查看{name}的消息的更多选项',
	replied: '{name}回复了{other}',
	seen: '已读',
	edited: '已编辑',
	loading: '加载中…',
	placeholder: '发消息…',
	clip: '短片',
	play: '播放',
	sentAttachment: '{name}发送了附件。',
	reactions: '查看心情',
	callEnded: '语音通话已结束',
	cannotShow: '请在应用中查看此消息。',
	viewPhoto: '打开照片',
	chats: '消息',
};

const ja: Labels = {
	threadList: 'スレッドリスト',
	newMessage: '新規メッセージ',
	search: '検索',
	primary: 'メイン',
	general: '一般',
	requests: 'リクエスト',
	yourNote: 'あなたのノート',
	unread: '未読',
	muted: 'ミュート中',
	justNow: 'たった今',
	you: 'あなた：',
	newMessages: '新着メッセージ{n}件',
	conversationWith: '{name}との会話',
	openProfile: '{name}のプロフィールページを開く',
	audioCall: '音声通話',
	videoCall: 'ビデオ通話',
	information: '会話の情報',
	actions: 'メッセージアクション',
	react: '{name}からのメッセージにリアクション',
	reply: '{name}からのメッセージに返信',
	more: '{name}からのメッセージのその他のオプションを見る',
	replied: '{name}が{other}に返信しました',
	seen: '既読',
	edited: '編集済み',
	loading: '読み込み中...',
	placeholder: 'メッセージ...',
	clip: 'クリップ',
	play: '再生',
	sentAttachment: '{name}が添付ファイルを送信しました。',
	reactions: 'リアクションを見る',
	callEnded: '音声通話が終了しました',
	cannotShow: 'このメッセージはアプリで表示できます。',
	viewPhoto: '写真を開く',
	chats: 'メッセージ',
};

const table: Record<string, Labels> = { en, de, pt, tr, ar, he, hi, zh, ja };

export function labelsOf(language: string): Labels {
	return table[new Intl.Locale(language).language] ?? en;
}

/** `{name}` and its like in a label, filled. */
export function fill(label: string, values: Record<string, string>): string {
	return label.replace(/\{(\w+)\}/gu, (whole, key: string) => values[key] ?? whole);
}
