import type { Reading } from './access';
import { type Counted, countDue, isSpent, nothingCounted } from './counts';
import type { Dead } from './find-dead';
import { type FoldedChats, foldedLifespan } from './fold-chats';
import type { Incoming } from './fold-incoming';
import type { FoldPlan } from './fold-plan';
import { withoutReplaced } from './live';
import { dueOf, type PageEntry } from './page-lists';
import { type Repaged, repage } from './repage';

/** The chats whose pages may have to change. */
function chatsTouched(
	{ snapshot }: Reading,
	folded: FoldedChats,
	incoming: ReadonlyMap<string, Incoming>,
	{ now }: FoldPlan,
	dead: Dead,
): Set<string> {
	if (dead.buckets.size > 0) return new Set(folded.chats.keys());
	const touched = new Set([...incoming.keys(), ...folded.rotated]);
	if (now === null) return touched;
	for (const chatKey of folded.chats.keys()) {
		const lifespan = foldedLifespan(folded, chatKey);
		const counted = withoutReplaced(snapshot, chatKey);
		const isAnyDue = countDue(counted.starts, lifespan, now) > 0 || isSpent(counted, lifespan, now);
		if (isAnyDue || !snapshot.base.isViewRead) touched.add(chatKey);
	}
	return touched;
}

/** Which pages go and what comes instead, by chat. */
export async function foldPages(
	reading: Reading,
	folded: FoldedChats,
	incoming: ReadonlyMap<string, Incoming>,
	plan: FoldPlan,
	dead: Dead,
): Promise<{ repaged: Repaged[]; counts: Map<string, Counted> }> {
	const { base } = reading.snapshot;
	const { now } = plan;
	const counts = new Map(base.isViewRead ? base.view.counts : await countEntries(reading));
	for (const chatKey of folded.removed) counts.delete(chatKey);
	const touched = chatsTouched(reading, folded, incoming, plan, dead);
	const lists = await reading.lists(touched);
	const repaged: Repaged[] = [];
	for (const chatKey of touched) {
		const entries = folded.removed.has(chatKey) ? [] : (lists.get(chatKey) ?? []);
		const lifespan = foldedLifespan(folded, chatKey);
		const isGoing = (entry: PageEntry) =>
			dead.buckets.has(entry.bucket) || (now !== null && dueOf(entry, lifespan, now) !== 'none');
		const isRotated = folded.rotated.has(chatKey);
		if (!isRotated && !incoming.has(chatKey) && !entries.some(isGoing)) continue;
		const one = await repage(reading, {
			chatKey,
			entries,
			counted: counts.get(chatKey) ?? nothingCounted,
			incoming: incoming.get(chatKey)?.messages ?? new Map(),
			replaced: incoming.get(chatKey)?.replaced ?? new Map(),
			lifespan,
			now,
			isRotated,
			removals: plan.removedMessages.get(chatKey) ?? null,
			deadBuckets: dead.buckets,
		});
		repaged.push(one);
		if (one.counted.count > 0) counts.set(chatKey, one.counted);
		else counts.delete(chatKey);
	}
	return { repaged, counts };
}

/** What pages hold, for a view that was lost: the starts are found when they are needed. */
async function countEntries({ snapshot, lists }: Reading): Promise<Map<string, Counted>> {
	const found = await lists(snapshot.state.chats.keys());
	return new Map(
		[...found]
			.map(([chatKey, entries]): [string, Counted] => [
				chatKey,
				{ count: entries.reduce((sum, { count }) => sum + count, 0), starts: [] },
			])
			.filter(([, { count }]) => count > 0),
	);
}
