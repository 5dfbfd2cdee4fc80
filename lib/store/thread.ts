import { clockStart, isExpired } from '@/lib/inbox/expiry';
import { showMessage } from '@/lib/inbox/show-message';
import type { Lifespan, Message, ShownMessage } from '@/lib/model';
import type { Reading } from './access';
import { countDue } from './counts';
import { dueOf, type PageEntry } from './page-lists';
import { lifespanOf } from './state';
import type { MessagePage } from './store';

const pageLength = 256;

/** Pages whose ranks overlap, and recent messages among them: apart in rank from all others. */
interface Stretch {
	/** Lowest rank in it. */
	low: number;
	entries: PageEntry[];
	recent: Message[];
}

/** All of one chat by rank; the key decides between equal ranks. */
export async function chatMessages(reading: Reading, chatKey: string): Promise<Message[]> {
	return openStretches(reading, chatKey, await stretchesOf(reading, chatKey));
}

/** So many messages from before a time are read along, for what stands around it. */
const readAlong = 128;

/** The newest of one chat by rank, back to some that come before what was sent at `since`. */
export async function messagesSince(
	reading: Reading,
	chatKey: string,
	since: number,
): Promise<Message[]> {
	const wanted: Stretch[] = [];
	let older = 0;
	for (const stretch of await stretchesOf(reading, chatKey)) {
		if (older >= readAlong) break;
		wanted.push(stretch);
		const { entries, recent } = stretch;
		const isReached =
			older > 0 ||
			entries.some(({ starts }) => starts[1] < since) ||
			recent.some((message) => clockStart(message.sentAt, message.firstSeenAt) < since);
		if (!isReached) continue;
		// Of the first such stretch all but one may be newer.
		const count = entries.reduce((sum, entry) => sum + entry.count, recent.length);
		older += older === 0 ? 1 : count;
	}
	return openStretches(reading, chatKey, wanted);
}

/** Page 0 ends with the newest message. Opens only what it shows, and what is partly due. */
export async function pageOf(
	reading: Reading,
	chatKey: string,
	n: number,
	now: number,
): Promise<MessagePage> {
	const lifespan = lifespanOf(reading.snapshot.state, chatKey);
	const stretches = await stretchesOf(reading, chatKey);
	await openPartlyDue(reading, chatKey, stretches, lifespan, now);
	const wanted: { stretch: Stretch; newer: number; count: number }[] = [];
	let newer = 0;
	for (const stretch of stretches) {
		const count =
			countUnopened(reading, chatKey, stretch, lifespan, now) ??
			(await shownOf(reading, chatKey, [stretch], now)).length;
		const isWanted = newer < (n + 1) * pageLength && newer + count > n * pageLength;
		if (isWanted) wanted.push({ stretch, newer, count });
		newer += count;
	}
	// All of them with one answer; each is then there.
	await reading.open(
		wanted.flatMap(({ stretch }) => stretch.entries.map((entry) => ({ chatKey, entry }))),
	);
	const shown: ShownMessage[] = [];
	for (const { stretch, newer, count } of wanted) {
		const [from, to] = sliceOf(newer, count, n);
		const built = await buildSlice(reading, chatKey, stretch, { from, to, count, lifespan, now });
		if (built) {
			shown.unshift(...built);
			continue;
		}
		const opened = await shownOf(reading, chatKey, [stretch], now);
		// What was counted is not what was there: a page was found damaged just now.
		if (opened.length !== count) return slowPageOf(reading, chatKey, n, now);
		shown.unshift(...opened.slice(from, to));
	}
	return { messages: shown, pageCount: Math.ceil(newer / pageLength) };
}

/** The same from all that can be opened. */
async function slowPageOf(
	reading: Reading,
	chatKey: string,
	n: number,
	now: number,
): Promise<MessagePage> {
	const shown = await shownOf(reading, chatKey, await stretchesOf(reading, chatKey), now);
	const end = Math.max(shown.length - n * pageLength, 0);
	return {
		messages: shown.slice(Math.max(end - pageLength, 0), end),
		pageCount: Math.ceil(shown.length / pageLength),
	};
}

interface Slice {
	from: number;
	to: number;
	/** How many the stretch shows. */
	count: number;
	lifespan: Lifespan;
	now: number;
}

/** Only what is shown of a page that shows all it holds; `null` if the stretch is not just that. */
async function buildSlice(
	reading: Reading,
	chatKey: string,
	{ entries, recent }: Stretch,
	{ from, to, count, lifespan, now }: Slice,
): Promise<ShownMessage[] | null> {
	const [entry] = entries;
	if (!entry || entries.length > 1 || recent.length > 0 || count !== entry.count) return null;
	if (dueOf(entry, lifespan, now) !== 'none') return null;
	const { state } = reading.snapshot;
	const [newer, older] = [state.recent.get(chatKey), state.replaced.get(chatKey)];
	const [opened] = await reading.open([{ chatKey, entry }]);
	if (!opened) return null;
	const shown: ShownMessage[] = [];
	for (let index = from; index < to; index += 1) {
		const message = opened.page.message(index);
		if (newer?.has(message.key) || older?.has(message.key)) return null;
		shown.push(showMessage(message, lifespan, now));
	}
	return shown;
}

/** The part of a stretch that stands on page `n`, given how many messages are newer than it. */
function sliceOf(newer: number, count: number, n: number): [number, number] {
	const end = newer + count - n * pageLength;
	return [Math.max(end - pageLength, 0), Math.min(end, count)];
}

/** What of stretches is not due, with the time when it will be, oldest first. */
async function shownOf(
	reading: Reading,
	chatKey: string,
	stretches: readonly Stretch[],
	now: number,
): Promise<ShownMessage[]> {
	const lifespan = lifespanOf(reading.snapshot.state, chatKey);
	return showMessages(await openStretches(reading, chatKey, stretches), lifespan, now);
}

/** What is not due, with the time when it will be. */
export function showMessages(
	messages: readonly Message[],
	lifespan: Lifespan,
	now: number,
): ShownMessage[] {
	return messages
		.filter((message) => !isExpired(message, lifespan, now))
		.map((message) => showMessage(message, lifespan, now));
}

/** Newest first. */
async function stretchesOf(reading: Reading, chatKey: string): Promise<Stretch[]> {
	const entries = (await reading.lists([chatKey])).get(chatKey) ?? [];
	const recent = [...(reading.snapshot.state.recent.get(chatKey)?.values() ?? [])];
	const parts = [
		...entries.map((entry) => ({ low: entry.ranks[0], high: entry.ranks[1], entry })),
		...recent.map((message) => ({ low: message.rank, high: message.rank, message })),
	].sort((a, b) => a.low - b.low);
	const stretches: Stretch[] = [];
	let high = Number.NEGATIVE_INFINITY;
	for (const part of parts) {
		let stretch = stretches.at(-1);
		if (!stretch || part.low > high) {
			stretch = { low: part.low, entries: [], recent: [] };
			stretches.push(stretch);
		}
		if ('entry' in part) stretch.entries.push(part.entry);
		else stretch.recent.push(part.message);
		high = Math.max(high, part.high);
	}
	return stretches.reverse();
}

async function openStretches(
	reading: Reading,
	chatKey: string,
	stretches: readonly Stretch[],
): Promise<Message[]> {
	const wanted = stretches.flatMap(({ entries }) => entries.map((entry) => ({ chatKey, entry })));
	const opened = await reading.open(wanted);
	const { state } = reading.snapshot;
	const [newer, older] = [state.recent.get(chatKey), state.replaced.get(chatKey)];
	const stored = opened
		.flatMap((page) => page?.messages ?? [])
		.filter(({ key }) => !newer?.has(key) && !older?.has(key));
	return [...stored, ...stretches.flatMap(({ recent }) => recent)].sort(byRank);
}

export function byRank(a: Message, b: Message): number {
	return a.rank - b.rank || (a.key < b.key ? -1 : 1);
}

async function openPartlyDue(
	reading: Reading,
	chatKey: string,
	stretches: readonly Stretch[],
	lifespan: Lifespan,
	now: number,
): Promise<void> {
	const partly = stretches
		.flatMap(({ entries }) => entries)
		.filter((entry) => dueOf(entry, lifespan, now) === 'some');
	if (partly.length > 0) await reading.open(partly.map((entry) => ({ chatKey, entry })));
}

/** How much of a stretch is not due, `null` if only opening it can tell. */
function countUnopened(
	reading: Reading,
	chatKey: string,
	{ entries, recent }: Stretch,
	lifespan: Lifespan,
	now: number,
): number | null {
	const replaced = [...(reading.snapshot.state.replaced.get(chatKey)?.values() ?? [])];
	let count = recent.filter((message) => !isExpired(message, lifespan, now)).length;
	for (const entry of entries) {
		if (reading.isLost(entry.key)) continue;
		const due = dueOf(entry, lifespan, now);
		if (due === 'some') return null;
		if (due === 'none') count += entry.count;
	}
	for (const { page, start } of replaced) {
		const isHere = entries.some(({ key }) => key === page) && !reading.isLost(page);
		if (isHere && countDue([start], lifespan, now) === 0) count -= 1;
	}
	return count;
}
