import { isExpired } from '@/lib/inbox/expiry';
import { removalOf } from '@/lib/inbox/removed-messages';
import type { Lifespan, Message } from '@/lib/model';
import type { Reading } from './access';
import { type Bucket, bucketOf } from './bucket';
import {
	type Counted,
	countDue,
	countStarts,
	keptStarts,
	withoutStarts,
	withStarts,
} from './counts';
import { isOverlapping } from './find-replaced';
import type { Removals } from './fold-plan';
import { type PackedPage, packPages } from './page-codec';
import { dueOf, type Mark, marksOf, type PageEntry } from './page-lists';
import { startOf } from './start-of';
import type { Replaced } from './tail';
import { byRank } from './thread';

/** What a merge does to one chat. */
export interface ChatMerge {
	chatKey: string;
	entries: readonly PageEntry[];
	/** What its pages hold, as the view counts it. */
	counted: Counted;
	/** Messages on their way into pages, by key. */
	incoming: ReadonlyMap<string, Message>;
	/** Those of which an older state stands in a page, also where they are effaced. */
	replaced: ReadonlyMap<string, Replaced>;
	lifespan: Lifespan;
	/** What is due then is left out; `null` keeps all. */
	now: number | null;
	/** Whether all of it is to be sealed anew. */
	isRotated: boolean;
	/** Messages that are deleted, `null` for none. */
	removals: Removals | null;
	/** Buckets whose cells are effaced. */
	deadBuckets: ReadonlySet<Bucket>;
}

export interface Repaged {
	chatKey: string;
	kept: readonly PageEntry[];
	removed: readonly PageEntry[];
	packed: readonly { bucket: Bucket; page: PackedPage }[];
	counted: Counted;
	/** How many messages were due. */
	expired: number;
	/** What the chat must remember of what went. */
	marks: readonly Mark[];
}

/** A page with fewer messages takes new ones of its bucket along. */
const roomyPage = 192;

/** Which pages a chat keeps, which go, and what is packed into new ones. */
export async function repage(reading: Reading, merge: ChatMerge): Promise<Repaged> {
	const { chatKey, incoming, replaced, lifespan, now } = merge;
	const { kept, gone, cut } = sortEntries(merge);
	const isOlder = (key: string) => incoming.has(key) || replaced.has(key);
	const opened = await reading.open(cut.map((entry) => ({ chatKey, entry })));
	const survivors: Message[] = [];
	cut.forEach((entry, index) => {
		const page = opened[index];
		if (page) survivors.push(...page.messages.filter(({ key }) => !isOlder(key)));
		// What cannot be opened cannot be cut: it stays until all of it is due.
		else if (!merge.isRotated) kept.push(entry);
	});
	const found = [...survivors, ...incoming.values()];
	const removed = merge.removals && marksOfRemoved(found.sort(byRank), merge.removals);
	const all = removed ? found.filter(({ key }) => !merge.removals?.keys.has(key)) : found;
	const due = now === null ? [] : all.filter((message) => isExpired(message, lifespan, now));
	const live = due.length === 0 ? all : all.filter((one) => !isExpired(one, lifespan, now ?? 0));
	const packed = packBuckets(live.sort(byRank), lifespan);
	const count = kept.reduce((sum, entry) => sum + entry.count, 0) + live.length;
	const goneCount = gone.reduce((sum, entry) => sum + entry.count, 0);
	const replacedInGone = [...replaced.values()].filter(({ page }) =>
		gone.some(({ key }) => key === page),
	);
	return {
		chatKey,
		kept,
		removed: merge.entries.filter((entry) => !kept.includes(entry)),
		packed,
		counted:
			merge.isRotated || kept.length === 0
				? countStarts(live.map((message) => startOf(message, lifespan)))
				: await refreshed(reading, merge, kept, live, { ...recount(merge, live), count }),
		expired: due.length + goneCount - replacedInGone.length,
		marks: [
			...gone.flatMap(({ marks }) => marks.filter(([, key]) => !isOlder(key))),
			...marksOf(due),
			...(removed ?? []),
		],
	};
}

/** What stands around it tells a message again that its network does not name. */
function marksOfRemoved(found: readonly Message[], { keys, at }: Removals): Mark[] {
	return found.flatMap(({ rank, key }, index): Mark[] =>
		keys.has(key) ? [[rank, key, removalOf(found, index, at)]] : [],
	);
}

/** Pages that stay as they are, that go unopened, and that are opened for what of them stays. */
function sortEntries(merge: ChatMerge) {
	const { entries, incoming, replaced, lifespan, now, isRotated, deadBuckets } = merge;
	const replacedPages = new Set([...replaced.values()].map(({ page }) => page));
	const kept: PageEntry[] = [];
	const gone: PageEntry[] = [];
	const cut: PageEntry[] = [];
	for (const entry of entries) {
		const due = now === null ? 'none' : dueOf(entry, lifespan, now);
		if (due === 'all' || deadBuckets.has(entry.bucket)) gone.push(entry);
		else if (isRotated || due === 'some' || replacedPages.has(entry.key)) cut.push(entry);
		else kept.push(entry);
	}
	for (const [bucket, messages] of groupByBucket([...incoming.values()], lifespan)) {
		const roomy = findRoomy(kept, bucket, messages);
		if (!roomy) continue;
		kept.splice(kept.indexOf(roomy), 1);
		cut.push(roomy);
	}
	return { kept, gone, cut };
}

/** A page of the bucket that can take messages along without reaching into the ranks of another. */
function findRoomy(
	kept: readonly PageEntry[],
	bucket: Bucket,
	messages: readonly Message[],
): PageEntry | undefined {
	const ranks = messages.map(({ rank }) => rank);
	const [low, high] = [
		ranks.reduce((a, b) => Math.min(a, b)),
		ranks.reduce((a, b) => Math.max(a, b)),
	];
	return kept.find((entry) => {
		if (entry.bucket !== bucket || entry.count >= roomyPage) return false;
		const reach = [Math.min(low, entry.ranks[0]), Math.max(high, entry.ranks[1])] as const;
		return kept.every((other) => other === entry || !isOverlapping(other.ranks, reach));
	});
}

function packBuckets(messages: readonly Message[], lifespan: Lifespan) {
	return [...groupByBucket(messages, lifespan)].flatMap(([bucket, group]) =>
		packPages(group).map((page) => ({ bucket, page })),
	);
}

function groupByBucket(messages: readonly Message[], lifespan: Lifespan): Map<Bucket, Message[]> {
	const groups = new Map<Bucket, Message[]>();
	for (const message of messages) {
		const bucket = bucketOf(message, lifespan);
		const group = groups.get(bucket) ?? [];
		groups.set(bucket, group);
		group.push(message);
	}
	return groups;
}

/** The same counts, with starts again where none was left. */
async function refreshed(
	reading: Reading,
	{ chatKey, lifespan }: ChatMerge,
	kept: readonly PageEntry[],
	live: readonly Message[],
	counted: Counted,
): Promise<Counted> {
	if (counted.starts.length > 0) return counted;
	const starts = await findStarts(reading, { chatKey, lifespan }, kept, live);
	return { count: counted.count, starts: countStarts(starts).starts };
}

/** The kept starts after pages changed of which only some were opened. */
function recount(
	{ counted, incoming, replaced, lifespan, now }: ChatMerge,
	live: readonly Message[],
): Counted {
	const old = withoutStarts(
		counted,
		[...replaced.values()].map(({ start }) => start),
	);
	const due = now === null ? 0 : countDue(old.starts, lifespan, now);
	const rest = { count: old.count - due, starts: old.starts.slice(due) };
	return withStarts(
		rest,
		live.filter(({ key }) => incoming.has(key)).map((message) => startOf(message, lifespan)),
	);
}

/** The first starts of a chat of which none is known any more: opens the pages that go first. */
async function findStarts(
	reading: Reading,
	{ chatKey, lifespan }: Pick<ChatMerge, 'chatKey' | 'lifespan'>,
	entries: readonly PageEntry[],
	packed: readonly Message[],
): Promise<number[]> {
	const starts = packed.map((message) => startOf(message, lifespan));
	const inOrder = [...entries].sort((a, b) => a.starts[0] - b.starts[0]);
	for (const entry of inOrder) {
		const isEnough = countUpTo(starts, entry.starts[0]) >= keptStarts;
		if (isEnough) return starts.filter((start) => start < entry.starts[0]);
		const [page] = await reading.open([{ chatKey, entry }]);
		// Of a page that cannot be opened at least the first and the last are known.
		starts.push(...(page?.messages.map((message) => startOf(message, lifespan)) ?? entry.starts));
	}
	return starts;
}

function countUpTo(starts: readonly number[], limit: number): number {
	return starts.reduce((sum, start) => (start < limit ? sum + 1 : sum), 0);
}
