import { isEmpty } from '@/lib/inbox/changes';
import { mergeCapture } from '@/lib/inbox/merge-capture';
import type { Capture, ChatReading, MessageReading } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import { openBenchStore, tailSizes } from './bench-store';
import { corpusNow } from './corpus';
import { onePutFloor } from './floors';
import { randomFrom } from './random';
import type { Samples } from './samples';
import { makeText } from './words';

/** As many messages as a page draws of an open chat. */
const windowLength = 30;
const capturesPerRound = 20;

let round = 0;

/**
 * One message that arrives in an open chat of a filled store, from its receipt to its
 * acknowledgement, in turns with a transaction of one put of the size it took.
 */
export async function capture(databaseName: string): Promise<Samples> {
	round += 1;
	const random = randomFrom(round);
	const store = await openBenchStore(databaseName);
	const chatId = `captured-${round}@invented`;
	const thread = Array.from({ length: windowLength }, (_, index) =>
		readMessage(chatId, index, makeText(random)),
	);
	await receive(store, captureOf(chatId, thread, [readChat(chatId)]));

	const floor = await onePutFloor();
	const spent = { whole: 0, put: 0, floor: 0 };
	for (let count = 0; count < capturesPerRound; count += 1) {
		thread.push(readMessage(chatId, thread.length, makeText(random)));
		const before = new Set((await tailSizes(databaseName)).keys());
		const { wholeMs, putMs } = await receive(store, captureOf(chatId, thread));
		spent.whole += wholeMs;
		spent.put += putMs;
		const sizes = await tailSizes(databaseName);
		const written = [...sizes].filter(([key]) => !before.has(key)).map(([, size]) => size);
		spent.floor += await floor.put(Math.max(1, ...written));
	}
	await floor.close();
	return {
		captureWhole: spent.whole / capturesPerRound,
		capturePut: spent.put / capturesPerRound,
		fonePut: spent.floor / capturesPerRound,
	};
}

/** What the background does with a capture; `putMs` is from its merge to its acknowledgement. */
async function receive(
	store: Store,
	received: Capture,
): Promise<{ wholeMs: number; putMs: number }> {
	const start = performance.now();
	let mergedAt = start;
	await store.update(async (stored) => {
		const { changes } = await mergeCapture(received, stored, corpusNow);
		if (isEmpty(changes)) throw new Error('A capture of a new message changed nothing.');
		mergedAt = performance.now();
		return changes;
	});
	const end = performance.now();
	return { wholeMs: end - start, putMs: end - mergedAt };
}

function captureOf(
	chatId: string,
	thread: readonly MessageReading[],
	chats: ChatReading[] = [],
): Capture {
	return {
		network: 'whatsapp',
		account: 'someone',
		readAt: corpusNow,
		chats,
		thread: {
			chatId,
			provisionalId: null,
			title: chatId,
			messages: thread.slice(-windowLength),
		},
	};
}

function readMessage(chatId: string, index: number, text: string): MessageReading {
	const at = corpusNow - 3_600_000 + index * 1_000;
	return {
		id: `${chatId}-${index}`,
		side: 'theirs',
		sender: 'Quesla Brunor',
		kind: 'text',
		text,
		truncated: false,
		quote: null,
		sentAt: { from: at, to: at, precision: 'exact' },
		edited: false,
		deleted: false,
		reactions: [],
	};
}

function readChat(id: string): ChatReading {
	return {
		id,
		provisionalId: null,
		title: id,
		preview: null,
		previewSide: 'unknown',
		previewSender: null,
		unread: 0,
		muted: false,
		pinned: null,
		archived: false,
		group: false,
		open: true,
		lastActivity: { from: corpusNow, to: corpusNow, precision: 'exact' },
		networkTimerMs: null,
	};
}
