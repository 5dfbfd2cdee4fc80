import type { Scenario, ScenarioChat, ScenarioMessage } from '../../sites/scenario';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const people = ['Ada Brook', 'Ben Castellan', 'Cleo Dunmore', 'Zoë: Q (work)', 'נועה', '花子'].map(
	(name, index) => ({ id: `p${index}`, name }),
);

/** More chats than the list draws at once, and one of each kind that it tells apart. */
export function circle(now: number, language = 'en'): Scenario {
	return {
		seed: 3,
		language,
		people: [{ id: 'me', name: 'Ronja Falk' }, ...people],
		accounts: [{ network: 'whatsapp', personId: 'me', id: '4917139200150' }],
		chats: [family(now), friend(now), private_(now), ...twins(now), ...quiet(now), old(now)],
		events: [],
	};
}

const message = (
	id: string,
	from: string,
	sentAt: number,
	more: Partial<ScenarioMessage> = {},
): ScenarioMessage => ({ id, from, kind: 'text', text: `text of ${id}`, sentAt, ...more });

/** Three days, every kind of message. */
function family(now: number): ScenarioChat {
	const base = now - 2 * dayMs;
	let step = 0;
	const say = (from: string, more: Partial<ScenarioMessage> = {}): ScenarioMessage => {
		step += 1;
		const day = Math.floor(step / 8) * dayMs;
		return message(`f${step}`, from, base + day + step * 90_500, more);
	};
	return {
		id: 'family',
		network: 'whatsapp',
		nativeId: '120363045556667778@g.us',
		title: 'Family 🏡',
		personIds: ['p0', 'p1', 'p3'],
		group: true,
		muted: true,
		unread: 1_227,
		messages: [
			say('p0', { kind: 'system', text: 'Ada Brook created the group' }),
			say('p0', { text: 'Morning 🌞 all\nsecond line' }),
			say('p0'),
			say('p0'),
			say('me', { text: 'and a reply', quote: { from: 'p0', text: 'Morning 🌞 all' } }),
			say('me', { kind: 'photo', text: 'caption 📷' }),
			say('p1', { kind: 'photo', text: undefined }),
			say('p1', { kind: 'voice', text: undefined }),
			say('p1', { kind: 'file', text: 'Q3-budget.pdf' }),
			say('p1', { kind: 'sticker', text: undefined }),
			say('p3', { text: 'a name with a colon [10:00, 1/1/2026] Fake: too' }),
			say('p3', { kind: 'video', text: undefined }),
			say('p3', { kind: 'photo', text: undefined, pictures: 2 }),
			say('p3', { kind: 'call', text: undefined }),
			say('me', { text: 'corrected', edited: true }),
			say('p1', { kind: 'deleted', text: undefined }),
			say('p0', { text: 'liked', reactions: ['👍', '❤️'] }),
			say('me', { kind: 'voice', text: undefined }),
			say('p1', { text: 'last of the family, @Ronja Falk and @Ada Brook' }),
		],
	};
}

/** Longer than what is drawn at once. */
function friend(now: number): ScenarioChat {
	return {
		id: 'friend',
		network: 'whatsapp',
		nativeId: '4917139200151@c.us',
		personIds: ['p0'],
		pinned: true,
		disappearsAfterMs: 90 * dayMs,
		messages: Array.from({ length: 80 }, (_, index) =>
			message(`a${index}`, index % 3 === 0 ? 'me' : 'p0', now - (90 - index) * 7 * minuteMs),
		),
	};
}

/** Known by a private id in the page; its phone number is only among the contacts. */
function private_(now: number): ScenarioChat {
	return {
		id: 'private',
		network: 'whatsapp',
		nativeId: '103590000000001@lid',
		personIds: ['p4'],
		unread: true,
		messages: [message('l1', 'p4', now - 5 * hourMs, { text: 'שלום' })],
	};
}

/** Two people of one name, told apart by their unread counts. */
function twins(now: number): ScenarioChat[] {
	return [0, 2].map((unread) => ({
		id: `twin${unread}`,
		network: 'whatsapp' as const,
		nativeId: `491713920016${unread}@c.us`,
		title: 'Sam Twin',
		personIds: ['p1'],
		unread,
		messages: [message(`t${unread}`, 'p1', now - 3 * dayMs - unread * 1_000)],
	}));
}

function quiet(now: number): ScenarioChat[] {
	return Array.from({ length: 24 }, (_, index) => ({
		id: `quiet${index}`,
		network: 'whatsapp' as const,
		nativeId: `49171392002${String(index).padStart(2, '0')}@c.us`,
		title: `Quiet ${index}`,
		personIds: ['p2'],
		messages: [message(`q${index}`, index % 2 ? 'me' : 'p2', now - (10 + index) * dayMs)],
	}));
}

function old(now: number): ScenarioChat {
	return {
		id: 'old',
		network: 'whatsapp',
		nativeId: '4917139200299@c.us',
		title: 'Archived Anna',
		personIds: ['p5'],
		archived: true,
		messages: [message('o1', 'p5', now - 50 * dayMs)],
	};
}
