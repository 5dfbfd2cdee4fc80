import { createDeviceKey } from '@/lib/vault/device';
import { createDeviceVault } from '@/lib/vault/vault';
import { withRef } from './cell-ref';
import { commit } from './commit';
import { type Database, kvKeys, twice } from './database';
import { emptyDir, sealDir } from './dir';
import { formatVersion } from './format';
import type { Keyring } from './keyring';
import { newCommit } from './kv';
import type { Pool } from './pool';
import { identityPlace, type Snapshot } from './snapshot';
import { stateOf } from './state';
import { emptyView, sealView } from './view';

/** Writes the first rows of a store; `null` if another context was first. */
export async function found(
	database: Database,
	keyring: Keyring,
	pool: Pool,
): Promise<Snapshot | null> {
	const [envelope, dir, view] = await pool.take(3, []);
	if (!envelope || !dir || !view) throw new Error('three cells were asked for');
	const deviceKey = await createDeviceKey();
	const device = await createDeviceVault(deviceKey, identityPlace, envelope.secret);
	const { vault } = device;
	const [dirKey, viewKey] = await Promise.all([
		keyring.dirKey(vault, dir.ref),
		keyring.viewKey(vault, view.ref),
	]);
	if (!dirKey || !viewKey) return null;
	const { row, name } = newCommit(null);
	const empty = emptyDir(view.ref);
	const sealedDir = withRef(dir.ref, await sealDir(dirKey, empty));
	const kv = new Map<string, unknown>([
		[kvKeys.format, formatVersion],
		[kvKeys.deviceKey, deviceKey],
		...twice(kvKeys.deviceEnvelope, withRef(envelope.ref, device.envelope)),
		...twice(kvKeys.dir, sealedDir),
		[kvKeys.view, withRef(view.ref, await sealView(viewKey, emptyView))],
	]);
	const isWritten = await commit(database, null, { commit: row, kv, durability: 'strict' });
	if (!isWritten) return null;
	return {
		commit: name.commit,
		base: {
			name: name.base,
			vault,
			protection: { mode: 'device', envelope: { ref: envelope.ref, sealed: device.envelope } },
			boxKeys: [],
			dayCells: [],
			cells: { dir: dir.ref, view: view.ref },
			dir: empty,
			view: emptyView,
			isViewRead: true,
			lists: new Map(),
		},
		tails: [],
		lostTails: [],
		state: stateOf(empty, emptyView, []),
	};
}
