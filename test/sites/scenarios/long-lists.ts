import type { Scenario, ScenarioChat, ScenarioNetwork, ScenarioPerson } from '../scenario.ts';
import { hourMs, thread } from './thread.ts';

const given = [
	'Alma',
	'Bruno',
	'Carla',
	'Dario',
	'Edda',
	'Falk',
	'Greta',
	'Henrik',
	'Ilse',
	'Jonte',
];
const family = ['Aalto', 'Brinkmann', 'Corvo', 'Dahlgren', 'Eskola', 'Fenn'];

const firstIds: Record<ScenarioNetwork, (index: number) => string> = {
	whatsapp: (index) => `${4_917_139_300_000 + index}@c.us`,
	messenger: (index) => String(100_087_355_600_000 + index),
	instagram: (index) => String(17_842_930_022_000 + index),
};

/** More chats on each network than its page draws at once: one each with many people. */
export function longLists(now: number, chatsEach = 48): Scenario {
	const networks: readonly ScenarioNetwork[] = ['whatsapp', 'messenger', 'instagram'];
	const people: ScenarioPerson[] = Array.from({ length: chatsEach }, (_, index) => ({
		id: `person-${index}`,
		name: `${given[index % given.length]} ${family[Math.floor(index / given.length) % family.length]}`,
	}));
	return {
		seed: 11,
		language: 'en',
		people: [{ id: 'me', name: 'Ronja Falk', handle: 'ronja.falk' }, ...people],
		accounts: [
			{ network: 'whatsapp', personId: 'me', id: '4917139200150' },
			{ network: 'messenger', personId: 'me', id: '100087355512050' },
			{ network: 'instagram', personId: 'me', id: 'ronja.falk' },
		],
		chats: networks.flatMap((network) =>
			people.map((person, index) => chatWith(network, person.id, index, now)),
		),
		events: [],
	};
}

/** The first is the newest. */
function chatWith(
	network: ScenarioNetwork,
	personId: string,
	index: number,
	now: number,
): ScenarioChat {
	const id = `${network}-${index}`;
	return {
		id,
		network,
		nativeId: firstIds[network](index),
		personIds: [personId],
		messages: thread(id, now - (index + 1) * hourMs, [[personId, `Words ${index} on ${network}`]]),
	};
}
