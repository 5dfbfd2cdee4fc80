import { type Database, kvKeys } from './database';
import { outdatedFormat } from './format';

/**
 * Removes what the format before this one left, in one transaction: a death in between
 * leaves all of it or nothing. Resolves with `null`: the store must be read again.
 */
export async function startOver(database: Database): Promise<null> {
	const connection = database.connection('strict');
	const { kv, tail } = connection;
	await connection.transaction('rw', kv, tail, async () => {
		if ((await kv.get(kvKeys.format)) !== outdatedFormat) return;
		await Promise.all([kv.clear(), tail.clear()]);
	});
	return null;
}
