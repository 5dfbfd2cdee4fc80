import type { ScenarioChat } from '../scenario.ts';
import { dayMs, hourMs, minuteMs, thread } from './thread.ts';

export function messengerChats(now: number): ScenarioChat[] {
	return [tom(now), choir(now), amelie(now), heinz(now), yusuf(now)];
}

const tom = (now: number): ScenarioChat => ({
	id: 'm-tom',
	network: 'messenger',
	nativeId: '100087355512002',
	personIds: ['tom'],
	encrypted: true,
	messages: thread('m-tom', now - 52 * minuteMs, [
		['tom', 'Are you still coming to Leeds in December?'],
		['mara', 'Tickets booked! 🎄'],
		['tom', 'Brilliant!! The spare room has a proper bed now'],
		['mara', 'No more air mattress of doom?'],
		[
			'tom',
			'It died. We held a small ceremony',
			{ quote: { from: 'mara', text: 'No more air mattress of doom?' } },
		],
		['mara', 'May it rest flat'],
		['tom', '😂😂😂', { reactions: ['😂'] }],
		['tom', 'The Christmas market opens on the 6th', { kind: 'photo' }],
		['mara', 'I want the tiny pancakes again'],
		['tom', 'Poffertjes! They come all the way from Utrecht'],
		['mara', 'Like me, but with syrup'],
		1_300,
		['tom', 'Mum asks whether you eat fish now'],
		['mara', 'Tell her I eat everything she cooks ❤️'],
		['tom', 'She is already writing lists'],
		['mara', 'I am bringing her a teapot. Do not tell'],
		['tom', 'My lips are sealed 🤐'],
		1_100,
		['mara', 'Do you remember the bakery in Whitby?'],
		['tom', 'Where you fell into the flour sack? I have proof somewhere'],
		['mara', 'You do not'],
		['tom', 'What time does your train get in?'],
		['mara', 'Ten past six, platform 5'],
		['tom', 'I will be the one with the silly hat'],
	]),
});

const choir = (now: number): ScenarioChat => ({
	id: 'm-choir',
	network: 'messenger',
	nativeId: '7203944871120331',
	title: 'Choir Thursdays 🎶',
	personIds: ['grace', 'tom', 'amelie', 'frieda'],
	group: true,
	messages: thread('m-choir', now - 20 * hourMs, [
		['grace', 'Rehearsal is at 7 this week, not 7:30'],
		['frieda', 'Noted!'],
		['amelie', 'Je serai un peu en retard, désolée'],
		[
			'grace',
			'No worries, we start with the Fauré',
			{ quote: { from: 'amelie', text: 'Je serai un peu en retard, désolée' } },
		],
		['mara', 'Should I bring the folders?'],
		['grace', 'Please do, you are an angel 😇'],
		['frieda', 'Who has bar 42 in the alto part? Mine is a coffee stain'],
		['mara', 'E flat, then everything falls apart'],
		['frieda', 'As always', { reactions: ['😂', '👍'] }],
		1_400,
		['grace', 'Recording of last week', { kind: 'file', text: 'rehearsal-07.mp3' }],
		['amelie', 'On est pas mal du tout !'],
		['mara', 'The ending gives me goosebumps'],
		['grace', 'That was you, Mara'],
		['mara', '🥹'],
		['frieda', 'The concert poster is done 🎉', { kind: 'photo' }],
		['amelie', 'Magnifique'],
		['grace', 'Two weeks to go. Sleep, drink water, sing in the shower'],
	]),
});

const amelie = (now: number): ScenarioChat => ({
	id: 'm-amelie',
	network: 'messenger',
	nativeId: '100087355512003',
	personIds: ['amelie'],
	unread: true,
	messages: thread('m-amelie', now - 7 * hourMs, [
		['amelie', 'Coucou Mara, tu as deux minutes ?'],
		['mara', 'Pour toi, même trois'],
		['amelie', "C'est pour l'anniversaire de Paul"],
		['amelie', 'Il rêve d’un service à thé, huit tasses'],
		['mara', 'Quelle couleur ?'],
		['amelie', 'Vert sauge, comme celui de ta vitrine'],
		['mara', 'Je peux le faire pour le 12'],
		['amelie', 'Tu es formidable 💚', { reactions: ['❤️'] }],
		['mara', 'Et toi, tu chantes jeudi ?'],
		['amelie', 'Oui, si le train le veut bien 🚆'],
		['amelie', 'Au fait, merci pour la confiture !'],
	]),
});

/** The first letters are older than four weeks and are refused; the newer ones stay. */
const heinz = (now: number): ScenarioChat => ({
	id: 'm-heinz',
	network: 'messenger',
	nativeId: '100087355512004',
	personIds: ['heinz'],
	messages: thread('m-heinz', now - 3 * dayMs, [
		['heinz', 'Liebe Mara, ich habe jetzt auch dieses Messenger.'],
		['mara', 'Opa!! Willkommen im Internet 🎉'],
		['heinz', 'Die Enkelin von nebenan hat es mir eingerichtet.'],
		['heinz', 'Wie macht man das mit den Gesichtern'],
		['mara', 'Auf den Smiley unten rechts drücken'],
		['heinz', '🐓'],
		['mara', 'Perfekt 😂'],
		51_000,
		['heinz', 'Liebe Mara, danke für die Postkarte aus Dänemark.'],
		['mara', 'Gerne! Das Meer hat nach dir gefragt'],
		['heinz', 'Sag dem Meer, ich komme im Sommer.'],
		['mara', 'Ich sage es weiter 🌊'],
		['heinz', 'Hast du gegessen?'],
		['mara', 'Ja Opa. Linsensuppe.'],
		['heinz', 'Mit Essig?'],
		['mara', 'Natürlich mit Essig', { reactions: ['👍'] }],
		['heinz', 'Dann ist alles gut. Dein Opa Heinz'],
	]),
});

const yusuf = (now: number): ScenarioChat => ({
	id: 'm-yusuf',
	network: 'messenger',
	nativeId: '100087355512005',
	personIds: ['yusuf'],
	encrypted: true,
	messages: thread('m-yusuf', now - 4 * dayMs - 2 * hourMs, [
		['yusuf', 'مرحبا مارا، كيف حالك؟'],
		['mara', 'أهلا يوسف! أنا بخير 😊 und du?'],
		['yusuf', 'الحمد لله. افتتحنا المخبز الجديد 🥖'],
		['mara', 'مبروك!! ألف مبروك'],
		['yusuf', 'الصحون التي صنعتها جميلة جدا', { kind: 'photo' }],
		['mara', 'يا سلام! Sie sehen bei dir noch schöner aus'],
		['yusuf', 'تعالي يوم الجمعة، القهوة علينا ☕'],
		['mara', 'إن شاء الله! Um 10?'],
		['yusuf', 'الساعة 10 ممتاز'],
	]),
});
