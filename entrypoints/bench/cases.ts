/** What the benchmark asks of this page, case by case; each answers with plain numbers. */
import type { Searchable } from '@/lib/store/searchable';
import { sealedRows } from './bench-store';
import { chatCount, portions } from './corpus';
import { countIn, cryptFloor, putFloor, readFloor } from './floors';
import { fill } from './ingest-case';
import { countHits, findNewest, loadHits, loadText } from './loaded-text';
import { type CorpusOptions, type Samples, timed, timedOften } from './samples';
import { commonWord, rareWord } from './words';

const hits = 50;

/** The database that the product itself opens. */
export const fillOwn = (corpus: CorpusOptions): Promise<Samples> => fill('stube', corpus);

/** Sizes of the corpus, for ratios. */
export function describe(corpus: CorpusOptions): Samples {
	let [messages, characters, jsonBytes] = [0, 0, 0];
	const encoder = new TextEncoder();
	for (const portion of portions(corpus)) {
		for (const chat of portion) {
			messages += chat.messages.length;
			characters += chat.messages.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
			jsonBytes += encoder.encode(JSON.stringify(chat.messages)).length;
		}
	}
	return { messages, characters, jsonBytes, chats: chatCount };
}

export async function describeStored(databaseName: string): Promise<Samples> {
	const rows = await sealedRows(databaseName);
	return { pages: rows.length, bytes: rows.reduce((sum, row) => sum + row.length, 0) };
}

async function rowSizes(databaseName: string): Promise<number[]> {
	return (await sealedRows(databaseName)).map(({ length }) => length);
}

export const fread = async (databaseName: string): Promise<Samples> => ({
	fread: await readFloor(databaseName),
});

export async function fcrypt(databaseName: string): Promise<Samples> {
	const { bytes = 0 } = await describeStored(databaseName);
	return { fcrypt: await cryptFloor(bytes) };
}

export async function fput(databaseName: string): Promise<Samples> {
	return { fput: await putFloor(await rowSizes(databaseName)) };
}

let loaded: Searchable | null = null;

/** From a store that nobody has open to every message searchable; the text stays for queries. */
export async function load(databaseName: string): Promise<Samples> {
	unload();
	const ms = await timed(async () => {
		loaded = await loadText(databaseName);
	});
	return { load: ms };
}

export function unload(): Samples {
	loaded?.free();
	loaded = null;
	return {};
}

/** The newest hits of a word, from a store that nobody has open. */
export async function firstHits(databaseName: string): Promise<Samples> {
	const expected = findNewest(textLoaded(), commonWord, hits);
	const { shown, settled } = await loadHits(databaseName, commonWord, expected);
	return { hitsShown: shown, hitsSettled: settled };
}

function textLoaded(): Searchable {
	if (!loaded) throw new Error('Nothing is loaded.');
	return loaded;
}

let flat = '';

/** The corpus' own text as one flat string, and how many of its messages have the words. */
export function flatten(corpus: CorpusOptions): Samples {
	const parts: string[] = [];
	for (const portion of portions(corpus)) {
		for (const { messages } of portion) {
			for (const { text } of messages) parts.push((text ?? '').toLowerCase());
		}
	}
	flat = parts.join('\n');
	const having = (word: string): number => parts.filter((text) => text.includes(word)).length;
	return { common: having(commonWord), rare: having(rareWord) };
}

/** Warm queries beside their floor. */
export function query(): Samples {
	const text = textLoaded();
	return {
		fscan: timedOften(() => countIn(flat, commonWord)),
		queryAll: timedOften(() => countHits(text, commonWord)),
		fscanRare: timedOften(() => countIn(flat, rareWord)),
		queryAllRare: timedOften(() => countHits(text, rareWord)),
		queryNewest: timedOften(() => findNewest(text, commonWord, hits)),
	};
}

/** What is loaded, and what is found in it. */
export function found(): Samples {
	const text = textLoaded();
	return {
		characters: text.characters,
		common: countHits(text, commonWord),
		rare: countHits(text, rareWord),
	};
}

export { capture } from './capture-case';
export { deleteBucket, expireTenth } from './delete-case';
export { fill, ingestBesidePacking } from './ingest-case';
export { fillLargeChat, openLargeChat } from './large-chat-case';
export {
	changePassphrase,
	firstPassphrase,
	lockAndUnlock,
	setOwnPassphrase,
	unlockToList,
} from './vault-case';
