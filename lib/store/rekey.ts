import type { Change } from './commit';
import { timerOf } from './due';
import { entryOf, type RecordEntry } from './entry';
import { packRecords } from './pack';
import type { OpenedRecords } from './put';
import type { Snapshot } from './snapshot';

/** Everything under a new vault key, in new rows; what could not be opened is left behind. */
export async function renewAll(snapshot: Snapshot, opened: OpenedRecords): Promise<Change> {
	const sequence = snapshot.view.sequence + 1;
	const removed: string[] = [];
	const records = new Map<string, RecordEntry[]>();
	const added = [...snapshot.view.records].flatMap(([chatKey, entries]) => {
		removed.push(...entries.map(({ key }) => key));
		const messages = entries.flatMap(({ key }) => opened.get(key)?.messages ?? []);
		const packed = packRecords(chatKey, messages, timerOf(snapshot, chatKey), sequence);
		if (packed.length > 0) records.set(chatKey, packed.map(entryOf));
		return packed;
	});
	return {
		vault: await snapshot.vault.renew(),
		dir: snapshot.dir,
		view: { ...snapshot.view, sequence, records },
		added,
		removed,
		durability: 'strict',
	};
}
