import type { Access, Reading } from './access';
import { findDead } from './find-dead';
import { foldChats } from './fold-chats';
import {
	effacedIn,
	foldDuePreviews,
	forgetChats,
	rememberGone,
	rememberPreviews,
} from './fold-due';
import { foldIncoming } from './fold-incoming';
import { foldPages } from './fold-pages';
import type { Folded, FoldPlan } from './fold-plan';
import { rebuildPreviews } from './rebuild-previews';

/**
 * Computes what tails, a batch and the time that has passed make of dir, view and pages.
 * Nothing is written, no cell is taken: see `write-fold.ts`.
 */
export async function fold(access: Access, reading: Reading, plan: FoldPlan): Promise<Folded> {
	const { base, state, tails, lostTails } = reading.snapshot;
	const { batch, now } = plan;
	const dead = await findDead(access, reading.snapshot, now);
	const folded = foldChats(reading.snapshot, plan, dead.chats);
	const incoming = await foldIncoming(reading, batch, folded);
	const { repaged, counts } = await foldPages(reading, folded, incoming, plan, dead);
	rememberGone(folded, [...effacedIn(reading.snapshot), ...repaged]);
	rememberPreviews(folded, reading.snapshot);
	await rebuildPreviews(reading, folded, plan);
	const previews = now === null ? 0 : await foldDuePreviews(folded, base.vault, now);
	const forgotten = now === null ? [] : forgetChats(folded, counts, now);

	const { chats, removed, rotated } = folded;
	const doomed = [...removed, ...forgotten, ...rotated].flatMap(
		(chatKey) => state.chats.get(chatKey)?.cell ?? [],
	);
	for (const chatKey of rotated) {
		const entry = chats.get(chatKey);
		if (entry) chats.set(chatKey, { ...entry, cell: null });
	}
	const lists = await reading.lists(removed);
	return {
		settings: folded.settings,
		chats,
		previews: folded.previews,
		counts,
		repaged,
		removed: [...removed].map((chatKey) => ({ chatKey, entries: lists.get(chatKey) ?? [] })),
		doomed,
		deadBuckets: dead.buckets,
		isAnyWithdrawn: doomed.length > 0,
		isRetimed: folded.isRetimed,
		expired: { messages: repaged.reduce((sum, { expired }) => sum + expired, 0), previews },
		isChanged:
			tails.length + lostTails.length + repaged.length + doomed.length + previews > 0 ||
			batch.chats.size + batch.previews.size > 0 ||
			!base.isViewRead ||
			plan.isRekey ||
			folded.isRetimed,
	};
}
