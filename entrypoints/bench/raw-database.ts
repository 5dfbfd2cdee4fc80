/** IndexedDB as it is, for floors: what no layer above it can be faster than. */
import type { Bytes } from '@/lib/vault/bytes';

export const scratchStore = 'rows';

/** A database as it stands. */
export function openRaw(name: string): Promise<IDBDatabase> {
	return answer(indexedDB.open(name));
}

/** Names of the stores in which sealed messages stand. */
export function pageStoresOf(database: IDBDatabase): string[] {
	return ['page', 'tail'].filter((name) => database.objectStoreNames.contains(name));
}

/** A new database with one store whose keys stand outside its values, as the pages' do. */
export async function createScratch(name: string): Promise<IDBDatabase> {
	await deleteDatabase(name);
	const request = indexedDB.open(name, 1);
	request.onupgradeneeded = () => request.result.createObjectStore(scratchStore);
	return answer(request);
}

export async function deleteDatabase(name: string): Promise<void> {
	await answer(indexedDB.deleteDatabase(name));
}

export function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

function completion(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error);
	});
}

export interface Row {
	key: Bytes;
	value: Bytes;
}

/** All in one transaction; resolves on `complete`. */
export function putRows(
	database: IDBDatabase,
	rows: readonly Row[],
	durability: IDBTransactionDurability = 'relaxed',
): Promise<void> {
	const transaction = database.transaction(scratchStore, 'readwrite', { durability });
	const store = transaction.objectStore(scratchStore);
	for (const { key, value } of rows) store.put(value, key);
	return completion(transaction);
}

/** Rows whose keys begin with some bytes; resolves on `complete`, flushed. */
export function deletePrefix(database: IDBDatabase, prefix: Bytes, length: number): Promise<void> {
	const transaction = database.transaction(scratchStore, 'readwrite', { durability: 'strict' });
	const [low, high] = [new Uint8Array(length), new Uint8Array(length).fill(255)];
	low.set(prefix);
	high.set(prefix);
	transaction.objectStore(scratchStore).delete(IDBKeyRange.bound(low, high));
	return completion(transaction);
}

export function readAll(database: IDBDatabase, storeName = scratchStore): Promise<Bytes[]> {
	return answer(database.transaction(storeName).objectStore(storeName).getAll());
}

export function readRow(database: IDBDatabase, key: Bytes): Promise<Bytes> {
	return answer(database.transaction(scratchStore).objectStore(scratchStore).get(key));
}
