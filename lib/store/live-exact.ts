import { isExpired } from '@/lib/inbox/expiry';
import type { Timer } from '@/lib/model';
import type { Reading } from './access';
import { countDue } from './counts';
import { type Live, nextExpiryAt, previewStart } from './live';
import { dueOf, startOf } from './page-lists';
import { timerOf } from './state';

/** The same as `liveOf` from the pages themselves; opens those that are partly due. */
export async function exactLiveOf(
	reading: Reading,
	chatKey: string,
	now: number,
	timer: Timer = timerOf(reading.snapshot.state, chatKey),
): Promise<Live> {
	const { state } = reading.snapshot;
	const recent = state.recent.get(chatKey);
	const older = state.replaced.get(chatKey);
	const replaced = [...(older?.values() ?? [])];
	const entries = (await reading.lists([chatKey])).get(chatKey) ?? [];
	const partly = entries.filter((entry) => dueOf(entry, timer, now) === 'some');
	const opened = await reading.open(partly.map((entry) => ({ chatKey, entry })));
	const starts = opened
		.flatMap((page) => page?.messages ?? [])
		.filter(({ key }) => !recent?.has(key) && !older?.has(key))
		.filter((message) => !isExpired(message, timer, now))
		.map(startOf);
	let messages = starts.length;
	for (const entry of entries) {
		if (reading.isLost(entry.key) || dueOf(entry, timer, now) !== 'none') continue;
		messages += entry.count;
		messages -= replaced.filter(({ page }) => page === entry.key).length;
		starts.push(entry.starts[0]);
	}
	for (const message of recent?.values() ?? []) {
		if (countDue([startOf(message)], timer, now) > 0) continue;
		messages += 1;
		starts.push(startOf(message));
	}
	return {
		messages,
		nextExpiryAt: nextExpiryAt(timer, [...starts, ...previewStart(reading.snapshot, chatKey, now)]),
	};
}
