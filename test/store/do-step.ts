import { type Network, networks } from '@/lib/model';
import type { Batch, Store } from '@/lib/store/store';
import type { PlainInbox } from './plain-inbox';
import { noon, sampleChat } from './samples';

export const chatKeys = ['a', 'b', 'c'];

/** What may happen to a store. */
export type Step =
	| { do: 'put'; batch: Batch }
	| { do: 'pass'; ms: number }
	| { do: 'expire' }
	| { do: 'merge' }
	| { do: 'remove-messages'; chatKey: string; keys: string[] }
	| { do: 'remove-network'; network: Network }
	| { do: 'rekey' }
	| { do: 'reopen' };

/** The chats with which every sequence begins. */
export const firstChats = chatKeys.map((key, index) =>
	sampleChat(key, { network: networks[index] ?? 'whatsapp' }),
);

/** What changes the store, done to it. */
export async function doStep(store: Store, one: Step, now: number): Promise<unknown> {
	switch (one.do) {
		case 'put':
			return store.put(one.batch);
		case 'expire':
			return store.expire(now);
		case 'merge':
			return store.merge();
		case 'remove-messages':
			return store.removeMessages(one.chatKey, one.keys, noon);
		case 'remove-network':
			return store.removeNetwork(one.network);
		case 'rekey':
			return store.rekey();
		default:
			return null;
	}
}

/** The same, done to plain maps. */
export async function doPlainly(
	model: PlainInbox,
	one: Step,
	now: number,
	hash: Store['hash'],
): Promise<unknown> {
	switch (one.do) {
		case 'put':
			return model.put(one.batch);
		case 'expire':
			return model.expire(now, hash);
		case 'remove-messages':
			return model.removeMessages(one.chatKey, one.keys, noon);
		case 'remove-network':
			return model.removeNetwork(one.network);
		default:
			return null;
	}
}
