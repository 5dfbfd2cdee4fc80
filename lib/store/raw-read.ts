import type { Database } from './database';
import type { TableName } from './format';

/**
 * Reads in one transaction without Dexie, which would take several answers of the browser
 * where one is enough. In `read` nothing may be awaited but answers of this transaction.
 */
export async function readRaw<T>(
	database: Database,
	tables: readonly TableName[],
	read: (table: (name: TableName) => IDBObjectStore) => Promise<T>,
): Promise<T> {
	const backend = await database.backend();
	const transaction = backend.transaction(tables, 'readonly');
	return read((name) => transaction.objectStore(name));
}

export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
