import type { Scenario, ScenarioChat, ScenarioMessage, ScenarioNetwork } from '../scenario.ts';
import { hourMs, minuteMs, thread } from './thread.ts';

/** One friend and one group on each network: small, but with one of everything that is common. */
export function smallCircle(now: number): Scenario {
	const networks: readonly ScenarioNetwork[] = ['whatsapp', 'messenger', 'instagram'];
	return {
		seed: 7,
		language: 'en',
		people: [
			{ id: 'me', name: 'Ronja Falk', handle: 'ronja.falk' },
			{ id: 'ada', name: 'Ada Brook', handle: 'ada.brook' },
			{ id: 'ben', name: 'Ben Castellan', handle: 'ben.castellan' },
			{ id: 'cleo', name: 'Cleo Dunmore', handle: 'cleo.dunmore' },
		],
		accounts: [
			{ network: 'whatsapp', personId: 'me', id: '4917139200150' },
			{ network: 'messenger', personId: 'me', id: '100087355512050' },
			{ network: 'instagram', personId: 'me', id: 'ronja.falk' },
		],
		chats: networks.flatMap((network) => [friend(network, now), group(network, now)]),
		events: [],
	};
}

/** Chats are named after their network: `whatsapp-friend`, `messenger-group`, … */
function friend(network: ScenarioNetwork, now: number): ScenarioChat {
	const id = `${network}-friend`;
	return {
		id,
		network,
		nativeId: nativeIds[network].friend,
		personIds: ['ada'],
		messages: thread(id, now - 20 * minuteMs, [
			['ada', `Good morning from ${network} ☀️`],
			['me', 'Morning! Did you sleep?'],
			['ada', 'Like a log 🪵', { quote: { from: 'me', text: 'Morning! Did you sleep?' } }],
			180,
			['me', 'Then let us walk\nand talk', { reactions: ['❤️'] }],
			['ada', 'The path by the river', { kind: 'photo' }],
			['ada', 'See you at ten'],
		]),
	};
}

function group(network: ScenarioNetwork, now: number): ScenarioChat {
	const id = `${network}-group`;
	return {
		id,
		network,
		nativeId: nativeIds[network].group,
		title: `Supper club ${network}`,
		personIds: ['ada', 'ben', 'cleo'],
		group: true,
		messages: thread(id, now - 3 * hourMs, [
			['ben', 'Who cooks on Friday?'],
			['cleo', 'I do! Dumplings 🥟'],
			['me', 'Count me in'],
			['ada', 'Me too'],
		]),
	};
}

const nativeIds: Record<ScenarioNetwork, { friend: string; group: string }> = {
	whatsapp: { friend: '4917139200151@c.us', group: '120363045556667778@g.us' },
	messenger: { friend: '100087355512051', group: '7203944871120377' },
	instagram: { friend: '17842930011220051', group: '17842930011220052' },
};

/** A message that arrives in a test, now. */
export function arrival(id: string, from: string, text: string): ScenarioMessage {
	return { id, from, kind: 'text', text, sentAt: Date.now() };
}
