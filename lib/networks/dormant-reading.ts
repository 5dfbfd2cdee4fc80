import type { Network, Reading } from '../model';

/** Elsewhere on a network's site: nothing is looked at, and that is said. */
export function dormantReading(network: Network): Reading {
	const layers = { chats: null, messages: null };
	return {
		network,
		state: 'dormant',
		layers,
		account: null,
		chats: [],
		thread: null,
		problems: [],
	};
}
