import { effaceEnded } from './efface-ended';
import { translated } from './failure';
import { withDatabase } from './lock-rows';
import { type StorePlace, surroundingsOf } from './place';

/** Makes unreadable what is due, on a store that need not be unlocked; its rows go at the next unlocking. */
export async function effaceWhileLocked(now: number, place: StorePlace = {}): Promise<void> {
	const { databaseName, cells } = surroundingsOf(place);
	await translated(() =>
		withDatabase(databaseName, (database) => effaceEnded(database, cells, now)),
	);
}
