import { expiresAt, isExpired } from '@/lib/inbox/expiry';
import type { Message, ShownMessage, Timer } from '@/lib/model';
import type { OpenedRecords } from './put';
import type { Snapshot } from './snapshot';
import type { MessagePage } from './store';
import { recordKeys } from './view';

const pageLength = 256;

/** All that could be opened of one chat by rank; the key decides between equal ranks. */
export function chatMessages(
	{ view }: Snapshot,
	opened: OpenedRecords,
	chatKey: string,
): Message[] {
	return recordKeys(view, chatKey)
		.flatMap((key) => opened.get(key)?.messages ?? [])
		.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
}

/** What is not due, with the time when it will be. */
export function showMessages(
	messages: readonly Message[],
	timer: Timer,
	now: number,
): ShownMessage[] {
	return messages
		.filter((message) => !isExpired(message, timer, now))
		.map((message) => ({ ...message, expiresAt: expiresAt(message, timer) }));
}

/** Page 0 ends with the newest message. */
export function pageOf(shown: ShownMessage[], n: number): MessagePage {
	const end = Math.max(shown.length - n * pageLength, 0);
	return {
		messages: shown.slice(Math.max(end - pageLength, 0), end),
		pageCount: Math.ceil(shown.length / pageLength),
	};
}
