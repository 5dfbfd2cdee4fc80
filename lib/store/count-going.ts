import { isShorter, resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Chat, Settings } from '@/lib/model';
import type { Reading } from './access';
import { exactLiveOf } from './live-exact';
import { timerOf } from './state';

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
		if (!isShorter(timerOf(state, chatKey), rule.timer)) return 0;
		const [shown, left] = await Promise.all([
			exactLiveOf(reading, chatKey, now),
			exactLiveOf(reading, chatKey, now, rule.timer),
		]);
		return Math.max(0, shown.messages - left.messages);
	});
	return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
