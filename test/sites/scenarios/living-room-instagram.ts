import type { ScenarioChat } from '../scenario.ts';
import { dayMs, hourMs, minuteMs, thread } from './thread.ts';

export function instagramChats(now: number): ScenarioChat[] {
	return [bea(now), hanako(now), morgenrot(now), fleaMarket(now), rafael(now)];
}

const bea = (now: number): ScenarioChat => ({
	id: 'i-bea',
	network: 'instagram',
	nativeId: '17842930011220001',
	personIds: ['bea'],
	messages: thread('i-bea', now - 2 * hourMs, [
		['bea', 'Hi! Is the blue bowl from your last post still for sale?'],
		['mara', 'Hi Bea! Yes, one is left 💙'],
		['bea', 'Amazing. Do you ship to Sweden?'],
		['mara', 'I do: 14 € with tracking, packed in wool'],
		['bea', 'In wool?!'],
		['mara', 'From the sheep next door 🐑'],
		['bea', 'I am sold', { reactions: ['❤️'] }],
		['mara', 'That is 68 € together. I can send it on Monday'],
		['bea', 'Perfect, paid just now'],
		['mara', 'Thank you so much! It is on my bench, last polish', { kind: 'photo' }],
		1_600,
		['mara', 'Your bowl is on its way 📦'],
		['bea', 'Yay! I refresh the tracking every hour'],
		['mara', 'It is in Malmö already, I did it too'],
	]),
});

const hanako = (now: number): ScenarioChat => ({
	id: 'i-hanako',
	network: 'instagram',
	nativeId: '17842930011220002',
	personIds: ['hanako'],
	messages: thread('i-hanako', now - 30 * hourMs, [
		['hanako', 'マラさん、こんにちは！'],
		['mara', 'こんにちは、花子さん 🌸'],
		['hanako', '新しい釉薬の写真、とてもきれいでした'],
		['mara', 'ありがとう! It is wood ash from our own stove'],
		['hanako', 'How many degrees?'],
		['mara', '1260, slow cooling over night'],
		['hanako', '勉強になります 🙏'],
		['mara', 'Did your tea bowls come out well?'],
		['hanako', 'はい、見てください', { kind: 'photo' }],
		['mara', 'すごい!! The foot ring is perfect'],
		['hanako', '先生に初めて褒められました 😊'],
		['mara', 'Completely deserved'],
		['hanako', '来年、ドイツの工房を見に行きたいです'],
		['mara', 'Our door is open. There is a kiln, a bed and too many cats 🐈'],
		['hanako', '猫！必ず行きます'],
	]),
});

const morgenrot = (now: number): ScenarioChat => ({
	id: 'i-morgenrot',
	network: 'instagram',
	nativeId: '17842930011220003',
	personIds: ['morgenrot'],
	messages: thread('i-morgenrot', now - 6 * hourMs, [
		['morgenrot', 'Guten Morgen Mara, wie steht es um unsere Teller?'],
		['mara', 'Guten Morgen! 22 sind fertig, 2 kommen nach'],
		['morgenrot', 'Herrlich. Abholung am Freitag um neun?'],
		['mara', 'Gerne, ich packe alles in Kisten'],
		['morgenrot', 'Und die Rechnung bitte wieder an Lena'],
		['mara', 'Mache ich heute noch'],
		['morgenrot', 'Dafür gibt es ein Jahr lang Zimtschnecken', { reactions: ['😍'] }],
		['mara', 'Ich nehme dich beim Wort'],
		['morgenrot', 'Wir haben auch schon einen Platz im Regal frei', { kind: 'photo' }],
		['mara', 'Das wird schön 😊'],
	]),
});

const fleaMarket = (now: number): ScenarioChat => ({
	id: 'i-flohmarkt',
	network: 'instagram',
	nativeId: '17842930011220004',
	title: 'Flohmarkt Crew',
	personIds: ['noor', 'bea', 'rafael'],
	group: true,
	messages: thread('i-flohmarkt', now - 2 * dayMs, [
		['noor', 'Stand 31 is ours again 🎪'],
		['rafael', 'Boa! Same spot by the fountain?'],
		['noor', 'Exactly there'],
		['mara', 'I bring the two folding tables'],
		['bea', 'I am in town that weekend! Can I help?'],
		['noor', 'You can sell. Swedes are trusted'],
		['bea', 'It is the knitwear'],
		['rafael', 'I bring music and pão de queijo'],
		['mara', 'Then we are rich already', { reactions: ['😂', '❤️'] }],
		['noor', 'Set-up at 6:30. In the morning, Rafa'],
		['rafael', '😱'],
		['noor', 'Last year you slept under the table'],
		['rafael', 'It was a nice table'],
	]),
});

const rafael = (now: number): ScenarioChat => ({
	id: 'i-rafael',
	network: 'instagram',
	nativeId: '17842930011220005',
	personIds: ['rafael'],
	muted: true,
	messages: thread('i-rafael', now - 5 * dayMs - 40 * minuteMs, [
		['rafael', 'Oi Mara! Tudo bem?'],
		['mara', 'Tudo ótimo! E você?'],
		['rafael', 'Cansado, mas feliz. O disco ficou pronto 🎸'],
		['mara', 'Parabéns!! Quando é o show?'],
		['rafael', 'Dia 21, no quintal do Piet'],
		['mara', 'Eu levo as canecas de sempre'],
		['rafael', 'E eu levo as músicas novas'],
		['mara', 'Combinado 💃'],
	]),
});
