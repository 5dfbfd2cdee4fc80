import type { ScenarioChat } from '../scenario.ts';
import { dayMs, hourMs, minuteMs, thread } from './thread.ts';

export function whatsappChats(now: number): ScenarioChat[] {
	return [mama(now), haus(now), kemal(now), lucia(now), werkstatt(now), praxis(now)];
}

const mama = (now: number): ScenarioChat => ({
	id: 'w-mama',
	network: 'whatsapp',
	nativeId: '4917139200101@c.us',
	personIds: ['mama'],
	pinned: true,
	messages: thread('w-mama', now - 38 * minuteMs, [
		['mama', 'Guten Morgen mein Schatz ☀️'],
		['mama', 'Hast du gut geschlafen?'],
		['mara', 'Guten Morgen Mama! Wie ein Stein 😴'],
		['mama', 'Das freut mich. Papa ist schon im Garten.'],
		['mama', 'Die ersten Äpfel sind reif 🍎', { kind: 'photo' }],
		['mara', 'Oh wie schön!! Hebt mir welche auf', { reactions: ['❤️'] }],
		['mama', 'Natürlich. Eine ganze Kiste.'],
		1_500,
		['mama', 'Kommt ihr am Sonntag zum Essen?'],
		['mara', 'Ja gerne, um eins?'],
		['mama', 'Lieber halb eins, dann bleibt der Braten saftig'],
		['mara', 'Abgemacht 😊 Soll ich was mitbringen?'],
		[
			'mama',
			'Nur Hunger',
			{ quote: { from: 'mara', text: 'Abgemacht 😊 Soll ich was mitbringen?' } },
		],
		['mara', 'Das schaffe ich'],
		2_900,
		['mama', '', { kind: 'voice' }],
		['mara', 'Ich höre es gleich an, habe noch Ton an den Händen 🙈'],
		['mama', 'Keine Eile. Es ging nur um die Vase von Tante Hilde.'],
		['mara', 'Die blaue?'],
		['mama', 'Genau die. Der Henkel ist ab 😢'],
		['mara', 'Bring sie mit, das kriege ich wieder hin'],
		['mama', 'Du bist die Beste ❤️'],
	]),
});

const haus = (now: number): ScenarioChat => ({
	id: 'w-haus',
	network: 'whatsapp',
	nativeId: '120363041234567890@g.us',
	title: 'Haus 14 🏡',
	personIds: ['ines', 'piet', 'kemal', 'frieda'],
	group: true,
	muted: true,
	messages: thread('w-haus', now - 3 * hourMs, [
		['ines', 'Hallo zusammen, am Samstag ist wieder Hofputz 🧹'],
		['ines', '10 Uhr, wer ist dabei?'],
		['piet', 'Ich!'],
		['frieda', 'Ich komme mit Kuchen 🍰', { reactions: ['😍', '🙏'] }],
		['kemal', 'Ben de geliyorum 😄 Ich bringe Tee'],
		['mara', 'Bin dabei, kann aber erst ab elf'],
		[
			'ines',
			'Kein Problem, die Rosen warten auf dich',
			{ quote: { from: 'mara', text: 'Bin dabei, kann aber erst ab elf' } },
		],
		['piet', 'Hat jemand eine lange Leiter?'],
		['frieda', 'Im Keller hinter den Fahrrädern'],
		['piet', 'Gefunden, danke'],
		2_600,
		['ines', 'So sieht es jetzt aus 😍', { kind: 'photo' }],
		['frieda', 'Was für ein Unterschied!'],
		['kemal', '👏👏👏'],
		['mara', 'Danke euch allen, war richtig schön'],
		['piet', 'Meine Schultern sagen Nein, mein Herz sagt Ja'],
		1_700,
		['frieda', 'Bei mir liegt ein Paket für die 3. Etage'],
		['frieda', 'Absender nicht lesbar'],
		['mara', 'Das ist meine Glasur! 🎉 Ich hole es heute Abend'],
		['frieda', 'Klingel einfach, ich bin da'],
		['ines', 'Die Heizung wird am Dienstag gewartet, bitte 8–12 Uhr zugänglich lassen'],
		['ines', 'Aushang Heizung.pdf', { kind: 'file' }],
		['piet', 'Ist notiert'],
		['kemal', 'Tamam 👍'],
		['mara', 'Danke fürs Organisieren, Ines'],
		['piet', 'Ist eigentlich noch jemand für Skat am Freitag?'],
		['frieda', 'Immer'],
		['piet', 'Wer mischt, verliert'],
	]),
});

const kemal = (now: number): ScenarioChat => ({
	id: 'w-kemal',
	network: 'whatsapp',
	nativeId: '4917139200102@c.us',
	personIds: ['kemal'],
	messages: thread('w-kemal', now - 26 * hourMs, [
		['kemal', 'Merhaba komşu 👋'],
		['mara', 'Merhaba Kemal! Nasılsın?'],
		['kemal', 'İyiyim, teşekkürler. Türkçen her gün daha iyi oluyor 😄'],
		['mara', 'Danke, ich übe mit deiner Tochter 😅'],
		['kemal', 'Sie sagt, du bist die beste Lehrerin für Ton'],
		['kemal', 'Darf Elif am Mittwoch wieder in die Werkstatt?'],
		['mara', 'Immer! Mittwoch um vier?'],
		['kemal', 'Perfekt, çok teşekkürler 🙏'],
		['mara', 'Ihre Schale ist schon aus dem Ofen', { kind: 'photo' }],
		['kemal', 'Vay be! Sie wird verrückt vor Freude', { reactions: ['😂'] }],
	]),
});

const lucia = (now: number): ScenarioChat => ({
	id: 'w-lucia',
	network: 'whatsapp',
	nativeId: '34600100200@c.us',
	personIds: ['lucia'],
	disappearsAfterMs: 90 * dayMs,
	messages: thread('w-lucia', now - 2 * dayMs - 4 * hourMs, [
		['lucia', '¡Maraaaa! ¿Cuándo vienes a Valencia? 🌊'],
		['mara', 'En primavera, ¡te lo prometo!'],
		['lucia', 'Eso dijiste el año pasado 😜'],
		['mara', 'El año pasado no tenía vacaciones 😭'],
		['lucia', '', { kind: 'voice' }],
		['mara', 'Jajaja, tienes razón'],
		['lucia', 'Mira, la nueva terraza', { kind: 'photo' }],
		['mara', 'Qué maravilla. ¿Y los azulejos?'],
		['lucia', 'De la fábrica vieja, los salvamos de la basura'],
		['mara', 'Son preciosos. Guárdame uno', { reactions: ['🔥'] }],
		['lucia', 'Ya tengo tres con tu nombre'],
		['mara', 'Te quiero 💛'],
		['lucia', 'Y yo a ti. Besos desde el sol ☀️'],
	]),
});

const werkstatt = (now: number): ScenarioChat => ({
	id: 'w-werkstatt',
	network: 'whatsapp',
	nativeId: '120363049876543210@g.us',
	title: 'Werkstatt-Team',
	personIds: ['ines', 'noor'],
	group: true,
	messages: thread('w-werkstatt', now - 5 * hourMs, [
		['noor', 'Ofen 2 ist bei 1240 Grad, alles ruhig'],
		['mara', 'Super, bitte erst morgen früh öffnen'],
		['ines', 'Ich bin ab sieben da'],
		['noor', 'Wie viele Teller fehlen noch fürs Café?'],
		['mara', 'Noch 24. Morgenrot will am Freitag abholen'],
		['ines', 'Das wird knapp, aber machbar 💪'],
		['noor', 'Ich drehe heute noch zwölf'],
		['mara', 'Ihr seid großartig'],
		900,
		['ines', 'Ofen auf: 22 von 24 perfekt', { kind: 'photo' }],
		['mara', 'Was ist mit den zwei?'],
		[
			'ines',
			'Haarriss. Die behalte ich als Blumenuntersetzer 🌱',
			{ quote: { from: 'mara', text: 'Was ist mit den zwei?' } },
		],
		['noor', 'Ich mache zwei neue, keine Sorge'],
		['mara', 'Danke, danke, danke'],
		['ines', 'Kaffee steht auf dem Herd ☕'],
	]),
});

/** All of it is older than four weeks: listed, but its messages are refused. */
const praxis = (now: number): ScenarioChat => ({
	id: 'w-praxis',
	network: 'whatsapp',
	nativeId: '4917139200177@c.us',
	personIds: ['sommer'],
	messages: thread('w-praxis', now - 43 * dayMs, [
		['sommer', 'Guten Tag Frau Holm, Ihr Termin ist am Donnerstag um 9:20 Uhr.'],
		['mara', 'Guten Tag, vielen Dank, das passt.'],
		['sommer', 'Bitte bringen Sie Ihren Impfpass mit.'],
		['mara', 'Mache ich.'],
	]),
});
