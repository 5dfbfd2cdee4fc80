import type { Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import type { SealingKey } from '@/lib/vault/keys';
import { open, seal } from '@/lib/vault/seal';
import { placeOf } from './format';
import { type OpenPage, openPage } from './page-codec';

/** A page of the store, opened; its messages are built when they are first asked for. */
export interface OpenedPage {
	readonly page: OpenPage;
	readonly messages: readonly Message[];
	/** By message key. */
	readonly byKey: ReadonlyMap<string, Message>;
}

export function sealPage(pageKey: SealingKey, rowKey: string, packed: Bytes): Promise<Bytes> {
	return seal(pageKey, placeOf('page', rowKey), packed);
}

/** Rejects if the value is not what was sealed for this row. */
export async function unsealPage(
	pageKey: SealingKey,
	rowKey: string,
	value: Bytes,
): Promise<OpenPage> {
	return openPage(await open(pageKey, placeOf('page', rowKey), value));
}

export function openedPage(page: OpenPage): OpenedPage {
	let messages: readonly Message[] | null = null;
	let byKey: Map<string, Message> | null = null;
	return {
		page,
		get messages() {
			messages ??= page.messages();
			return messages;
		},
		get byKey() {
			byKey ??= new Map(this.messages.map((message) => [message.key, message]));
			return byKey;
		},
	};
}
