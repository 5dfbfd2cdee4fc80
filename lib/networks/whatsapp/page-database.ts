/**
 * The page's own IndexedDB `model-storage`, read from the isolated world (seen to work
 * in Chromium and Firefox 2026-11). It is never created, never written, and never kept
 * open: an open handle would hold up WhatsApp's own upgrade. Messages are not touched.
 */
import type { ReadContext } from '../adapter';
import { type InTurns, inOneGo } from '../turns';
import type { PageMemory } from './memory';
import { type PageChat, type StoredChat, textField, toPageChats } from './page-chats';
import { readNames } from './stored-names';

export interface DatabaseReading {
	readAt: number;
	/** `null` where there is no database, or it could not be read. */
	chats: PageChat[] | null;
	problem: string | null;
}

const name = 'model-storage';
/** `open` may hang while the page boots (2026-08 reports). */
const watchdogMs = 3_000;
/** The page writes late and in bursts; reading more often tells nothing new. */
const restMs = 5_000;
const shortRestMs = 1_000;
const mostChats = 5_000;
/** Each portion is a task of the page's own (up to 0.05 ms a chat in Firefox, 2026-11). */
const chatsAtOnce = 80;

/**
 * The chats of the page's database, from memory while that is fresh. `isLagging`: the
 * page showed more than the last reading knew, so look again sooner.
 */
export async function readPageDatabase(
	context: ReadContext,
	memory: PageMemory,
	isLagging: boolean,
	inTurns: InTurns = inOneGo,
): Promise<DatabaseReading> {
	const { database } = memory;
	const age = database ? context.now - database.readAt : Number.POSITIVE_INFINITY;
	if (database && age >= 0 && age < (isLagging ? shortRestMs : restMs)) return database;
	if (!context.indexedDB) return { readAt: context.now, chats: null, problem: null };
	if (memory.isDatabaseBusy) return stale(memory, context.now, 'database-busy');
	memory.isDatabaseBusy = true;
	try {
		const stored = await readChats(context.indexedDB, memory.storedNames);
		const chats = stored && (await toPageChats(stored, database?.chats, context.now, inTurns));
		const problem = chats === null ? 'database-missing' : null;
		memory.database = { readAt: context.now, chats, problem };
		return memory.database;
	} catch (error) {
		return stale(memory, context.now, problemOf(error));
	} finally {
		memory.isDatabaseBusy = false;
	}
}

/** What was read before is still better than nothing. */
function stale(memory: PageMemory, now: number, problem: string): DatabaseReading {
	return { readAt: memory.database?.readAt ?? now, chats: memory.database?.chats ?? null, problem };
}

const hangs = 'database-hangs';

const problemOf = (error: unknown): string => (error === hangs ? hangs : 'database-failed');

async function readChats(
	factory: IDBFactory,
	names: PageMemory['storedNames'],
): Promise<StoredChat[] | null> {
	const known = await watched(factory.databases());
	if (!known.some((database) => database.name === name)) return null;
	const database = await openExisting(factory);
	try {
		return await watched(readStored(database, names));
	} finally {
		database.close();
	}
}

function openExisting(factory: IDBFactory): Promise<IDBDatabase> {
	const request = factory.open(name);
	let isLate = false;
	const opening = new Promise<IDBDatabase>((resolve, reject) => {
		// Deleted since we looked: opening would make it anew, so the making is undone.
		request.onupgradeneeded = () => request.transaction?.abort();
		request.onerror = () => reject(request.error);
		request.onsuccess = () => {
			const database = request.result;
			database.onversionchange = () => database.close();
			if (isLate) database.close();
			resolve(database);
		};
	});
	return watched(opening, () => {
		isLate = true;
	});
}

/** Chats with what their contacts and groups say, in one transaction. */
async function readStored(
	database: IDBDatabase,
	known: PageMemory['storedNames'],
): Promise<StoredChat[]> {
	const names = ['chat', 'contact', 'group-metadata'].filter((store) =>
		database.objectStoreNames.contains(store),
	);
	const transaction = database.transaction(names, 'readonly');
	const chats = await readAll(transaction.objectStore('chat'));
	const ids = chats.map(({ id }) => id);
	await readNames(ids, known, async (store, id) =>
		typeof id === 'string' && names.includes(store)
			? answerOf(transaction.objectStore(store).get(id))
			: undefined,
	);
	return chats.map(({ id, chat }) => ({ chat, ...known.get(id) }));
}

async function readAll(store: IDBObjectStore): Promise<{ id: string; chat: unknown }[]> {
	const keys = await answerOf(store.getAllKeys(null, mostChats));
	const chats: { id: string; chat: unknown }[] = [];
	for (let first = 0; first < keys.length; first += chatsAtOnce) {
		const portion = keys.slice(first, first + chatsAtOnce);
		const range = IDBKeyRange.bound(portion[0], portion.at(-1));
		for (const chat of (await answerOf(store.getAll(range))) as unknown[]) {
			chats.push({ id: textField(chat, 'id') ?? '', chat });
		}
	}
	return chats;
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

function watched<Answer>(
	work: Promise<Answer>,
	onLate: () => void = () => undefined,
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			onLate();
			reject(hangs);
		}, watchdogMs);
		work.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
