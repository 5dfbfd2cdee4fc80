import type { Vault } from '@/lib/vault/vault';
import type { Database } from './database';
import type { Dir } from './dir';
import { entryOf, type RecordEntry } from './entry';
import { readCommit } from './kv';
import { openRecord, rowKeyName, type TailRecord } from './record';
import type { View } from './view';

/**
 * The view from the records themselves, without previews, for when its own row does not
 * open. Records that do not open or whose chat is gone are strays: nothing will read
 * them again. `null` if the store no longer stands at that commit.
 */
export async function rebuildView(
	database: Database,
	commit: string,
	vault: Vault,
	dir: Dir,
): Promise<{ view: View; strays: string[] } | null> {
	const { kv, tail } = database.connection();
	const connection = database.connection();
	const found = await connection.transaction('r', kv, tail, async () => {
		if ((await readCommit(connection)) !== commit) return null;
		return Promise.all([tail.toCollection().primaryKeys(), tail.toArray()]);
	});
	if (found === null) return null;
	const [keys, values] = found;
	const dirKey = await vault.dirKey();
	const strays: string[] = [];
	const opened = await Promise.all(
		values.map(async (value, index) => {
			const key = rowKeyName(keys[index] ?? new Uint8Array(0));
			const record = await openRecord(vault, dirKey, key, value).catch(() => null);
			if (record && dir.chats.has(record.chatKey)) return [record];
			strays.push(key);
			return [];
		}),
	);
	return { view: viewOf(opened.flat()), strays };
}

function viewOf(opened: TailRecord[]): View {
	const records = new Map<string, RecordEntry[]>();
	const inOrder = opened.sort((a, b) => a.sequence - b.sequence);
	for (const record of inOrder) {
		const entries = records.get(record.chatKey) ?? [];
		records.set(record.chatKey, [...entries, entryOf(record)]);
	}
	return { sequence: inOrder.at(-1)?.sequence ?? 0, previews: new Map(), records };
}
