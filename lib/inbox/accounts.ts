import type { ChatRow, Network } from '../model';

/** One signed-in identity on a network, as far as its chats tell. */
export interface ListedAccount {
	network: Network;
	key: string;
	/** 1, 2, 3 within its network, in an order that does not change while they are the same. */
	ordinal: number;
	chats: number;
	/** When any of its chats was last seen. */
	seenAt: number;
}

/** The accounts of networks that have several; none where each has one. */
export function severalAccounts(rows: readonly ChatRow[]): ListedAccount[] {
	const byKey = new Map<string, ListedAccount>();
	for (const { chat } of rows) {
		const known = byKey.get(chat.account);
		byKey.set(chat.account, {
			network: chat.network,
			key: chat.account,
			ordinal: 0,
			chats: (known?.chats ?? 0) + 1,
			seenAt: Math.max(known?.seenAt ?? 0, chat.seenAt),
		});
	}
	const accounts = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
	return accounts.flatMap((account) => {
		const siblings = accounts.filter(({ network }) => network === account.network);
		return siblings.length < 2 ? [] : [{ ...account, ordinal: siblings.indexOf(account) + 1 }];
	});
}
