import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { previewId } from '@/lib/ids';
import { markOfPreview } from '@/lib/inbox/tombstones';
import { hourMs, type Moment } from '@/lib/model';
import { effaceEnded } from '@/lib/store/efface-ended';
import { openStoreAccess } from '@/lib/store/open-store';
import type { Batch, Store } from '@/lib/store/store';
import {
	momentAt,
	newDatabaseName,
	noon,
	sampleChat,
	sampleMessage,
	samplePreview,
} from './samples';
import { cellsOf, openTestStore } from './test-store';

const later = momentAt(noon);
/** Ended at noon, under a timer of an hour. */
const ended = momentAt(noon - 3 * hourMs);
const interval: Moment = { from: null, to: noon - 3 * hourMs, precision: 'interval' };

const say = (text: string, sentAt: Moment): Batch => ({
	messages: [{ chatKey: 'a', messages: [sampleMessage('m', 0, { text, sentAt })] }],
});
const list = (text: string, sentAt: Moment): Batch => ({
	previews: [{ chatKey: 'a', preview: samplePreview(0, { text, sentAt }) }],
});

async function openWith(...batches: (Batch | 'merge')[]): Promise<[Store, string]> {
	const databaseName = newDatabaseName();
	const store = await openTestStore(databaseName);
	await store.put({ chats: [sampleChat('a', { timer: hourMs })] });
	for (const batch of batches) {
		if (batch === 'merge') await store.merge();
		else await store.put(batch);
	}
	return [store, databaseName];
}

/** The cells of what has ended are effaced by one who dies before the rows go. */
async function reopenAfterDeath(databaseName: string): Promise<Store> {
	const { database, cells } = await openStoreAccess({
		databaseName,
		cells: cellsOf(databaseName),
	});
	await effaceEnded(database, cells, noon);
	return openTestStore(databaseName);
}

async function expectEmpty(store: Store): Promise<void> {
	const rows = (await store.view(noon)).rows.map((row) => [row.preview, row.messageCount]);
	expect(rows).toEqual([[null, 0]]);
	expect(await store.messages('a')).toEqual([]);
	expect((await store.page('a', 0, noon)).messages).toEqual([]);
	expect(await store.preview('a')).toBe(null);
}

test.each(['in a commit of its own', 'in the list'])(
	'a last line does not come back as the one before it, which stood %s, where who effaced it died',
	async (place) => {
		const [, databaseName] = await openWith(
			list('Before', later),
			...(place === 'in the list' ? (['merge'] as const) : []),
			list('After', ended),
		);
		const store = await reopenAfterDeath(databaseName);
		await expectEmpty(store);
		await store.expire(noon);
		await expectEmpty(store);
	},
);

test.each(['in a commit of its own', 'in a page'])(
	'a message does not come back as what it said before, %s, where who effaced it died',
	async (place) => {
		const [, databaseName] = await openWith(
			say('Before', later),
			...(place === 'in a page' ? (['merge'] as const) : []),
			say('After', ended),
		);
		const store = await reopenAfterDeath(databaseName);
		await expectEmpty(store);
		await store.expire(noon);
		await expectEmpty(store);
	},
);

test('a last line is remembered where a page may still show it, though who effaced it died', async () => {
	const [, databaseName] = await openWith(list('Last line', interval));
	const store = await reopenAfterDeath(databaseName);
	await store.expire(noon);
	const signature = await store.hash(previewId('a', 'Last line'));
	expect((await store.chats())[0]?.tombstones).toEqual([markOfPreview(signature)]);
});

test.each(['in a commit of its own', 'in a page'])(
	'a message that changed, %s, is remembered once where who effaced it died',
	async (place) => {
		const [, databaseName] = await openWith(
			say('Before', interval),
			...(place === 'in a page' ? (['merge'] as const) : []),
			say('After', interval),
		);
		const store = await reopenAfterDeath(databaseName);
		await store.expire(noon);
		expect((await store.chats())[0]?.tombstones).toEqual(['m-signature']);
	},
);
