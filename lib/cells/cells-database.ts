/**
 * A small database beside the files: it remembers which kind of cells there are, and holds
 * them where the browser cannot overwrite in place.
 */
const kinds = 'kinds';
const cells = 'cells';

export type CellKind = 'effaceable' | 'deletable';

/** What was decided when the first cells were made; `null` before. */
export function keptKind(name: string): Promise<CellKind | null> {
	return inDatabase(name, kinds, 'readonly', async (store) => {
		const kind: unknown = await done(store.get('kind'));
		return kind === 'effaceable' || kind === 'deletable' ? kind : null;
	});
}

export async function keepKind(name: string, kind: CellKind): Promise<void> {
	await inDatabase(name, kinds, 'readwrite', (store) => done(store.put(kind, 'kind')));
}

/** One strict transaction over the cells, by their index. */
export function withCells<T>(
	name: string,
	mode: IDBTransactionMode,
	work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
	return inDatabase(name, cells, mode, work);
}

/** A request inside a transaction; to be awaited there and nowhere else. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

async function inDatabase<T>(
	name: string,
	storeName: string,
	mode: IDBTransactionMode,
	work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
	const opening = indexedDB.open(`stube-${name}`, 1);
	opening.onupgradeneeded = () => {
		opening.result.createObjectStore(kinds);
		opening.result.createObjectStore(cells);
	};
	const database = await done(opening);
	try {
		const transaction = database.transaction(storeName, mode, { durability: 'strict' });
		const complete = new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
		});
		const result = await work(transaction.objectStore(storeName));
		await complete;
		return result;
	} finally {
		database.close();
	}
}
