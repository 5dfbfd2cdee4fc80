import { type Network, networks } from '@/lib/model';
import type { Reading } from './access';
import { withoutReplaced } from './live';
import type { Holding } from './store';

/** How much of each network is stored. Opens no page. */
export async function countHoldings(reading: Reading): Promise<ReadonlyMap<Network, Holding>> {
	const { snapshot } = reading;
	const holdings = new Map<Network, Holding>(
		networks.map((network) => [network, { chats: 0, messages: 0, bytes: 0 }]),
	);
	const lists = await reading.lists(snapshot.state.chats.keys());
	for (const [chatKey, { chat }] of snapshot.state.chats) {
		const holding = holdings.get(chat.network);
		if (!holding || chat.isGone) continue;
		const recent = snapshot.state.recent.get(chatKey)?.size ?? 0;
		holding.chats += 1;
		holding.messages += withoutReplaced(snapshot, chatKey).count + recent;
		for (const { size } of lists.get(chatKey) ?? []) holding.bytes += size;
	}
	return holdings;
}
