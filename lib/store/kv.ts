import type { Bytes } from '@/lib/vault/bytes';
import { isDeviceKey } from '@/lib/vault/envelope';
import type { VaultRows } from '@/lib/vault/vault';
import { type Connection, kvKeys } from './database';
import { formatVersion } from './format';
import { StoreError } from './store';

/** The rows of `kv` as found, after their shapes were checked. */
export interface KvRows {
	/** Hex of `kvKeys.commit`. */
	commit: string;
	vault: VaultRows;
	dir: Bytes;
	/** `null` if it is not there: it can be rebuilt. */
	view: Bytes | null;
}

/** `null` if nothing was ever stored. Rejects for another version or a broken set of rows. */
export async function readKv(connection: Connection): Promise<KvRows | null> {
	const names = Object.values(kvKeys);
	const found = await connection.kv.bulkGet(names);
	const rows = new Map(names.map((name, index) => [name, found[index]]));
	if (found.every((row) => row === undefined)) return null;

	checkVersion(rows.get(kvKeys.format));
	const commit = asBytes(rows.get(kvKeys.commit));
	const deviceKey = rows.get(kvKeys.deviceKey);
	const envelope = asBytes(rows.get(kvKeys.deviceEnvelope));
	const dir = asBytes(rows.get(kvKeys.dir));
	if (!commit || !envelope || !dir || !isDeviceKey(deviceKey)) throw new StoreError('unreadable');
	return {
		commit: commitName(commit),
		vault: { deviceKey, envelope, identity: asBytes(rows.get(kvKeys.identity)) },
		dir,
		view: asBytes(rows.get(kvKeys.view)),
	};
}

/** The commit that stands there now; `null` if there is none. */
export async function readCommit(connection: Connection): Promise<string | null> {
	const [format, commit] = await connection.kv.bulkGet([kvKeys.format, kvKeys.commit]);
	if (format !== undefined) checkVersion(format);
	const bytes = asBytes(commit);
	return bytes ? commitName(bytes) : null;
}

function checkVersion(format: unknown): void {
	if (format === undefined) throw new StoreError('unreadable');
	if (format !== formatVersion) throw new StoreError('unknown-version');
}

export function commitName(commit: Bytes): string {
	return [...commit].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function asBytes(value: unknown): Bytes | null {
	return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer
		? (value as Bytes)
		: null;
}
