import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '@/lib/model';
import { effaceEnded } from '@/lib/store/efface-ended';
import { placeOf } from '@/lib/store/format';
import { createKeyring } from '@/lib/store/keyring';
import { asBytes, asSealed } from '@/lib/store/kv';
import { openStoreAccess } from '@/lib/store/open-store';
import { unsealPage } from '@/lib/store/page';
import { rowKeyName } from '@/lib/store/row-key';
import type { Snapshot } from '@/lib/store/snapshot';
import type { Store } from '@/lib/store/store';
import { decodeText } from '@/lib/vault/bytes';
import { open } from '@/lib/vault/seal';
import { pageRows, type RawRow, readRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage, samplePreview } from './samples';
import { cellsOf, openTestStore } from './test-store';

const words = {
	merged: 'The spare key is under the third flowerpot',
	recent: 'And the alarm code is 4711',
	preview: 'See you at the fountain',
};
const kept = 'Nothing happened to this one';

/** Everything that a disk may still hold: all rows that ever were, with what stood in memory. */
interface Loot {
	rows: RawRow[];
	snapshots: Snapshot[];
}

async function take(databaseName: string, loot: Loot): Promise<void> {
	const access = await openStoreAccess({ databaseName, cells: cellsOf(databaseName) });
	loot.snapshots.push(await access.read(async ({ snapshot }) => snapshot));
	loot.rows.push(...(await readRaw(databaseName)));
}

/** All texts that the program's own code opens with all keys it ever had and the cells of now. */
async function openAll(databaseName: string, { rows, snapshots }: Loot): Promise<string> {
	const keyring = createKeyring(cellsOf(databaseName));
	const keys: CryptoKey[] = [];
	for (const { base, state } of snapshots) {
		keys.push(
			...(await Promise.all([
				keyring.dirKey(base.vault, base.cells.dir),
				keyring.viewKey(base.vault, base.cells.view),
				...[...state.chats.values()].flatMap((chat) =>
					[...state.buckets.values()].map((bucket) =>
						keyring.pageKey(base.vault, chat.cell, bucket.cell),
					),
				),
			]).then((found) => found.filter((key) => key !== null))),
		);
	}
	const texts: string[] = [];
	for (const { store, key: rowKey, value } of rows) {
		const bytes = asBytes(value);
		if (!bytes || store === 'due') continue;
		const name =
			typeof rowKey === 'string' ? rowKey : rowKeyName(rowKey as Uint8Array<ArrayBuffer>);
		for (const key of keys) {
			if (store === 'page') {
				const page = await unsealPage(key, name, bytes).catch(() => null);
				if (page) texts.push(...page.messages().map(({ text }) => text ?? ''));
				continue;
			}
			const parts =
				store === 'tail' ? tailParts(bytes) : [asSealed(bytes)?.sealed].filter((one) => !!one);
			for (const part of parts) {
				const plain = await open(key, placeOf(store as 'kv' | 'tail', name), part).catch(
					() => null,
				);
				if (plain) texts.push(decodeText(plain));
			}
		}
	}
	return texts.join('\n');
}

/** Header and body of a record with one body; what lies where stands in the header alone. */
function tailParts(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
	const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
	return [bytes.slice(4, end), bytes.slice(end)];
}

async function fill(databaseName: string): Promise<{ store: Store; loot: Loot }> {
	const store = await openTestStore(databaseName);
	const loot: Loot = { rows: [], snapshots: [] };
	const say = (key: string, text: string, chatKey = 'a', ageMs = hourMs) =>
		store.put({ messages: [{ chatKey, messages: [sampleMessage(key, ageMs, { text })] }] });
	await store.put({
		chats: [
			sampleChat('a', { timer: dayMs, title: 'Waldemar' }),
			sampleChat('b', { timer: 'off', network: 'instagram' }),
		],
	});
	await say('m1', words.merged);
	await say('n1', kept, 'b');
	await take(databaseName, loot);
	await store.put({
		previews: [{ chatKey: 'a', preview: samplePreview(hourMs, { text: words.preview }) }],
	});
	await take(databaseName, loot);
	await store.merge();
	await take(databaseName, loot);
	await say('m2', words.recent);
	await take(databaseName, loot);
	return { store, loot };
}

const edited = (key: string, text: string) => ({
	messages: [{ chatKey: 'a', messages: [sampleMessage(key, hourMs, { text })] }],
});
const unsent = {
	messages: [
		{
			chatKey: 'a',
			messages: [sampleMessage('m1', hourMs, { text: null, kind: 'deleted', deleted: true })],
		},
	],
};

const cases: [string, (store: Store) => Promise<unknown>, (keyof typeof words)[]][] = [
	[
		'a chat was deleted',
		(store) => store.put({ removedChats: ['a'] }),
		['merged', 'recent', 'preview'],
	],
	[
		'a network was deleted',
		(store) => store.removeNetwork('whatsapp'),
		['merged', 'recent', 'preview'],
	],
	['a message was deleted', (store) => store.removeMessages('a', ['m1'], noon), ['merged']],
	[
		'a message that no merge had seen was deleted',
		(store) => store.removeMessages('a', ['m2'], noon),
		['recent'],
	],
	[
		'a message was edited and merged',
		(store) => store.put(edited('m1', 'Never mind')).then(() => store.merge()),
		['merged'],
	],
	[
		'a message was edited before it was ever merged',
		(store) => store.put(edited('m2', 'Never mind')).then(() => store.merge()),
		['recent'],
	],
	[
		'a message was unsent and merged',
		(store) => store.put(unsent).then(() => store.merge()),
		['merged'],
	],
	[
		'a message was let go of past its time',
		async (store) => {
			const message = sampleMessage('m1', hourMs, { text: words.merged, kept: true });
			await store.put({ messages: [{ chatKey: 'a', messages: [message] }] });
			await store.merge();
			const { kept: _, ...rest } = message;
			await store.put({ messages: [{ chatKey: 'a', messages: [rest] }] });
			await store.expire(noon + 2 * dayMs);
		},
		['merged', 'recent', 'preview'],
	],
	[
		'a quote went with what it is of',
		async (store) => {
			const reply = sampleMessage('m3', 0, { quote: words.merged });
			await store.put({ messages: [{ chatKey: 'a', messages: [reply] }] });
			await store.merge();
			const rest = { ...reply, quote: null, quoteOf: { key: 'm1', startAt: noon - hourMs } };
			await store.put({ messages: [{ chatKey: 'a', messages: [rest] }] });
			await store.removeMessages('a', ['m1'], noon);
		},
		['merged'],
	],
	['a timer ran out', (store) => store.expire(noon + 2 * dayMs), ['merged', 'recent', 'preview']],
	[
		'a timer was shortened',
		(store) =>
			store
				.put({ chats: [sampleChat('a', { timer: 20 * 60_000 })] })
				.then(() => store.expire(noon)),
		['merged', 'recent', 'preview'],
	],
	['its time has come', (store) => store.expire(noon + dayMs), ['merged', 'recent', 'preview']],
];

describe('from all rows that ever were, and every key', () => {
	test.each(cases)('what went is not to be had again after %s', async (_, go, gone) => {
		const databaseName = newDatabaseName();
		const { store, loot } = await fill(databaseName);
		const before = await openAll(databaseName, loot);
		for (const text of [...Object.values(words), kept]) expect(before).toContain(text);

		await go(store);
		await take(databaseName, loot);
		const after = await openAll(databaseName, loot);
		for (const name of gone) expect(after).not.toContain(words[name]);
		expect(after).toContain(kept);
		expect(await store.messages('b')).toHaveLength(1);
	});

	test('what has ended is gone by the device key alone, and its rows with the next expiry', async () => {
		const databaseName = newDatabaseName();
		const { store, loot } = await fill(databaseName);
		await store.merge();
		await take(databaseName, loot);
		const { database, cells } = await openStoreAccess({
			databaseName,
			cells: cellsOf(databaseName),
		});
		expect(await effaceEnded(database, cells, noon + 22 * hourMs)).toEqual([]);
		expect(await openAll(databaseName, loot)).toContain(words.merged);
		expect(await effaceEnded(database, cells, noon + dayMs)).not.toEqual([]);
		const after = await openAll(databaseName, loot);
		expect(after).not.toContain(words.merged);
		expect(after).not.toContain(words.recent);

		const reopened = await openTestStore(databaseName);
		expect(await reopened.messages('a')).toEqual([]);
		expect(await reopened.expire(noon + dayMs)).toMatchObject({ messages: 2, previews: 1 });
		expect(await pageRows(databaseName)).toHaveLength(1);
		expect(reopened.unreadableRecords).toBe(0);
	});

	test('the name of a chat that was deleted is not to be had again either', async () => {
		const databaseName = newDatabaseName();
		const { store, loot } = await fill(databaseName);
		expect(await openAll(databaseName, loot)).toContain('Waldemar');
		await store.put({ removedChats: ['a'] });
		expect(await openAll(databaseName, loot)).not.toContain('Waldemar');
	});

	test('nothing is to be had again after everything was deleted', async () => {
		const databaseName = newDatabaseName();
		const { store, loot } = await fill(databaseName);
		await store.removeAll();
		expect(await openAll(databaseName, loot)).toBe('');
		expect(await readRaw(databaseName)).toEqual([]);
		expect((await store.view(noon)).rows).toEqual([]);
		await store.put({ chats: [sampleChat('a')] });
		expect(await (await openTestStore(databaseName)).chats()).toHaveLength(1);
	});
});
