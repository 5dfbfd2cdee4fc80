/**
 * What every store does, whatever lies below it: run on a database in memory and, from a page
 * of the extension, on each engine of the real browsers. Needs nothing of a test runner.
 */
import type { CellFile } from '@/lib/cells/cell-file';
import { parseQuery } from '@/lib/inbox/search';
import { dayMs, hourMs, type Message, weekMs } from '@/lib/model';
import { effaceEnded } from '@/lib/store/efface-ended';
import { openStore, openStoreAccess } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';
import { flipBit } from '../vault/hex';
import { deleteRaw, pageRows, rawValue, readRaw, tailRows, writeRaw } from './raw-database';
import { noon, sampleChat, sampleMessage, samplePreview } from './samples';

/** A place of one's own, and the store there as another context opens it. */
export interface Ground {
	databaseName: string;
	cells: CellFile;
	open(): Promise<Store>;
}

export type Behaviour = (ground: Ground) => Promise<void>;

const say = (key: string, ageMs = hourMs, changes: Partial<Message> = {}, chatKey = 'a') => ({
	messages: [{ chatKey, messages: [sampleMessage(key, ageMs, changes)] }],
});
const keysOf = (messages: readonly Message[]) => messages.map(({ key }) => key);
const textOf = async (store: Store, key: string) =>
	(await store.messages('a')).find((one) => one.key === key)?.text;

/** A chat without a timer, with so many messages in pages, oldest first by number. */
async function filled(open: Ground['open'], count: number, chatKey = 'a'): Promise<Store> {
	const store = await open();
	await store.put({
		chats: [sampleChat(chatKey, { timer: 'off' })],
		messages: [
			{
				chatKey,
				messages: Array.from({ length: count }, (_, n) => sampleMessage(`m${n}`, count - n)),
			},
		],
	});
	await store.merge();
	return store;
}

export const behaviours: Record<string, Behaviour> = {
	'a new one is empty, and founded once however many open it': async ({ open }) => {
		const stores = await Promise.all([open(), open(), open()]);
		const hashes = await Promise.all(stores.map((store) => store.hash('someone')));
		same(new Set(hashes).size, 1);
		same((await stores[0]?.view(noon))?.rows, []);
	},

	'what is put is there, exactly, for who opens it later': async ({ open }) => {
		const text = 'HTML <b>&amp;</b>, NUL \0, bidi \u202e, 🫖 grüßt\r\n';
		const chat = sampleChat('a', { title: text, timer: dayMs, unread: 3 });
		const message = sampleMessage('m', hourMs, { text, quote: text, reactions: ['👍🏽'] });
		const preview = samplePreview(hourMs, { text });
		await (await open()).put({
			chats: [chat],
			previews: [{ chatKey: 'a', preview }],
			messages: [{ chatKey: 'a', messages: [message] }],
			settings: { defaultTimer: weekMs },
		});
		const later = await open();
		same(await later.chats(), [chat]);
		same(await later.preview('a'), preview);
		same(await later.messages('a'), [message]);
		same(await later.settings(), { defaultTimer: weekMs });
	},

	'small changes are one record each, and a merge leaves pages that read the same': async ({
		open,
		databaseName,
	}) => {
		const store = await filled(open, 20);
		for (let n = 0; n < 10; n += 1) await store.put(say(`new-${n}`, -n));
		same((await tailRows(databaseName)).length, 10);
		const before = await store.page('a', 0, noon);
		await store.merge();
		same((await tailRows(databaseName)).length, 0);
		same(await (await open()).page('a', 0, noon), before);
	},

	'a long chat is paged from its end to its beginning': async ({ open }) => {
		await filled(open, 700);
		const later = await open();
		const { messages, pageCount } = await later.page('a', 0, noon);
		same(messages.at(-1)?.key, 'm699');
		const all = [messages];
		for (let n = 1; n < pageCount; n += 1) all.unshift((await later.page('a', n, noon)).messages);
		same(
			keysOf(all.flat()),
			Array.from({ length: 700 }, (_, n) => `m${n}`),
		);
	},

	'an edit shows at once, and the merge leaves nothing of what was said before': async ({
		open,
		cells,
	}) => {
		const store = await filled(open, 3);
		const refs = await cells.refs();
		await store.put(say('m1', 2, { text: 'Said otherwise', edited: true }));
		same(await textOf(store, 'm1'), 'Said otherwise');
		same(await textOf(await open(), 'm1'), 'Said otherwise');
		same(store.waiting.isUrgent, true);
		await store.merge();
		same(await textOf(await open(), 'm1'), 'Said otherwise');
		same((await store.messages('a')).length, 3);
		isTrue((await cells.read(refs)).includes(null), 'a cell is effaced');
	},

	'what is deleted is gone when that is answered': async ({ open, cells, databaseName }) => {
		const store = await filled(open, 5);
		await store.put({
			chats: [sampleChat('b', { network: 'instagram' }), sampleChat('c')],
			messages: ['b', 'c'].map((chatKey) => ({ chatKey, messages: [sampleMessage('n')] })),
		});
		await store.removeMessages('a', ['m1', 'm3'], noon);
		same(keysOf(await (await open()).messages('a')), ['m0', 'm2', 'm4']);
		await store.removeNetwork('instagram');
		await store.put({ removedChats: ['c'] });
		same(
			(await (await open()).chats()).map(({ key }) => key),
			['a'],
		);
		const refs = await cells.refs();
		await store.removeAll();
		same((await cells.read(refs)).filter((secret) => secret !== null).length, 0);
		same(await readRaw(databaseName), []);
		same((await (await open()).view(noon)).rows, []);
	},

	'what is due is in no read, and with expiry in no row': async ({ open, databaseName }) => {
		const store = await open();
		await store.put({
			chats: [sampleChat('a', { timer: dayMs })],
			messages: [
				{
					chatKey: 'a',
					messages: [sampleMessage('old', 20 * hourMs), sampleMessage('new', hourMs)],
				},
			],
		});
		await store.merge();
		const later = noon + 5 * hourMs;
		same(keysOf((await store.page('a', 0, later)).messages), ['new']);
		const done = await store.expire(later);
		same(done, { messages: 1, previews: 0, nextDueAt: noon + 23 * hourMs });
		same((await pageRows(databaseName)).length, 1);
		same(keysOf(await (await open()).messages('a')), ['new']);
		await store.expire(noon + 23 * hourMs);
		same((await readRaw(databaseName)).filter((row) => row.store === 'due').length, 0);
	},

	'what has ended is erased without the vault key': async ({ open, cells, databaseName }) => {
		const store = await open();
		await store.put({
			chats: [sampleChat('a', { timer: hourMs })],
			messages: [{ chatKey: 'a', messages: [sampleMessage('m', 0)] }],
		});
		await store.merge();
		const { database } = await openStoreAccess({ databaseName, cells });
		const refs = await effaceEnded(database, cells, noon + 2 * hourMs);
		same(refs.length, 1);
		same(await cells.read(refs), [null]);
		same(await (await open()).messages('a'), []);
	},

	'a timer that is shortened takes what it now ends': async ({ open, cells }) => {
		const store = await filled(open, 2);
		await store.put(say('old', 30 * dayMs));
		await store.merge();
		const refs = await cells.refs();
		await store.put({ chats: [sampleChat('a', { timer: dayMs })] });
		isTrue((await cells.read(refs)).includes(null), 'a cell is effaced');
		same(keysOf((await store.page('a', 0, noon)).messages), ['m0', 'm1']);
	},

	'contexts that write at once lose nothing of each other': async ({ open }) => {
		const stores = await Promise.all([open(), open(), open()]);
		await stores[0]?.put({ chats: [sampleChat('a', { unread: 0, timer: 'off' })] });
		await Promise.all(
			stores.flatMap((store, writer) =>
				[0, 1, 2, 3].flatMap((n) => [
					store.put(say(`m-${writer}-${n}`, hourMs + 10 * writer + n)),
					store.update(async (stored) => {
						const [chat] = await stored.chats();
						return { chats: [sampleChat('a', { timer: 'off', unread: Number(chat?.unread) + 1 })] };
					}),
					n % 2 === 0 ? store.merge() : store.rekey(),
				]),
			),
		);
		for (const store of [...stores, await open()]) {
			same((await store.messages('a')).length, 12);
			same((await store.chats())[0]?.unread, 12);
		}
	},

	'a follower hears of what another context writes': async ({ open }) => {
		const [writer, follower] = [await open(), await open()];
		await follower.view(noon);
		const heard = new Promise<void>((resolve) => {
			const stop = follower.watch(() => {
				stop();
				resolve();
			});
		});
		await writer.put({ chats: [sampleChat('a')] });
		await heard;
		same((await follower.view(noon)).rows.length, 1);
	},

	'search finds the newest first, and what comes meanwhile': async ({ open }) => {
		const store = await filled(open, 600);
		const words = parseQuery('TEXT of');
		const searchable = (await open()).openSearch();
		const until = (isSo: () => boolean) =>
			new Promise<void>((resolve) => {
				const look = () => {
					if (!isSo()) return;
					stop();
					resolve();
				};
				const stop = searchable.watch(look);
				look();
			});
		await until(() => searchable.isComplete && searchable.count(words, noon) === 600);
		const hits = await searchable.show(searchable.newest(words, noon, 2), noon);
		same(
			hits.map(({ message }) => message.key),
			['m599', 'm598'],
		);
		await store.put(say('latest', -1, { text: 'Another tèxt of today' }));
		await until(() => searchable.count(words, noon) === 601);
		await store.removeMessages('a', ['latest'], noon);
		await until(() => searchable.count(words, noon) === 600);
		searchable.free();
	},

	'a new vault key leaves everything readable, and every row another': async ({
		open,
		databaseName,
	}) => {
		const store = await filled(open, 30);
		const hash = await store.hash('someone');
		const before = (await pageRows(databaseName)).map(({ key }) => String(key));
		await store.rekey();
		const after = (await pageRows(databaseName)).map(({ key }) => String(key));
		same(
			after.filter((key) => before.includes(key)),
			[],
		);
		const later = await open();
		same((await later.messages('a')).length, 30);
		same(await later.hash('someone'), hash);
	},

	'a flipped bit costs its page, and is told': async ({ open, databaseName }) => {
		await filled(open, 5);
		await filled(open, 5, 'b');
		const [row] = await pageRows(databaseName);
		if (!row) throw new Error('no page');
		await writeRaw(databaseName, { ...row, value: flipBit(row.value as Uint8Array, 300) });
		const later = await open();
		const left = [...(await later.messages('a')), ...(await later.messages('b'))];
		same(left.length, 5);
		same(later.unreadableRecords, 1);
		await later.put(say('m9', -9));
		same(keysOf(await later.messages('a')).includes('m9'), true);
	},

	'a record in the place of another is refused': async ({ open, databaseName }) => {
		await filled(open, 5);
		await filled(open, 5, 'b');
		const [one, other] = await pageRows(databaseName);
		if (!one || !other) throw new Error('two pages');
		await writeRaw(databaseName, { ...one, value: other.value });
		const later = await open();
		same([...(await later.messages('a')), ...(await later.messages('b'))].length, 5);
		same(later.unreadableRecords, 1);
	},

	'a lost view and a lost dir cost no message': async ({ open, databaseName }) => {
		await filled(open, 5);
		await deleteRaw(databaseName, { store: 'kv', key: 'view' });
		await deleteRaw(databaseName, { store: 'kv', key: 'dir' });
		const later = await open();
		same((await later.messages('a')).length, 5);
		same((await later.view(noon)).rows[0]?.messageCount, 5);
		await later.merge();
		isTrue((await rawValue(databaseName, 'view')) instanceof Uint8Array, 'there is a view again');
	},

	'a store of another version is left as it is': async ({ open, databaseName }) => {
		const store = await filled(open, 2);
		await writeRaw(databaseName, { store: 'kv', key: 'format', value: 99 });
		const before = (await readRaw(databaseName)).length;
		for (const attempt of [open, () => store.put(say('m9')), () => store.expire(noon)])
			same(await attempt().then(String, (error) => error.code), 'unknown-version');
		same((await readRaw(databaseName)).length, before);
	},

	'it is told how much there is of each network': async ({ open }) => {
		const store = await filled(open, 40);
		const { chats, messages, bytes } = (await store.holdings()).get('whatsapp') ?? {};
		same([chats, messages], [1, 40]);
		isTrue(Number(bytes) > 1_000, 'bytes are counted');
	},
};

/** Each on ground of its own; what failed says how. */
export async function tryBehaviours(
	groundOf: (databaseName: string) => Ground,
): Promise<{ name: string; failure: string | null }[]> {
	const results: { name: string; failure: string | null }[] = [];
	for (const [nth, [name, behave]] of Object.entries(behaviours).entries()) {
		const failure = await behave(groundOf(`behaviour-${nth}`)).then(
			() => null,
			(error: unknown) => String(error),
		);
		results.push({ name, failure });
	}
	return results;
}

/** How the stores of one ground are opened. */
export function groundOn(databaseName: string, cellsOf: () => CellFile): Ground {
	return {
		databaseName,
		cells: cellsOf(),
		open: () => openStore({ databaseName, cells: cellsOf() }),
	};
}

function same(found: unknown, right: unknown): void {
	const [one, other] = [asText(found), asText(right)];
	if (one !== other) throw new Error(`found ${one} instead of ${other}`);
}

function isTrue(condition: boolean, what: string): void {
	if (!condition) throw new Error(`not so: ${what}`);
}

function asText(value: unknown): string {
	const text = JSON.stringify(value, (_, part: unknown) => {
		if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
	return text ?? 'undefined';
}
