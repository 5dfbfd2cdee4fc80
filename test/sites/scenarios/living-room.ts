/**
 * The demo's living room: Mara Holm, who makes pottery in a courtyard, and everyone who
 * writes to her. All people, numbers and words are invented.
 */
import type { Scenario, ScenarioEvent, ScenarioMessage, ScenarioPerson } from '../scenario.ts';
import { instagramChats } from './living-room-instagram.ts';
import { messengerChats } from './living-room-messenger.ts';
import { whatsappChats } from './living-room-whatsapp.ts';

const people: ScenarioPerson[] = [
	{ id: 'mara', name: 'Mara Holm', handle: 'mara.holm.keramik' },
	{ id: 'mama', name: 'Mama' },
	{ id: 'kemal', name: 'Kemal Aydın' },
	{ id: 'lucia', name: 'Lucía Ferrer' },
	{ id: 'ines', name: 'Ines Brandt' },
	{ id: 'piet', name: 'Piet Vollmer' },
	{ id: 'frieda', name: 'Frieda Lorenz' },
	{ id: 'sommer', name: 'Praxis Dr. Sommerfeld' },
	{ id: 'tom', name: 'Tom Ashworth' },
	{ id: 'grace', name: 'Grace Okafor' },
	{ id: 'amelie', name: 'Amélie Rousseau' },
	{ id: 'heinz', name: 'Opa Heinz' },
	{ id: 'yusuf', name: 'يوسف حداد' },
	{ id: 'hanako', name: '森 花子', handle: 'hanako.utsuwa' },
	{ id: 'bea', name: 'Bea Lindgren', handle: 'bea.lindgren' },
	{ id: 'morgenrot', name: 'Café Morgenrot', handle: 'cafe.morgenrot' },
	{ id: 'rafael', name: 'Rafael Souza', handle: 'rafa.souza' },
	{ id: 'noor', name: 'Noor de Wit', handle: 'noordewit' },
];

/** The scenario with the events that have not happened yet. */
export function livingRoom(now: number): Scenario {
	return {
		seed: 1948,
		language: 'en',
		people,
		accounts: [
			{ network: 'whatsapp', personId: 'mara', id: '4917139200100' },
			{ network: 'messenger', personId: 'mara', id: '100087355512001' },
			{ network: 'instagram', personId: 'mara', id: 'mara.holm.keramik' },
		],
		chats: [...whatsappChats(now), ...messengerChats(now), ...instagramChats(now)],
		events: events(now),
	};
}

function events(now: number): ScenarioEvent[] {
	const arrive = (
		afterMs: number,
		chatId: string,
		from: string,
		text: string,
		more: Partial<ScenarioMessage> = {},
	): ScenarioEvent => ({
		afterMs,
		do: 'arrive',
		chatId,
		message: {
			id: `${chatId}-live-${afterMs}`,
			from,
			kind: 'text',
			text,
			sentAt: now + afterMs,
			...more,
		},
	});
	return [
		arrive(12_000, 'w-mama', 'mama', 'Bist du noch in der Werkstatt? 🏺'),
		arrive(14_000, 'm-tom', 'tom', 'Found the photo! You had flour on your nose 😂'),
		arrive(15_000, 'i-bea', 'bea', 'It arrived!! Not a scratch. The blue is unreal 💙'),
		arrive(16_000, 'w-mama', 'mama', 'Papa hat Apfelkuchen gebacken. Es ist noch warm.'),
		arrive(17_000, 'm-choir', 'grace', 'Altos, you were wonderful tonight'),
		{
			afterMs: 18_000,
			do: 'edit',
			chatId: 'm-tom',
			messageId: 'm-tom-21',
			text: 'Platform 4, ten past six',
		},
		arrive(19_000, 'w-haus', 'piet', 'Wer hat den Kellerschlüssel?'),
		{ afterMs: 20_000, do: 'unsend', chatId: 'w-haus', messageId: 'w-haus-27' },
		{ afterMs: 21_000, do: 'react', chatId: 'i-hanako', messageId: 'i-hanako-15', emoji: '🌸' },
	];
}
