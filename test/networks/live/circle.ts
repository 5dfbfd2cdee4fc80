import type {
	Scenario,
	ScenarioChat,
	ScenarioKind,
	ScenarioMessage,
	ScenarioNetwork,
} from '../../sites/scenario';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const people = [
	'Ada Brook',
	'Ben Castellan',
	'Cleo Dunmore',
	'Sam Twin',
	'Sam Twin',
	'נועה לוי',
	'Ivo Marsh',
].map((name, index) => ({ id: `p${index}`, name, handle: `person_${index}` }));

/** What people say again and again: equal texts must stay apart. */
export const commonTexts = ['ok', 'ok', 'haha 😂', 'yes', '👍'] as const;
export const kinds = [
	'text',
	'text',
	'text',
	'text',
	'photo',
	'voice',
	'sticker',
	'system',
] as const;

/**
 * Equal texts, two chats of one name, and some messages that are past their time; a big one
 * has a chat with more messages than a page draws at once, and more rows. All texts but the
 * common ones say which chat they are of.
 */
export function liveCircle(
	network: ScenarioNetwork,
	{ language, now, isBig }: { language: string; now: number; isBig: boolean },
): Scenario {
	const make = (id: string, index: number, more: Partial<ScenarioChat>): ScenarioChat => ({
		id,
		network,
		nativeId: nativeIdOf(network, index, more.group ?? false),
		personIds: ['p0'],
		messages: [],
		...more,
	});
	return {
		seed: 11,
		language,
		people: [{ id: 'me', name: 'Ronja Falk', handle: 'ronja.falk' }, ...people],
		accounts: [{ network, personId: 'me', id: accountIds[network] }],
		chats: [
			make('friend', 0, {
				messages: talk('friend', ['p0', 'me'], isBig ? 40 : 5, now - 20 * hourMs),
			}),
			make('group', 1, {
				title: 'Supper club 🥟',
				personIds: ['p0', 'p1', 'p2'],
				group: true,
				unread: 3,
				messages: talk('group', ['p0', 'p1', 'me', 'p2', 'p2'], 6, now - 3 * dayMs),
			}),
			make('twin-a', 2, {
				personIds: ['p3'],
				messages: talk('twin-a', ['p3', 'me'], 2, now - 5 * dayMs),
			}),
			make('twin-b', 3, {
				personIds: ['p4'],
				unread: 1,
				messages: talk('twin-b', ['p4', 'me'], 2, now - 6 * dayMs),
			}),
			make('long-ago', 4, {
				personIds: ['p5'],
				muted: true,
				messages: [
					...talk('long-ago', ['p5', 'me'], 2, now - 60 * dayMs),
					...talk('long-ago', ['p5', 'me'], 2, now - 8 * dayMs, 2),
				],
			}),
			make('new', 5, {
				personIds: ['p6'],
				messages: talk('new', ['p6'], 1, now - hourMs),
			}),
			...Array.from({ length: isBig ? 8 : 0 }, (_, index) =>
				make(`quiet${index}`, 6 + index, {
					title: `Quiet corner ${index}`,
					personIds: ['p1'],
					messages: talk(`quiet${index}`, ['p1'], 1, now - (index + 9) * 26 * hourMs),
				}),
			),
		],
		events: [],
	};
}

const accountIds: Record<ScenarioNetwork, string> = {
	whatsapp: '4917139200150',
	messenger: '100087355512050',
	instagram: 'ronja.falk',
};

function nativeIdOf(network: ScenarioNetwork, index: number, isGroup: boolean): string {
	const digits = String(index).padStart(4, '0');
	if (network === 'messenger') return `10008735551${digits}`;
	if (network === 'instagram') return `1784293001122${digits}`;
	if (isGroup) return `12036304555666${digits}@g.us`;
	return index === 4 ? `10359000000${digits}@lid` : `491713920${digits}@c.us`;
}

/** A thread with pauses of minutes, hours and days, and every fifth text an equal one. */
function talk(
	chatId: string,
	speakers: readonly string[],
	count: number,
	from: number,
	first = 0,
): ScenarioMessage[] {
	let sentAt = from;
	return Array.from({ length: count }, (_, index) => {
		const place = first + index;
		sentAt += place % 11 === 10 ? 3 * hourMs + 7_000 : (1 + (place % 7)) * minuteMs + 1_234;
		const from = speakers[Math.floor(place / 2) % speakers.length] ?? 'me';
		return say(chatId, place, from, sentAt, {
			common: place % 5 === 3,
			kind: place % 9 === 8 ? (kinds[3 + (place % 5)] ?? 'text') : 'text',
		});
	});
}

/** One message; its text says its chat and number unless it is a common one. */
export function say(
	chatId: string,
	place: number,
	from: string,
	sentAt: number,
	{ common = false, kind = 'text' as ScenarioKind } = {},
): ScenarioMessage {
	const ownText = `${chatId} line ${place}${place % 4 === 0 ? ' 🌿' : ''}`;
	const text = common ? commonTexts[place % commonTexts.length] : ownText;
	const hasText = kind === 'text' || kind === 'system' || (kind === 'photo' && place % 2 === 0);
	return { id: `${chatId}-${place}`, from, kind, sentAt, ...(hasText && text ? { text } : {}) };
}
