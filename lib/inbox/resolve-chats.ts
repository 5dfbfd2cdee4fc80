import type { Chat, ChatReading, ThreadReading } from '../model';
import type { ChatKeys, IdentifiedCapture } from './identify-capture';

/** Which stored chat a capture's row and thread belong to, and what they prove about it. */
export interface ChatTarget {
	key: string;
	nativeId: string | null;
	/** The key of a provisional id that this capture proves to be this chat. */
	alias: string | null;
	row: ChatReading | null;
	thread: ThreadReading | null;
}

export interface ResolvedCapture {
	targets: ChatTarget[];
	/** Rows that no one chat could be found for, and messages of such a thread. */
	skippedRows: number;
}

/**
 * Finds the chat of every row. A row that goes only by a provisional id belongs to the chat
 * that this id was proven for; where two chats share it, or two rows claim one chat, none
 * is written.
 */
export function resolveChats(
	{ rows, thread }: IdentifiedCapture,
	stored: readonly Chat[],
): ResolvedCapture {
	const shared = repeated(rows.map(({ keys }) => keys.provisional));
	const keyOf = ({ proven, provisional }: ChatKeys): string | null => {
		if (proven !== null) return proven;
		if (provisional === null || shared.has(provisional)) return null;
		const owners = new Set(ownersOf(provisional, stored));
		if (thread?.keys.provisional === provisional && thread.keys.proven !== null) {
			owners.add(thread.keys.proven);
		}
		const [owner = provisional, ...others] = owners;
		return others.length > 0 ? null : owner;
	};
	const aliasOf = ({ proven, provisional }: ChatKeys): string | null =>
		proven === null || provisional === null || shared.has(provisional) ? null : provisional;

	const threadKey = thread && keyOf(thread.keys);
	const targets = new Map<string, ChatTarget>();
	const claimed = repeated(rows.map(({ keys }) => (keys.proven === null ? keyOf(keys) : null)));
	for (const { reading, keys } of provenFirst(rows)) {
		const key = keyOf(keys);
		if (key === null || targets.has(key) || (keys.proven === null && claimed.has(key))) continue;
		targets.set(key, {
			key,
			nativeId: keys.nativeId,
			alias: aliasOf(keys),
			row: reading,
			thread: null,
		});
	}
	const rowCount = targets.size;
	if (thread && threadKey) {
		const row = targets.get(threadKey);
		targets.set(threadKey, {
			key: threadKey,
			nativeId: row?.nativeId ?? thread.keys.nativeId,
			alias: row?.alias ?? aliasOf(thread.keys),
			row: row?.row ?? null,
			thread: thread.reading,
		});
	}
	const lostMessages = thread && threadKey === null ? thread.reading.messages.length : 0;
	return { targets: [...targets.values()], skippedRows: rows.length - rowCount + lostMessages };
}

/** Keys of the chats that a provisional id was proven for. */
function ownersOf(provisional: string, stored: readonly Chat[]): string[] {
	return stored.filter(({ aliases }) => aliases?.includes(provisional)).map(({ key }) => key);
}

function provenFirst(rows: IdentifiedCapture['rows']): IdentifiedCapture['rows'] {
	return [...rows].sort((a, b) => Number(a.keys.proven === null) - Number(b.keys.proven === null));
}

function repeated(keys: readonly (string | null)[]): Set<string> {
	const seen = new Set<string>();
	const again = new Set<string>();
	for (const key of keys) {
		if (key === null) continue;
		if (seen.has(key)) again.add(key);
		seen.add(key);
	}
	return again;
}
