import { liveQuery } from 'dexie';
import { type Database, kvKeys } from './database';
import { standingCommit } from './kv';

/**
 * Calls back when the store stands at another commit than `known`, the one its caller has
 * read, and after each one since. Where following fails the caller is called as well, so
 * that its next read says what is wrong.
 */
export function watchCommits(
	database: Database,
	known: string | null,
	listener: () => void,
): () => void {
	let last = known;
	const { kv } = database.connection();
	const read = async () => {
		try {
			const [format, row] = await kv.bulkGet([kvKeys.format, kvKeys.commit]);
			return { commit: standingCommit(format, row)?.commit ?? null };
		} catch (error) {
			return { error };
		}
	};
	const subscription = liveQuery(read).subscribe({
		next(found) {
			if ('error' in found) reportError(found.error);
			else if (found.commit === last) return;
			else last = found.commit;
			listener();
		},
		error(error) {
			reportError(error);
			listener();
		},
	});
	return () => subscription.unsubscribe();
}
