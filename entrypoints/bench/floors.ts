/**
 * The floors: what the browser itself takes for the same bytes, with no store in between.
 * They are measured in the same run as the store, in turns with it.
 */
import { openCells } from '@/lib/cells/open-cells';
import { decrypt, encrypt, ivLength } from '@/lib/vault/aes-gcm';
import { type Bytes, randomBytes } from '@/lib/vault/bytes';
import { createDeviceKey } from '@/lib/vault/device';
import { deriveSealingKey, type SealingKey } from '@/lib/vault/keys';
import {
	createScratch,
	deleteDatabase,
	deletePrefix,
	openRaw,
	pageStoresOf,
	putRows,
	type Row,
	readAll,
	readRow,
} from './raw-database';
import { timed } from './samples';

const keyLength = 16;
const prefixLength = 8;
const mebibyte = 2 ** 20;
const noData: Bytes = new Uint8Array(0);

export async function scratchKey(): Promise<SealingKey> {
	return deriveSealingKey(await createDeviceKey(), randomBytes(32), randomBytes(8));
}

/** One `getAll` of the very same sealed pages, nothing else. */
export async function readFloor(databaseName: string): Promise<number> {
	const database = await openRaw(databaseName);
	const storeNames = pageStoresOf(database);
	const ms = await timed(() => Promise.all(storeNames.map((name) => readAll(database, name))));
	database.close();
	return ms;
}

/** Bytes through WebCrypto in pieces of 1 MiB, eight at a time. */
export async function cryptFloor(byteCount: number): Promise<number> {
	const key = await scratchKey();
	const iv = randomBytes(ivLength);
	const sealed: Bytes[] = [];
	for (let left = byteCount; left > 0; left -= mebibyte) {
		const plain = new Uint8Array(Math.min(left, mebibyte));
		sealed.push(await encrypt(key, iv, noData, plain));
	}
	return timed(async () => {
		for (let at = 0; at < sealed.length; at += 8) {
			await Promise.all(sealed.slice(at, at + 8).map((piece) => decrypt(key, iv, noData, piece)));
		}
	});
}

/** As many pages of the same sizes, as random bytes, in one transaction. */
export async function putFloor(sizes: readonly number[]): Promise<number> {
	const rows = randomRows(sizes);
	return inScratch('floor-put', (database) => timed(() => putRows(database, rows)));
}

/** One `delete(range)` over as many pages of the same sizes. */
export async function deleteFloor(sizes: readonly number[]): Promise<number> {
	const prefix = randomBytes(prefixLength);
	const rows = randomRows(sizes, prefix);
	return inScratch('floor-delete', async (database) => {
		await putRows(database, [...rows, ...randomRows(sizes)]);
		return timed(() => deletePrefix(database, prefix, keyLength));
	});
}

/** Two pages read: one `get` and one decryption each. */
export async function twoReadsFloor(sizes: readonly [number, number]): Promise<number> {
	const key = await scratchKey();
	const iv = randomBytes(ivLength);
	const rows = await Promise.all(
		sizes.map(async (size) => ({
			key: randomBytes(keyLength),
			value: await encrypt(key, iv, noData, new Uint8Array(size)),
		})),
	);
	return inScratch('floor-read', async (database) => {
		await putRows(database, rows);
		return timed(() =>
			Promise.all(
				rows.map(async (row) => decrypt(key, iv, noData, await readRow(database, row.key))),
			),
		);
	});
}

/** One transaction with one put; the database stays open over all of a round's. */
export async function onePutFloor(durability: IDBTransactionDurability = 'relaxed'): Promise<{
	put(size: number): Promise<number>;
	close(): Promise<void>;
}> {
	const name = 'floor-one-put';
	const database = await createScratch(name);
	return {
		put(size) {
			const rows = randomRows([size]);
			return timed(() => putRows(database, rows, durability));
		},
		async close() {
			database.close();
			await deleteDatabase(name);
		},
	};
}

/** One cell overwritten in both mirrors. */
export async function cellFloor(): Promise<number> {
	const cells = openCells('floor-cells');
	await cells.grow(64);
	const [ref] = await cells.refs();
	if (!ref) throw new Error('There is no cell.');
	return timed(() => cells.efface([ref]));
}

/** Every place of a word in one flat string. */
export function countIn(flat: string, word: string): number {
	let count = 0;
	for (let at = flat.indexOf(word); at >= 0; at = flat.indexOf(word, at + word.length)) count += 1;
	return count;
}

function randomRows(sizes: readonly number[], prefix: Bytes = noData): Row[] {
	return sizes.map((size) => {
		const key = randomBytes(keyLength);
		key.set(prefix);
		return { key, value: manyRandomBytes(size) };
	});
}

/** WebCrypto gives 64 KiB at a time. */
function manyRandomBytes(length: number): Bytes {
	const bytes = new Uint8Array(length);
	for (let at = 0; at < length; at += 65_536) {
		bytes.set(randomBytes(Math.min(65_536, length - at)), at);
	}
	return bytes;
}

async function inScratch<Result>(
	name: string,
	use: (database: IDBDatabase) => Promise<Result>,
): Promise<Result> {
	const database = await createScratch(name);
	try {
		return await use(database);
	} finally {
		database.close();
		await deleteDatabase(name);
	}
}
