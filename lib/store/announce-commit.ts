import Dexie, { RangeSet } from 'dexie';
import { kvKeys } from './database';

/**
 * Tells all contexts that follow the store of a commit that was not written through Dexie:
 * its live queries see only its own. The parts are named as Dexie 4 names them (2026-11).
 */
export function announceCommit(databaseName: string): void {
	Dexie.on.storagemutated.fire({
		[`idb://${databaseName}/kv/`]: new RangeSet(kvKeys.commit),
	});
}
