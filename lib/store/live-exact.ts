import { isExpired } from '@/lib/inbox/expiry';
import type { Lifespan } from '@/lib/model';
import type { Reading } from './access';
import { countDue } from './counts';
import { type Live, previewStart } from './live';
import { dueOf } from './page-lists';
import { firstEnd, startOf } from './start-of';
import { lifespanOf } from './state';

/** The same as `liveOf` from the pages themselves; opens those that are partly due. */
export async function exactLiveOf(
	reading: Reading,
	chatKey: string,
	now: number,
	lifespan: Lifespan = lifespanOf(reading.snapshot.state, chatKey),
): Promise<Live> {
	const { state } = reading.snapshot;
	const recent = state.recent.get(chatKey);
	const older = state.replaced.get(chatKey);
	const replaced = [...(older?.values() ?? [])];
	const entries = (await reading.lists([chatKey])).get(chatKey) ?? [];
	const partly = entries.filter((entry) => dueOf(entry, lifespan, now) === 'some');
	const opened = await reading.open(partly.map((entry) => ({ chatKey, entry })));
	const starts = opened
		.flatMap((page) => page?.messages ?? [])
		.filter(({ key }) => !recent?.has(key) && !older?.has(key))
		.filter((message) => !isExpired(message, lifespan, now))
		.map((message) => startOf(message, lifespan));
	let messages = starts.length;
	for (const entry of entries) {
		if (reading.isLost(entry.key) || dueOf(entry, lifespan, now) !== 'none') continue;
		messages += entry.count;
		messages -= replaced.filter(({ page }) => page === entry.key).length;
		starts.push(entry.starts[0]);
	}
	for (const message of recent?.values() ?? []) {
		if (countDue([startOf(message, lifespan)], lifespan, now) > 0) continue;
		messages += 1;
		starts.push(startOf(message, lifespan));
	}
	return {
		messages,
		nextExpiryAt: firstEnd(lifespan, [...starts, ...previewStart(reading.snapshot, chatKey, now)]),
	};
}
