import { openBenchStore, removeBenchStore, sealedRows } from './bench-store';
import { corpusNow, makeChat } from './corpus';
import { twoReadsFloor } from './floors';
import { type Samples, timed } from './samples';

const seed = 50;

/**
 * A store with one chat of many messages and a few small ones, the smallest of which is the
 * newest: of the first of the list the end is read ahead.
 */
export async function fillLargeChat(databaseName: string, size: number): Promise<Samples> {
	await removeBenchStore(databaseName);
	const store = await openBenchStore(databaseName);
	const parts = [size, 100, 10, 1].map((length, index) => makeChat(seed, index, length));
	const newest = parts.at(-1);
	if (newest) newest.chat.lastActivity = { from: corpusNow, to: corpusNow, precision: 'exact' };
	await store.put({
		settings: { defaultTimer: 'off' },
		chats: parts.map(({ chat }) => chat),
		previews: parts.map(({ chat, preview }) => ({ chatKey: chat.key, preview })),
		messages: parts.map(({ chat, messages }) => ({ chatKey: chat.key, messages })),
	});
	return {};
}

/** So long at least a person looks at the list before they press one of its rows. */
const lookMs = 250;

/** From a list that is shown, the large chat is opened at its end. */
export async function openLargeChat(databaseName: string): Promise<Samples> {
	const store = await openBenchStore(databaseName);
	const { rows } = await store.view(corpusNow);
	const [largest] = rows.sort((a, b) => b.messageCount - a.messageCount);
	if (!largest) throw new Error('No chat is stored.');
	await new Promise((resolve) => setTimeout(resolve, lookMs));
	let shown = 0;
	const openLarge = await timed(async () => {
		shown = (await store.page(largest.chat.key, 0, corpusNow)).messages.length;
	});
	if (shown === 0) throw new Error('The chat opened empty.');
	const sizes = (await sealedRows(databaseName)).map(({ length }) => length).sort((a, b) => b - a);
	const floor = await twoReadsFloor([sizes[0] ?? 1, sizes[1] ?? 1]);
	return { openLarge, ftwoReads: floor };
}
