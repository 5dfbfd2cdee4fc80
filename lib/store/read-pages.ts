import { type Database, kvKeys } from './database';
import { asBytes, standingCommit } from './kv';
import { MovedOn } from './moved-on';
import { rowKeyBytes, rowKeyName } from './row-key';

/** From so many rows on, one read of all is quicker than one read each (3 times in Chromium 156). */
const manyRows = 512;

/**
 * Rows of pages, `null` for those that are not there. Throws `MovedOn` if the store stands at
 * another commit by now. All is asked for at once, without Dexie: a chat opens with one answer.
 */
export async function readPages(
	database: Database,
	commit: string,
	keys: readonly string[],
): Promise<(Uint8Array<ArrayBuffer> | null)[]> {
	const backend = await database.backend();
	return new Promise((resolve, reject) => {
		const transaction = backend.transaction(['kv', 'page'], 'readonly');
		const kv = transaction.objectStore('kv');
		const page = transaction.objectStore('page');
		const format = kv.get(kvKeys.format);
		const standing = kv.get(kvKeys.commit);
		const take = keys.length < manyRows ? takeEach(page, keys) : takeAll(page, keys);
		transaction.onabort = () => reject(transaction.error);
		transaction.oncomplete = () => {
			try {
				const name = standingCommit(format.result, standing.result);
				if (name?.commit !== commit) throw new MovedOn();
				resolve(take().map(asBytes));
			} catch (error) {
				reject(error);
			}
		};
	});
}

function takeEach(page: IDBObjectStore, keys: readonly string[]): () => unknown[] {
	const requests = keys.map((key) => page.get(rowKeyBytes(key)));
	return () => requests.map(({ result }) => result);
}

function takeAll(page: IDBObjectStore, keys: readonly string[]): () => unknown[] {
	const rowKeys = page.getAllKeys();
	const values = page.getAll();
	return () => {
		const byKey = new Map(
			rowKeys.result.map((rowKey, index) => [
				rowKeyName(rowKey as ArrayBuffer),
				values.result[index],
			]),
		);
		return keys.map((key) => byKey.get(key));
	};
}
