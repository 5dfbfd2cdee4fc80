import { isSame } from '@/lib/inbox/changes';
import { isExpired } from '@/lib/inbox/expiry';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Chat, Lifespan, Settings } from '@/lib/model';
import type { Reading } from './access';
import { dueOf } from './page-lists';
import { lifespanOf } from './state';

/** Other rules than those that stand: whole records, as a batch would put them. */
export interface OtherRules {
	chats?: readonly Chat[];
	settings?: Settings;
}

/** How many messages that are shown now would go at once under other rules. */
export async function countGoing(
	reading: Reading,
	{ chats = [], settings }: OtherRules,
	now: number,
): Promise<number> {
	const { state } = reading.snapshot;
	const others = new Map(chats.map((chat) => [chat.key, chat]));
	const counts = [...state.chats].map(async ([chatKey, { chat }]) => {
		const rule = resolveTimer(others.get(chatKey) ?? chat, settings ?? state.settings);
		return countGoingOf(reading, chatKey, rule.lifespan, now);
	});
	return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** Opens only pages of which something may go. */
async function countGoingOf(
	reading: Reading,
	chatKey: string,
	after: Lifespan,
	now: number,
): Promise<number> {
	const { state } = reading.snapshot;
	const before = lifespanOf(state, chatKey);
	if (isSame(before, after)) return 0;
	const [recent, older] = [state.recent.get(chatKey), state.replaced.get(chatKey)];
	const entries = (await reading.lists([chatKey])).get(chatKey) ?? [];
	// What of a page starts when is told by the rule that stands: enough if both are timers.
	const isAlike = typeof before !== 'object' && typeof after !== 'object';
	const wanted = isAlike ? entries.filter((entry) => dueOf(entry, after, now) !== 'none') : entries;
	const opened = await reading.open(wanted.map((entry) => ({ chatKey, entry })));
	const stored = opened
		.flatMap((page) => page?.messages ?? [])
		.filter(({ key }) => !recent?.has(key) && !older?.has(key));
	return [...stored, ...(recent?.values() ?? [])].filter(
		(message) => !isExpired(message, before, now) && isExpired(message, after, now),
	).length;
}
