import type { Chat, ChatReading, ThreadReading } from '../model';
import type { ChatKeys, IdentifiedCapture } from './identify-capture';

/** Which stored chat a capture's row and thread belong to, and what they prove about it. */
export interface ChatTarget {
	key: string;
	nativeId: string | null;
	/** The key of a provisional id that this capture proves to be this chat. */
	alias: string | null;
	/** Keys that other ids of this chat stand for; some may be stored as chats of their own. */
	otherKeys: string[];
	row: ChatReading | null;
	thread: ThreadReading | null;
}

export interface ResolvedCapture {
	targets: ChatTarget[];
	/** Rows that no one chat could be found for, and messages of such a thread. */
	skippedRows: number;
}

/**
 * Finds the chat of every row. A chat of two ids stays under the key it has, and so does one
 * whose account was not known. A row that goes only by a provisional id belongs to the chat
 * that this id was proven for; where two chats share it, or two rows claim one chat, none
 * is written.
 */
export function resolveChats(
	{ account, takenFor, rows, thread: open }: IdentifiedCapture,
	allStored: readonly Chat[],
): ResolvedCapture {
	// What is proven to be another account's by now is not this one's.
	const isOurs = (chat: Chat): boolean =>
		takenFor === null || chat.account === account || chat.account === takenFor;
	const stored = allStored.filter(isOurs);
	const foreign = new Set(allStored.filter((chat) => !isOurs(chat)).map(({ key }) => key));
	const othersOf = (keys: ChatKeys, key: string): string[] =>
		otherKeysOf(keys, key, stored).filter((other) => !foreign.has(other));
	const thread = open && { ...open, keys: withProofOf(rows, open.keys) };
	const shared = repeated(rows.map(({ keys }) => keys.provisional));
	const keyOf = (keys: ChatKeys): string | null => {
		const { proven, provisional, formerProvisional } = keys;
		if (proven !== null) return provenKeyOf(keys, stored) ?? proven;
		if (provisional === null || shared.has(provisional)) return null;
		const owners = new Set(ownersOf(provisional, stored));
		if (formerProvisional !== null && !stored.some(({ key }) => key === provisional)) {
			for (const owner of ownersOf(formerProvisional, stored)) owners.add(owner);
			if (stored.some(({ key }) => key === formerProvisional)) owners.add(formerProvisional);
		}
		if (thread?.keys.provisional === provisional && thread.keys.proven !== null) {
			owners.add(keyOf(thread.keys) ?? thread.keys.proven);
		}
		const [owner = provisional, ...others] = owners;
		return others.length > 0 ? null : owner;
	};
	const aliasOf = ({ proven, provisional }: ChatKeys, key: string): string | null => {
		const isProven = proven !== null || (takenFor !== null && key !== provisional);
		return !isProven || provisional === null || shared.has(provisional) ? null : provisional;
	};

	const threadKey = thread && keyOf(thread.keys);
	const targets = new Map<string, ChatTarget>();
	const claimed = repeated(rows.map(({ keys }) => (keys.proven === null ? keyOf(keys) : null)));
	for (const { reading, keys } of provenFirst(rows)) {
		const key = keyOf(keys);
		if (key === null || targets.has(key) || (keys.proven === null && claimed.has(key))) continue;
		targets.set(key, {
			key,
			nativeId: keys.nativeId,
			alias: aliasOf(keys, key),
			otherKeys: othersOf(keys, key),
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
			alias: row?.alias ?? aliasOf(thread.keys, threadKey),
			otherKeys: [...new Set([...(row?.otherKeys ?? []), ...othersOf(thread.keys, threadKey)])],
			row: row?.row ?? null,
			thread: thread.reading,
		});
	}
	const lostMessages = thread && threadKey === null ? thread.reading.messages.length : 0;
	return { targets: [...targets.values()], skippedRows: rows.length - rowCount + lostMessages };
}

/** The open chat's row may prove more of its ids than the thread does. */
function withProofOf(rows: IdentifiedCapture['rows'], keys: ChatKeys): ChatKeys {
	const same = rows.filter((row) => keys.proven !== null && row.keys.proven === keys.proven);
	return { ...keys, others: [...keys.others, ...same.flatMap((row) => row.keys.others)] };
}

/** Under which key a chat of these ids is stored; its own before that of another id. */
function provenKeyOf(keys: ChatKeys, stored: readonly Chat[]): string | undefined {
	const known = knownAs(keys, stored);
	return (known.find(({ key }) => key === keys.proven) ?? known[0])?.key;
}

/** All keys that mean the same chat as `key`, as far as this reading proves. */
function otherKeysOf(keys: ChatKeys, key: string, stored: readonly Chat[]): string[] {
	if (keys.proven === null) return [];
	const known = [
		...knownAs(keys, stored),
		...stored.filter(({ key: one }) => one === keys.formerProvisional),
	].map((chat) => chat.key);
	return [...new Set([keys.proven, ...keys.others, ...known])].filter((other) => other !== key);
}

/** Stored chats that go by one of these ids: more than one where they were read apart. */
function knownAs({ proven, others }: ChatKeys, stored: readonly Chat[]): Chat[] {
	const ids = new Set([proven, ...others]);
	return stored.filter(
		({ key, otherKeys }) => ids.has(key) || otherKeys?.some((id) => ids.has(id)),
	);
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
