/** The database as anyone with the disk sees it: rows by object store, through plain IndexedDB. */
export interface RawRow {
	store: string;
	key: IDBValidKey;
	value: unknown;
}

export async function readRaw(name: string): Promise<RawRow[]> {
	const database = await openRaw(name);
	const rows = await readRows(database);
	database.close();
	return rows;
}

export async function readRows(database: IDBDatabase): Promise<RawRow[]> {
	const rows: RawRow[] = [];
	for (const store of database.objectStoreNames) {
		const objectStore = database.transaction(store).objectStore(store);
		const [keys, values] = await Promise.all([
			answer(objectStore.getAllKeys()),
			answer(objectStore.getAll()),
		]);
		keys.forEach((key, index) => {
			rows.push({ store, key: comparableKey(key), value: values[index] });
		});
	}
	return rows;
}

export async function writeRaw(name: string, row: RawRow): Promise<void> {
	const database = await openRaw(name);
	await answer(
		database.transaction(row.store, 'readwrite').objectStore(row.store).put(row.value, row.key),
	);
	database.close();
}

export async function deleteRaw(name: string, row: Pick<RawRow, 'store' | 'key'>): Promise<void> {
	const database = await openRaw(name);
	await answer(database.transaction(row.store, 'readwrite').objectStore(row.store).delete(row.key));
	database.close();
}

export async function rawValue(name: string, key: string): Promise<unknown> {
	return (await readRaw(name)).find((row) => row.store === 'kv' && row.key === key)?.value;
}

export async function tailRows(name: string): Promise<RawRow[]> {
	return (await readRaw(name)).filter((row) => row.store === 'tail');
}

export async function pageRows(name: string): Promise<RawRow[]> {
	return (await readRaw(name)).filter((row) => row.store === 'page');
}

/** Matchers compare bytes, but take any two buffers for equal. */
function comparableKey(key: IDBValidKey): IDBValidKey {
	return key instanceof ArrayBuffer ? new Uint8Array(key) : key;
}

function openRaw(name: string): Promise<IDBDatabase> {
	return answer(indexedDB.open(name));
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
