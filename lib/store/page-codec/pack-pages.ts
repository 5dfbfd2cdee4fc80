import type { Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import { packPage } from './pack-page';

/** Sealed and padded it stays below 60 KB: LevelDB keeps values over 64 KB as files of their own. */
const fullPage = { messages: 256, units: 50_000, bytes: 58_000 } as const;

export interface PackedPage {
	messages: readonly Message[];
	bytes: Bytes;
}

/**
 * Packs messages of one chat and bucket, in their order, into pages of at most 256 messages
 * and, where no message alone is larger, less than 58,000 bytes.
 */
export function packPages(messages: readonly Message[]): PackedPage[] {
	return groupMessages(messages).flatMap(packGroup);
}

/** What is mostly one page each: how many bytes a text takes is known once it is packed. */
function groupMessages(messages: readonly Message[]): Message[][] {
	const groups: Message[][] = [];
	let group: Message[] = [];
	let units = 0;
	for (const message of messages) {
		const more = (message.text?.length ?? 0) + (message.quote?.length ?? 0);
		const isFull = group.length === fullPage.messages || units + more > fullPage.units;
		if (isFull && group.length > 0) {
			groups.push(group);
			group = [];
			units = 0;
		}
		group.push(message);
		units += more;
	}
	if (group.length > 0) groups.push(group);
	return groups;
}

function packGroup(messages: readonly Message[]): PackedPage[] {
	const bytes = packPage(messages);
	if (bytes.length <= fullPage.bytes || messages.length === 1) return [{ messages, bytes }];
	const middle = messages.length >> 1;
	return [...packGroup(messages.slice(0, middle)), ...packGroup(messages.slice(middle))];
}
