import { randomBytes } from 'node:crypto';
import type { Scenario, ScenarioChat, ScenarioNetwork } from '../../sites/scenario.ts';
import { minuteMs } from '../../sites/scenarios/thread.ts';

/**
 * Random words: no two alike, and nothing in them that LevelDB's Snappy could shorten
 * by pointing back, so that a search for bytes finds them where they stand in clear.
 */
export function randomWord(): string {
	return `q${randomBytes(15).toString('base64url').replace(/[-_]/gu, 'x')}`;
}

export interface KnownWords {
	scenario: Scenario;
	names: string[];
	texts: string[];
	/** The networks' own chat ids. The sites themselves put some into their addresses. */
	ids: string[];
}

/** Two chats on each network, all of it in words that occur nowhere else. */
export function knownWords(): KnownWords {
	const now = Date.now();
	const people = Array.from({ length: 6 }, (_, n) => ({ id: `person-${n}`, name: randomWord() }));
	const networks: readonly ScenarioNetwork[] = ['whatsapp', 'messenger', 'instagram'];
	const chats = networks.flatMap((network, index) =>
		[0, 1].map((nth): ScenarioChat => {
			const person = people[index * 2 + nth];
			if (!person) throw new Error('more chats than people');
			return {
				id: `${network}-${nth}`,
				network,
				nativeId: nativeId(network),
				personIds: [person.id],
				messages: Array.from({ length: 8 }, (_, n) => ({
					id: `${network}-${nth}-${n}`,
					from: n % 3 === 0 ? 'me' : person.id,
					kind: 'text',
					text: `${randomWord()} ${randomWord()}`,
					sentAt: now - (60 - n * 2) * minuteMs,
				})),
			};
		}),
	);
	return {
		scenario: {
			seed: 3,
			language: 'en',
			people: [{ id: 'me', name: 'Me Myself', handle: 'me.myself' }, ...people],
			accounts: [
				{ network: 'whatsapp', personId: 'me', id: '4917139200160' },
				{ network: 'messenger', personId: 'me', id: '100087355512060' },
				{ network: 'instagram', personId: 'me', id: 'me.myself' },
			],
			chats,
			events: [],
		},
		names: people.map(({ name }) => name),
		texts: chats.flatMap(({ messages }) => messages.flatMap(({ text }) => text?.split(' ') ?? [])),
		ids: chats.map(({ nativeId }) => nativeId),
	};
}

function nativeId(network: ScenarioNetwork): string {
	const digits = Array.from(randomBytes(12), (byte) => byte % 10).join('');
	return { whatsapp: `49${digits}@c.us`, messenger: `1000${digits}`, instagram: `178${digits}` }[
		network
	];
}
