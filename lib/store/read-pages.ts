import type { Bytes } from '@/lib/vault/bytes';
import type { Database } from './database';
import { asBytes, readCommit } from './kv';
import { MovedOn } from './moved-on';
import { answerOf, readRaw } from './raw-read';
import { rowKeyBytes, rowKeyName } from './row-key';

/** From so many rows on, one read of all is quicker than one read each (3 times in Chromium 156). */
const manyRows = 512;

/**
 * Rows of pages, `null` for those that are not there. Throws `MovedOn` if the store stands at
 * another commit by now. All is asked for at once: a chat opens with one answer.
 */
export function readPages(
	database: Database,
	commit: string,
	keys: readonly string[],
): Promise<(Bytes | null)[]> {
	return readRaw(database, ['kv', 'page'], async (table) => {
		const [name, rows] = await Promise.all([
			readCommit(table('kv')),
			keys.length < manyRows ? takeEach(table('page'), keys) : takeAll(table('page'), keys),
		]);
		if (name?.commit !== commit) throw new MovedOn();
		return rows.map(asBytes);
	});
}

function takeEach(page: IDBObjectStore, keys: readonly string[]): Promise<unknown[]> {
	return Promise.all(keys.map((key) => answerOf<unknown>(page.get(rowKeyBytes(key)))));
}

async function takeAll(page: IDBObjectStore, keys: readonly string[]): Promise<unknown[]> {
	const [rowKeys, values] = await Promise.all([
		answerOf(page.getAllKeys()),
		answerOf<unknown[]>(page.getAll()),
	]);
	const byKey = new Map(
		rowKeys.map((rowKey, index) => [rowKeyName(rowKey as ArrayBuffer), values[index]]),
	);
	return keys.map((key) => byKey.get(key));
}
