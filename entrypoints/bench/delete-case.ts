import { forgetQuotes } from '@/lib/background/forget-quotes';
import { dayMs, type Message, type Timer, weekMs } from '@/lib/model';
import { openBenchStore, removeBenchStore, sealedRows } from './bench-store';
import { type ChatOfMessages, type CorpusOptions, corpusNow, makeChat, portions } from './corpus';
import { cellFloor, deleteFloor } from './floors';
import { batchOf } from './ingest-case';
import { type Samples, timed } from './samples';

const seed = 10;
const chatCount = 20;
const timer = weekMs;
/** By then what was sent at `corpusNow` is due, and its bucket has ended. */
const sweptAt = corpusNow + timer + dayMs;

/** Messages of one bucket in 20 chats fall due at once, in a store that holds as many others. */
export async function deleteBucket(databaseName: string, count: number): Promise<Samples> {
	const size = Math.ceil(count / chatCount);
	const made = Array.from({ length: 2 * chatCount }, (_, index) => makeChat(seed, index, size));
	const due = made
		.slice(0, chatCount)
		.map((one) => ({ ...sentAt(one, corpusNow), chat: { ...one.chat, timer } }));
	const staying = made.slice(chatCount);
	const swept = await sweep(databaseName, { defaultTimer: 'off', staying, due });
	return { deleteBucket: swept.took, fdelete: swept.fdelete, fcell: swept.fcell };
}

/** The older tenth of each of 500 chats falls due at once; the rest came since. */
export async function expireTenth(databaseName: string, corpus: CorpusOptions): Promise<Samples> {
	const made = [...portions(corpus)].flat();
	const part = (from: (length: number) => number, to: (length: number) => number) =>
		made.map((one) => {
			const { length } = one.messages;
			return { ...one, messages: one.messages.slice(from(length), to(length)) };
		});
	const tenth = (length: number): number => Math.floor(length / 10);
	const swept = await sweep(databaseName, {
		defaultTimer: timer,
		staying: part(tenth, (length) => length).map((one) => sentAt(one, sweptAt)),
		due: part(() => 0, tenth).map((one) => ({ ...sentAt(one, corpusNow), preview: null })),
	});
	return { expireTenth: swept.took, ftenth: swept.fdelete, fcellTenth: swept.fcell };
}

type Part = Omit<ChatOfMessages, 'preview'> & { preview: ChatOfMessages['preview'] | null };

/** Takes out what is due as the background's alarm does, and what the browser takes for that. */
async function sweep(
	databaseName: string,
	{ defaultTimer, staying, due }: { defaultTimer: Timer; staying: readonly Part[]; due: Part[] },
): Promise<{ took: number; fdelete: number; fcell: number }> {
	await removeBenchStore(databaseName);
	const store = await openBenchStore(databaseName);
	await store.put({ settings: { defaultTimer }, ...batchOf(staying) });
	const others = (await sealedRows(databaseName)).length;
	await store.put(batchOf(due));
	const sizes = (await sealedRows(databaseName)).map(({ length }) => length);

	let gone = 0;
	const took = await timed(async () => {
		await forgetQuotes(store, sweptAt);
		gone = (await store.expire(sweptAt)).messages;
	});
	const expected = due.reduce((sum, { messages }) => sum + messages.length, 0);
	if (gone !== expected) throw new Error(`${gone} of ${expected} messages went.`);
	const fdelete = await deleteFloor(sizes.slice(others));
	await removeBenchStore(databaseName);
	return { took, fdelete, fcell: await cellFloor() };
}

/** The same, all of it sent at one time. */
function sentAt(one: ChatOfMessages, at: number): ChatOfMessages {
	const moment: Message['sentAt'] = { from: at, to: at, precision: 'exact' };
	return {
		...one,
		preview: { ...one.preview, sentAt: moment },
		messages: one.messages.map((message) => ({ ...message, sentAt: moment })),
	};
}
