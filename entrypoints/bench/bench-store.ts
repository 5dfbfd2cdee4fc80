/** The project's own store as the benchmark opens, fills and removes it. */
import { openStore } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';
import { answer, deleteDatabase, openRaw, pageStoresOf, readAll } from './raw-database';

export function openBenchStore(databaseName: string): Promise<Store> {
	return openStore({ databaseName });
}

export async function removeBenchStore(databaseName: string): Promise<void> {
	await deleteDatabase(databaseName);
}

/** The sealed rows that hold messages, as they stand in a store's database. */
export async function sealedRows(databaseName: string): Promise<Uint8Array<ArrayBuffer>[]> {
	const database = await openRaw(databaseName);
	const rows = await Promise.all(pageStoresOf(database).map((name) => readAll(database, name)));
	database.close();
	return rows.flat();
}

/** Sizes of the records of single captures, by their keys. */
export async function tailSizes(databaseName: string): Promise<Map<string, number>> {
	const database = await openRaw(databaseName);
	const store = database.transaction('tail').objectStore('tail');
	const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
	database.close();
	return new Map(
		keys.map((key, index) => [String(new Uint8Array(key as ArrayBuffer)), values[index].length]),
	);
}
