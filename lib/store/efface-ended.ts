import type { CellFile, CellRef } from '@/lib/cells/cell-file';
import { isDeviceKey } from '@/lib/vault/device';
import { type Database, kvKeys } from './database';
import { lastEnded, openDueRow } from './due-rows';

/**
 * Effaces the cells of all buckets that have ended: what hung on them is gone wherever copies
 * linger. Needs no vault key. The rows go with the next `expire`. Resolves with the cells.
 */
export async function effaceEnded(
	database: Database,
	cells: CellFile,
	now: number,
): Promise<CellRef[]> {
	const connection = database.connection();
	const { kv, due } = connection;
	const [deviceKey, buckets, values] = await connection.transaction('r', kv, due, () => {
		const ended = () => due.where(':id').belowOrEqual(lastEnded(now));
		return Promise.all([kv.get(kvKeys.deviceKey), ended().primaryKeys(), ended().toArray()]);
	});
	if (!isDeviceKey(deviceKey) || buckets.length === 0) return [];
	const opened = await Promise.all(
		buckets.map((bucket, index) => {
			const value = values[index];
			// A damaged row costs nothing: dir knows the bucket too, and when it ends.
			return value ? openDueRow(deviceKey, bucket, value).catch(() => null) : null;
		}),
	);
	const refs = opened.filter((ref) => ref !== null);
	await cells.efface(refs);
	return refs;
}
