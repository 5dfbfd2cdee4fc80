/** The little of the peers that is used here; they are installed by the benchmark only. */

declare module 'dexie-4' {
	export { default } from 'dexie';
}

declare module 'dexie-encrypted' {
	import type Dexie from 'dexie';
	export const NON_INDEXED_FIELDS: string;
	export function applyEncryptionMiddleware(
		database: Dexie,
		key: Uint8Array,
		tables: Record<string, string>,
		onKeyChange: (database: Dexie) => Promise<void>,
	): void;
	export function clearAllTables(database: Dexie): Promise<void>;
}

declare module 'rxdb' {
	export interface Documents<Row> {
		bulkInsert(rows: readonly Row[]): Promise<{ error: readonly unknown[] }>;
		find(): { exec(): Promise<{ toJSON(): Row }[]> };
	}
	export interface OpenDatabase {
		addCollections(schemas: object): Promise<Record<string, Documents<never>>>;
		close(): Promise<void>;
		remove(): Promise<void>;
	}
	export function createRxDatabase(options: object): Promise<OpenDatabase>;
}

declare module 'rxdb/plugins/encryption-crypto-js' {
	export function wrappedKeyEncryptionCryptoJsStorage(options: { storage: unknown }): unknown;
}

declare module 'rxdb/plugins/storage-dexie' {
	export function getRxStorageDexie(): unknown;
}
