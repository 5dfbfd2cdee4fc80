import { openBenchStore, removeBenchStore, sealedRows } from './bench-store';
import { corpusNow, makeChat } from './corpus';
import { cellFloor, deleteFloor } from './floors';
import { type Samples, timed } from './samples';

const seed = 10;
const chatCount = 20;
const timer = 7 * 86_400_000;

/** Messages of one bucket in 20 chats fall due at once, in a store that holds as many others. */
export async function deleteBucket(databaseName: string, count: number): Promise<Samples> {
	await removeBenchStore(databaseName);
	const store = await openBenchStore(databaseName);
	const size = Math.ceil(count / chatCount);
	const parts = Array.from({ length: 2 * chatCount }, (_, index) => {
		const made = makeChat(seed, index, size);
		if (index >= chatCount) return made;
		const messages = made.messages.map((message) => ({ ...message, sentAt: dueTogether }));
		const preview = { ...made.preview, sentAt: dueTogether };
		return { ...made, chat: { ...made.chat, timer }, preview, messages };
	});
	const put = (some: typeof parts): Promise<void> =>
		store.put({
			settings: { defaultTimer: 'off' },
			chats: some.map(({ chat }) => chat),
			previews: some.map(({ chat, preview }) => ({ chatKey: chat.key, preview })),
			messages: some.map(({ chat, messages }) => ({ chatKey: chat.key, messages })),
		});
	await put(parts.slice(chatCount));
	const others = (await sealedRows(databaseName)).length;
	await put(parts.slice(0, chatCount));
	const sizes = (await sealedRows(databaseName)).map(({ length }) => length);

	let gone = 0;
	const deleted = await timed(async () => {
		gone = (await store.expire(corpusNow + 2 * timer)).messages;
	});
	if (gone !== size * chatCount) throw new Error(`${gone} messages went.`);
	const fdelete = await deleteFloor(sizes.slice(others));
	await removeBenchStore(databaseName);
	return { deleteBucket: deleted, fdelete, fcell: await cellFloor() };
}

const dueTogether = { from: corpusNow, to: corpusNow, precision: 'exact' } as const;
