import type { Chat, Message, Preview } from '../model';

/** What a capture changes in the inbox: whole records, only those that differ from what is stored. */
export interface Changes {
	chats: Chat[];
	previews: { chatKey: string; preview: Preview | null }[];
	messages: { chatKey: string; messages: Message[] }[];
	/** Chats that were promoted to another key, with all that still hangs on the old one. */
	removedChats: string[];
}

export function noChanges(): Changes {
	return { chats: [], previews: [], messages: [], removedChats: [] };
}

export function isEmpty(changes: Changes): boolean {
	return Object.values(changes).every((records) => records.length === 0);
}

/** Whether two plain records say the same, whatever the order of their fields; absent is `undefined`. */
export function isSame(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...fields].every((field) => isSame(Reflect.get(a, field), Reflect.get(b, field)));
}
