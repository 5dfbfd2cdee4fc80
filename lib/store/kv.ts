import { type Bytes, concatBytes, randomBytes } from '@/lib/vault/bytes';
import { isDeviceKey } from '@/lib/vault/device';
import type { VaultRows } from '@/lib/vault/vault';
import { type CellRef, splitRef } from './cell-ref';
import { copyName, kvKeys } from './database';
import { type DayCell, dayCellsIn } from './day-cell';
import { envelopeRows, envelopesIn } from './envelopes';
import { formatVersion, outdatedFormat } from './format';
import type { Protection } from './protection';
import { answerOf } from './raw-read';
import { StoreError } from './store';

/** Names what stands there: the commit, and the base to which commits since only added tails. */
export interface CommitName {
	commit: string;
	base: string;
}

export interface SealedUnder {
	ref: CellRef;
	sealed: Bytes;
}

/** The rows of `kv` as found, after their shapes were checked. */
export interface KvRows {
	name: CommitName;
	vault: VaultRows;
	protection: Protection;
	/** The row and its copy; each is `null` where it is not there. */
	boxKeys: readonly (Bytes | null)[];
	dayCells: readonly DayCell[];
	/** `null` if it is not there: it has a copy. */
	dir: SealedUnder | null;
	/** `null` if it is not there: it can be rebuilt. */
	view: SealedUnder | null;
}

/** `null` if nothing was ever stored. Rejects for a later version or a broken set of rows. */
export async function readKv(kv: IDBObjectStore): Promise<KvRows | null> {
	const names = [...Object.values(kvKeys), ...[kvKeys.envelopes, kvKeys.boxKey].map(copyName)];
	const found = await readEach(kv, names);
	const rows = new Map<string, unknown>(names.map((name, index) => [name, found[index]]));
	if (found.every((row) => row === undefined)) return null;

	checkVersion(rows.get(kvKeys.format));
	const name = commitNameOf(rows.get(kvKeys.commit));
	const deviceKey = rows.get(kvKeys.deviceKey);
	const protection = protectionIn(rows);
	if (!name || !protection || !isDeviceKey(deviceKey)) throw new StoreError('unreadable');
	const identity = asBytes(rows.get(kvKeys.identity));
	return {
		name,
		vault: { deviceKey, identity },
		protection,
		boxKeys: [kvKeys.boxKey, copyName(kvKeys.boxKey)].map((key) => asBytes(rows.get(key))),
		dayCells: dayCellsIn(rows.get(kvKeys.dayCells)),
		dir: asSealed(rows.get(kvKeys.dir)),
		view: asSealed(rows.get(kvKeys.view)),
	};
}

/** `null` if nothing there opens a vault. */
export function protectionIn(rows: ReadonlyMap<string, unknown>): Protection | null {
	const envelopes = envelopesIn(envelopeRows.map((key) => rows.get(key)));
	if (envelopes) return { mode: 'methods', envelopes };
	// A store whose methods are damaged must not pass for one that has none.
	if (envelopeRows.some((key) => rows.get(key) !== undefined)) return null;
	const envelope = asSealed(rows.get(kvKeys.deviceEnvelope));
	return envelope && { mode: 'device', envelope };
}

/** The commit that stands there now; `null` if there is none. */
export async function readCommit(kv: IDBObjectStore): Promise<CommitName | null> {
	const [format, commit] = await readEach(kv, [kvKeys.format, kvKeys.commit]);
	return standingCommit(format, commit);
}

/** Rows of `kv` by their keys, all asked for at once. */
export function readEach(kv: IDBObjectStore, keys: readonly string[]): Promise<unknown[]> {
	return Promise.all(keys.map((key) => answerOf<unknown>(kv.get(key))));
}

/** The same from the rows themselves. Throws for a later version or a broken set of rows. */
export function standingCommit(format: unknown, commit: unknown): CommitName | null {
	if (format !== undefined) checkVersion(format);
	return commitNameOf(commit);
}

/** Thrown where the format is one that this version of Stube replaces. */
export class Outdated extends Error {
	override name = 'Outdated';
}

function checkVersion(format: unknown): void {
	if (format === undefined) throw new StoreError('unreadable');
	if (format === outdatedFormat) throw new Outdated();
	if (format !== formatVersion) throw new StoreError('unknown-version');
}

const nameLength = 16;

/** The value of a commit's row: `base` is `null` where a new one begins. */
export function newCommit(base: string | null): { row: Bytes; name: CommitName } {
	const commit = randomBytes(nameLength);
	const baseBytes = base === null ? randomBytes(nameLength) : fromHex(base);
	return {
		row: concatBytes(commit, baseBytes),
		name: { commit: toHex(commit), base: toHex(baseBytes) },
	};
}

function commitNameOf(value: unknown): CommitName | null {
	const bytes = asBytes(value);
	if (bytes?.length !== 2 * nameLength) return null;
	return {
		commit: toHex(bytes.subarray(0, nameLength)),
		base: toHex(bytes.subarray(nameLength)),
	};
}

function toHex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Bytes {
	return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
		Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
	);
}

export function asBytes(value: unknown): Bytes | null {
	return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer
		? (value as Bytes)
		: null;
}

export function asSealed(value: unknown): SealedUnder | null {
	const bytes = asBytes(value);
	return bytes && splitRef(bytes);
}
