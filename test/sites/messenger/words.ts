/**
 * Words of the page by language. Attested (2026-07 to 2026-09): English row, button and
 * log labels; the Chinese row and log labels. All others are guesses, as good as any for
 * a reader that must not read them. `{…}` is filled by `fill`.
 */
export interface Words {
	chats: string;
	threadList: string;
	settings: string;
	unreadChats: string;
	search: string;
	unread: string;
	moreOptions: string;
	online: string;
	you: string;
	/** Stands in for a name until it is there. */
	someone: string;
	withPeople: string;
	titled: string;
	message: string;
	row: string;
	/** A row that says a sentence about its sender: expected, no page seen. */
	statement: string;
	button: string;
	actions: string;
	replied: string;
	original: string;
	goToReplied: string;
	reaction: string;
	sent: string;
	unsent: string;
	edited: string;
	attachment: string;
	openAttachment: string;
	openPhoto: string;
	callBack: string;
	play: string;
	details: string;
	encrypted: string;
	compose: string;
	loading: string;
	logIn: string;
}

const en: Words = {
	chats: 'Chats',
	threadList: 'Thread list',
	settings: 'Settings, help and more',
	unreadChats: 'Chats, {n} unread',
	search: 'Search Messenger',
	unread: 'Unread message:',
	moreOptions: 'More options for {name}',
	online: 'Active now',
	you: 'You',
	someone: 'Facebook user',
	withPeople: 'Messages in conversation with {name}',
	titled: 'Messages in conversation titled {name}',
	message: 'message',
	row: 'At {time}, {who}: {text}',
	statement: 'At {time}, {text}',
	button: 'Enter, Message sent {time} by {who}: {text}',
	actions: 'Message actions',
	replied: '{who} replied to {other}',
	original: 'Original message:',
	goToReplied: 'Go to replied message',
	reaction: '{n} reaction with {emoji}; see who reacted to this.',
	sent: 'Sent {ago}',
	unsent: '{who} unsent a message',
	edited: 'Edited',
	attachment: '{who} sent an attachment.',
	openAttachment: 'Open attachment, {name}',
	openPhoto: 'Open photo',
	callBack: 'Call back',
	play: 'Play',
	details: 'Enter, Conversation details',
	encrypted: 'Messages and calls are secured with end-to-end encryption.',
	compose: 'Message',
	loading: 'Loading...',
	logIn: 'Log in',
};

const de: Words = {
	chats: 'Chats',
	threadList: 'Chatliste',
	settings: 'Einstellungen, Hilfe und mehr',
	unreadChats: 'Chats, {n} ungelesen',
	search: 'Messenger durchsuchen',
	unread: 'Ungelesene Nachricht:',
	moreOptions: 'Mehr Optionen für {name}',
	online: 'Jetzt aktiv',
	you: 'Du',
	someone: 'Facebook-Nutzer',
	withPeople: 'Nachrichten in der Unterhaltung mit {name}',
	titled: 'Nachrichten in der Unterhaltung „{name}“',
	message: 'Nachricht',
	row: 'Um {time}, {who}: {text}',
	statement: 'Um {time}, {text}',
	button: 'Eingabe, Nachricht gesendet {time} von {who}: {text}',
	actions: 'Nachrichtenaktionen',
	replied: '{who} hat {other} geantwortet',
	original: 'Ursprüngliche Nachricht:',
	goToReplied: 'Zur beantworteten Nachricht',
	reaction: '{n} Reaktion mit {emoji}; ansehen, wer reagiert hat.',
	sent: 'Gesendet {ago}',
	unsent: '{who} hat eine Nachricht zurückgerufen',
	edited: 'Bearbeitet',
	attachment: '{who} hat einen Anhang gesendet.',
	openAttachment: 'Anhang öffnen, {name}',
	openPhoto: 'Foto öffnen',
	callBack: 'Zurückrufen',
	play: 'Abspielen',
	details: 'Eingabe, Details der Unterhaltung',
	encrypted: 'Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.',
	compose: 'Nachricht',
	loading: 'Wird geladen …',
	logIn: 'Anmelden',
};

const pt: Words = {
	chats: 'Conversas',
	threadList: 'Lista de conversas',
	settings: 'Configurações, ajuda e mais',
	unreadChats: 'Conversas, {n} não lidas',
	search: 'Pesquisar no Messenger',
	unread: 'Mensagem não lida:',
	moreOptions: 'Mais opções para {name}',
	online: 'Online agora',
	you: 'Você',
	someone: 'Usuário do Facebook',
	withPeople: 'Mensagens na conversa com {name}',
	titled: 'Mensagens na conversa intitulada {name}',
	message: 'mensagem',
	row: 'Às {time}, {who}: {text}',
	statement: 'Às {time}, {text}',
	button: 'Entrar, Mensagem enviada {time} por {who}: {text}',
	actions: 'Ações da mensagem',
	replied: '{who} respondeu a {other}',
	original: 'Mensagem original:',
	goToReplied: 'Ir para a mensagem respondida',
	reaction: '{n} reação com {emoji}; veja quem reagiu.',
	sent: 'Enviada {ago}',
	unsent: '{who} cancelou o envio de uma mensagem',
	edited: 'Editada',
	attachment: '{who} enviou um anexo.',
	openAttachment: 'Abrir anexo, {name}',
	openPhoto: 'Abrir foto',
	callBack: 'Retornar ligação',
	play: 'Reproduzir',
	details: 'Entrar, Detalhes da conversa',
	encrypted: 'As mensagens e ligações são protegidas com criptografia de ponta a ponta.',
	compose: 'Mensagem',
	loading: 'Carregando...',
	logIn: 'Entrar',
};

const tr: Words = {
	chats: 'Sohbetler',
	threadList: 'Sohbet listesi',
	settings: 'Ayarlar, yardım ve diğerleri',
	unreadChats: 'Sohbetler, {n} okunmamış',
	search: "Messenger'da ara",
	unread: 'Okunmamış mesaj:',
	moreOptions: '{name} için diğer seçenekler',
	online: 'Şimdi aktif',
	you: 'Sen',
	someone: 'Facebook kullanıcısı',
	withPeople: '{name} ile sohbetteki mesajlar',
	titled: '{name} başlıklı sohbetteki mesajlar',
	message: 'mesaj',
	row: 'Saat {time}, {who}: {text}',
	statement: 'Saat {time}, {text}',
	button: 'Gir, {time} tarihinde gönderen {who}: {text}',
	actions: 'Mesaj işlemleri',
	replied: '{who}, {other} kişisini yanıtladı',
	original: 'Orijinal mesaj:',
	goToReplied: 'Yanıtlanan mesaja git',
	reaction: '{emoji} ile {n} ifade; kimlerin ifade bıraktığını gör.',
	sent: '{ago} gönderildi',
	unsent: '{who} bir mesajın gönderimini geri aldı',
	edited: 'Düzenlendi',
	attachment: '{who} bir ek gönderdi.',
	openAttachment: 'Eki aç, {name}',
	openPhoto: 'Fotoğrafı aç',
	callBack: 'Geri ara',
	play: 'Oynat',
	details: 'Gir, Sohbet ayrıntıları',
	encrypted: 'Mesajlar ve aramalar uçtan uca şifrelidir.',
	compose: 'Mesaj',
	loading: 'Yükleniyor...',
	logIn: 'Giriş yap',
};

const ar: Words = {
	chats: 'الدردشات',
	threadList: 'قائمة الدردشات',
	settings: 'الإعدادات والمساعدة والمزيد',
	unreadChats: 'الدردشات، {n} غير مقروءة',
	search: 'بحث في Messenger',
	unread: 'رسالة غير مقروءة:',
	moreOptions: 'خيارات إضافية لـ {name}',
	online: 'نشط الآن',
	you: 'أنت',
	someone: 'مستخدم فيسبوك',
	withPeople: 'الرسائل في المحادثة مع {name}',
	titled: 'الرسائل في المحادثة بعنوان {name}',
	message: 'رسالة',
	row: 'في {time}، {who}: {text}',
	statement: 'في {time}، {text}',
	button: 'إدخال، رسالة مرسلة في {time} بواسطة {who}: {text}',
	actions: 'إجراءات الرسالة',
	replied: 'رد {who} على {other}',
	original: 'الرسالة الأصلية:',
	goToReplied: 'الانتقال إلى الرسالة التي تم الرد عليها',
	reaction: '{n} تفاعل بـ {emoji}؛ عرض المتفاعلين.',
	sent: 'تم الإرسال {ago}',
	unsent: 'ألغى {who} إرسال رسالة',
	edited: 'تم التعديل',
	attachment: 'أرسل {who} مرفقًا.',
	openAttachment: 'فتح المرفق، {name}',
	openPhoto: 'فتح الصورة',
	callBack: 'معاودة الاتصال',
	play: 'تشغيل',
	details: 'إدخال، تفاصيل المحادثة',
	encrypted: 'الرسائل والمكالمات مشفرة بين الطرفين.',
	compose: 'رسالة',
	loading: 'جارٍ التحميل...',
	logIn: 'تسجيل الدخول',
};

const he: Words = {
	chats: "צ'אטים",
	threadList: 'רשימת שיחות',
	settings: 'הגדרות, עזרה ועוד',
	unreadChats: "צ'אטים, {n} שלא נקראו",
	search: 'חיפוש ב-Messenger',
	unread: 'הודעה שלא נקראה:',
	moreOptions: 'אפשרויות נוספות עבור {name}',
	online: 'פעיל כעת',
	you: 'את/ה',
	someone: 'משתמש פייסבוק',
	withPeople: 'הודעות בשיחה עם {name}',
	titled: 'הודעות בשיחה בשם {name}',
	message: 'הודעה',
	row: 'בשעה {time}, {who}: {text}',
	statement: 'בשעה {time}, {text}',
	button: 'כניסה, הודעה שנשלחה {time} על ידי {who}: {text}',
	actions: 'פעולות בהודעה',
	replied: '{who} השיב ל-{other}',
	original: 'ההודעה המקורית:',
	goToReplied: 'מעבר להודעה שהושב עליה',
	reaction: 'תגובה {n} עם {emoji}; לראות מי הגיב.',
	sent: 'נשלח {ago}',
	unsent: '{who} ביטל שליחה של הודעה',
	edited: 'נערכה',
	attachment: '{who} שלח קובץ מצורף.',
	openAttachment: 'פתיחת קובץ מצורף, {name}',
	openPhoto: 'פתיחת תמונה',
	callBack: 'התקשרות חזרה',
	play: 'ניגון',
	details: 'כניסה, פרטי שיחה',
	encrypted: 'הודעות ושיחות מאובטחות בהצפנה מקצה לקצה.',
	compose: 'הודעה',
	loading: 'בטעינה...',
	logIn: 'התחברות',
};

const hi: Words = {
	chats: 'चैट',
	threadList: 'चैट सूची',
	settings: 'सेटिंग, मदद और बहुत कुछ',
	unreadChats: 'चैट, {n} अपठित',
	search: 'Messenger पर खोजें',
	unread: 'अपठित मैसेज:',
	moreOptions: '{name} के लिए और विकल्प',
	online: 'अभी सक्रिय',
	you: 'आप',
	someone: 'Facebook यूज़र',
	withPeople: '{name} के साथ बातचीत के मैसेज',
	titled: '{name} नाम की बातचीत के मैसेज',
	message: 'मैसेज',
	row: '{time} बजे, {who}: {text}',
	statement: '{time} बजे, {text}',
	button: 'दर्ज करें, {time} पर भेजा गया मैसेज, {who}: {text}',
	actions: 'मैसेज विकल्प',
	replied: '{who} ने {other} को जवाब दिया',
	original: 'मूल मैसेज:',
	goToReplied: 'जिस मैसेज का जवाब दिया गया उस पर जाएं',
	reaction: '{emoji} के साथ {n} रिएक्शन; देखें किसने रिएक्ट किया।',
	sent: '{ago} भेजा गया',
	unsent: '{who} ने मैसेज भेजना रद्द किया',
	edited: 'बदला गया',
	attachment: '{who} ने अटैचमेंट भेजा।',
	openAttachment: 'अटैचमेंट खोलें, {name}',
	openPhoto: 'फ़ोटो खोलें',
	callBack: 'वापस कॉल करें',
	play: 'चलाएं',
	details: 'दर्ज करें, बातचीत का विवरण',
	encrypted: 'मैसेज और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं।',
	compose: 'मैसेज',
	loading: 'लोड हो रहा है...',
	logIn: 'लॉग इन करें',
};

const zh: Words = {
	chats: '聊天',
	threadList: '对话列表',
	settings: '设置、帮助和更多',
	unreadChats: '聊天，{n} 条未读',
	search: '搜索 Messenger',
	unread: '未读消息：',
	moreOptions: '{name}的更多选项',
	online: '在线',
	you: '你',
	someone: 'Facebook 用户',
	withPeople: '与{name}的对话中的消息',
	titled: '名为{name}的对话中的消息',
	message: '消息',
	row: '{time}，{who}：{text}',
	statement: '{time}，{text}',
	button: '输入，{who}于{time}发送的消息：{text}',
	actions: '消息操作',
	replied: '{who}回复了{other}',
	original: '原始消息：',
	goToReplied: '前往被回复的消息',
	reaction: '{n} 个{emoji}心情；查看谁留下了心情。',
	sent: '{ago}发送',
	unsent: '{who}撤回了一条消息',
	edited: '已编辑',
	attachment: '{who}发送了附件。',
	openAttachment: '打开附件，{name}',
	openPhoto: '打开照片',
	callBack: '回拨',
	play: '播放',
	details: '输入，对话详情',
	encrypted: '消息和通话受端到端加密保护。',
	compose: '消息',
	loading: '加载中…',
	logIn: '登录',
};

const ja: Words = {
	chats: 'チャット',
	threadList: 'スレッドリスト',
	settings: '設定、ヘルプ、その他',
	unreadChats: 'チャット、未読{n}件',
	search: 'Messengerを検索',
	unread: '未読メッセージ:',
	moreOptions: '{name}のその他のオプション',
	online: 'オンライン中',
	you: 'あなた',
	someone: 'Facebookユーザー',
	withPeople: '{name}との会話のメッセージ',
	titled: '会話「{name}」のメッセージ',
	message: 'メッセージ',
	row: '{time}、{who}: {text}',
	statement: '{time}、{text}',
	button: 'Enterキー、{who}が{time}に送信したメッセージ: {text}',
	actions: 'メッセージアクション',
	replied: '{who}が{other}に返信しました',
	original: '元のメッセージ:',
	goToReplied: '返信元のメッセージに移動',
	reaction: '{emoji}のリアクション{n}件。リアクションした人を見る。',
	sent: '{ago}に送信',
	unsent: '{who}がメッセージの送信を取り消しました',
	edited: '編集済み',
	attachment: '{who}が添付ファイルを送信しました。',
	openAttachment: '添付ファイルを開く、{name}',
	openPhoto: '写真を開く',
	callBack: 'かけ直す',
	play: '再生',
	details: 'Enterキー、会話の詳細',
	encrypted: 'メッセージと通話はエンドツーエンドで暗号化されています。',
	compose: 'メッセージ',
	loading: '読み込み中...',
	logIn: 'ログイン',
};

const table: Record<string, Words> = { en, de, pt, tr, ar, he, hi, zh, ja };

export function wordsOf(language: string): Words {
	return table[new Intl.Locale(language).language] ?? en;
}

export function fill(pattern: string, values: Record<string, string>): string {
	return pattern.replace(/\{(\w+)\}/gu, (whole, key: string) => values[key] ?? whole);
}
