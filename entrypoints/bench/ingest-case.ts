import type { Preview } from '@/lib/model';
import { packPages } from '@/lib/store/page-codec';
import type { Batch } from '@/lib/store/store';
import { seal } from '@/lib/vault/seal';
import { openBenchStore, removeBenchStore } from './bench-store';
import { type ChatOfMessages, type CorpusOptions, portions } from './corpus';
import { scratchKey } from './floors';
import { type Samples, timed } from './samples';

/** Puts the whole corpus into a new store; how long the store itself took. */
export async function fill(databaseName: string, corpus: CorpusOptions): Promise<Samples> {
	const put = await openEmpty(databaseName);
	let ingest = 0;
	for (const portion of portions(corpus)) ingest += await timed(() => put(batchOf(portion)));
	return { ingest };
}

/** Goes on over all rounds: a corpus of one portion has its turns there. */
let isPackedFirst = true;

/**
 * The same, each portion in turns with packing and sealing it alone: with one transaction of
 * the pages the floor of an ingest. Every other portion is packed first.
 */
export async function ingestBesidePacking(
	databaseName: string,
	corpus: CorpusOptions,
): Promise<Samples> {
	const put = await openEmpty(databaseName);
	const key = await scratchKey();
	const sum = { ingest: 0, pack: 0, seal: 0 };
	for (const portion of portions(corpus)) {
		const ingest = async (): Promise<void> => {
			sum.ingest += await timed(() => put(batchOf(portion)));
		};
		const pack = async (): Promise<void> => {
			let packed: ReturnType<typeof packPages> = [];
			sum.pack += await timed(() => {
				packed = portion.flatMap(({ messages }) => packPages(messages));
			});
			sum.seal += await timed(() =>
				Promise.all(packed.map(({ bytes }, index) => seal(key, `page|${index}|0`, bytes))),
			);
		};
		for (const job of isPackedFirst ? [pack, ingest] : [ingest, pack]) await job();
		isPackedFirst = !isPackedFirst;
	}
	return sum;
}

async function openEmpty(databaseName: string): Promise<(batch: Batch) => Promise<void>> {
	await removeBenchStore(databaseName);
	const store = await openBenchStore(databaseName);
	await store.put({ settings: { defaultTimer: 'off' } });
	return store.put;
}

/** A chat without a preview keeps the one it has. */
export function batchOf(
	portion: readonly (Omit<ChatOfMessages, 'preview'> & { preview: Preview | null })[],
): Batch {
	return {
		chats: portion.map(({ chat }) => chat),
		previews: portion.flatMap(({ chat, preview }) =>
			preview ? [{ chatKey: chat.key, preview }] : [],
		),
		messages: portion.map(({ chat, messages }) => ({ chatKey: chat.key, messages })),
	};
}
