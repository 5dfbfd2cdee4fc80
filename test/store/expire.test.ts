import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { bucketWidthMs } from '@/lib/inbox/bucket-width';
import { dayMs, hourMs, type Message, type Timer, weekMs } from '@/lib/model';
import { bucketOf } from '@/lib/store/bucket';
import { effaceEnded } from '@/lib/store/efface-ended';
import { openStoreAccess } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';
import { pageRows, tailRows } from './raw-database';
import {
	momentAt,
	newDatabaseName,
	noon,
	sampleChat,
	sampleMessage,
	samplePreview,
} from './samples';
import { cellsOf, openTestStore } from './test-store';

const minuteMs = 60_000;

async function openWith(
	timer: Timer,
	messages: Message[],
	databaseName = newDatabaseName(),
): Promise<Store> {
	const store = await openTestStore(databaseName);
	await store.put({
		chats: [sampleChat('a', { timer })],
		previews: [{ chatKey: 'a', preview: samplePreview(hourMs) }],
		messages: [{ chatKey: 'a', messages }],
	});
	return store;
}

/** Every way to see a message: page, list, scan. */
async function shown(store: Store, now: number) {
	const { messages } = await store.page('a', 0, now);
	const row = (await store.view(now)).rows[0];
	const scanned: string[] = [];
	await store.scan(now, (_chat, message) => {
		scanned.push(message.key);
		return undefined;
	});
	return {
		page: messages.map(({ key }) => key),
		scanned: scanned.reverse(),
		count: row?.messageCount,
		preview: row?.preview?.text ?? null,
		next: row?.nextExpiryAt,
	};
}

describe('what is past its second', () => {
	test('is in no read, though nothing has removed it yet', async () => {
		const store = await openWith(dayMs, [
			sampleMessage('m1', hourMs),
			sampleMessage('m2', 2 * hourMs),
		]);
		const m2At = noon - 2 * hourMs + dayMs;
		const m1At = noon - hourMs + dayMs;
		expect(await shown(store, m2At - 1)).toEqual({
			page: ['m2', 'm1'],
			scanned: ['m2', 'm1'],
			count: 2,
			preview: 'Last line',
			next: m2At,
		});
		expect(await shown(store, m2At)).toEqual({
			page: ['m1'],
			scanned: ['m1'],
			count: 1,
			preview: 'Last line',
			next: m1At,
		});
		expect(await shown(store, m1At)).toEqual({
			page: [],
			scanned: [],
			count: 0,
			preview: null,
			next: null,
		});
		expect(await store.messages('a')).toHaveLength(2);
	});

	test('leaves the rows when expiry runs, and the rest stays readable', async () => {
		const databaseName = newDatabaseName();
		const store = await openWith(
			dayMs,
			[
				sampleMessage('m1', hourMs),
				sampleMessage('m2', hourMs + minuteMs),
				sampleMessage('m3', 9 * hourMs),
			],
			databaseName,
		);
		const m2At = noon - hourMs - minuteMs + dayMs;
		await store.merge();
		const rowsBefore = await pageRows(databaseName);
		expect(rowsBefore).toHaveLength(2);
		expect(await store.expire(m2At)).toEqual({
			messages: 2,
			previews: 0,
			nextDueAt: m2At + minuteMs,
		});
		expect((await store.messages('a')).map(({ key }) => key)).toEqual(['m1']);
		const rowsAfter = await pageRows(databaseName);
		expect(rowsAfter).toHaveLength(1);
		expect(rowsBefore.map(({ key }) => key)).not.toContainEqual(rowsAfter[0]?.key);
		expect(await store.expire(m2At)).toMatchObject({ messages: 0, previews: 0 });
		expect(await store.expire(m2At + minuteMs)).toEqual({
			messages: 1,
			previews: 1,
			nextDueAt: null,
		});
		expect(await pageRows(databaseName)).toEqual([]);
		expect(await store.preview('a')).toBe(null);
		expect(await store.chats()).toHaveLength(1);
	});

	test('is removed at once when the store is opened again long after', async () => {
		const databaseName = newDatabaseName();
		await openWith(dayMs, [sampleMessage('m1', hourMs)], databaseName);
		const reopened = await openTestStore(databaseName);
		// Its chat went with it, and its name is in the list no more.
		expect((await reopened.view(noon + weekMs)).rows).toEqual([]);
		expect(await shown(reopened, noon + weekMs)).toMatchObject({ page: [], scanned: [] });
		expect(await reopened.expire(noon + weekMs)).toMatchObject({ messages: 1, previews: 1 });
		expect([...(await tailRows(databaseName)), ...(await pageRows(databaseName))]).toEqual([]);
	});

	test.each(['still in a commit of its own', 'in a page'])(
		'is remembered where a page may still show it, though who effaced it died, when it was %s',
		async (place) => {
			const databaseName = newDatabaseName();
			const unknown = { from: null, to: noon, precision: 'interval' } as const;
			const store = await openWith(
				hourMs,
				[sampleMessage('m1', 0, { sentAt: unknown }), sampleMessage('m2', 0)],
				databaseName,
			);
			if (place === 'in a page') await store.merge();
			const { database, cells } = await openStoreAccess({
				databaseName,
				cells: cellsOf(databaseName),
			});
			await effaceEnded(database, cells, noon + 2 * hourMs);
			const reopened = await openTestStore(databaseName);
			await reopened.expire(noon + 2 * hourMs);
			expect((await reopened.goneChats())[0]?.tombstones).toEqual(['m1-signature'.slice(0, 11)]);
		},
	);
});

describe('a timer that changes', () => {
	test('applies to what is stored already, both ways', async () => {
		const databaseName = newDatabaseName();
		const store = await openWith(
			'off',
			[sampleMessage('m1', hourMs), sampleMessage('m2', 3 * dayMs)],
			databaseName,
		);
		expect(await store.expire(noon + 10 * weekMs)).toEqual({
			messages: 0,
			previews: 0,
			nextDueAt: null,
		});
		await store.put({ chats: [sampleChat('a', { timer: dayMs })] });
		expect(await shown(store, noon)).toMatchObject({ page: ['m1'], count: 1 });
		await store.put({ chats: [sampleChat('a', { timer: weekMs })] });
		expect(await shown(store, noon)).toMatchObject({ page: ['m2', 'm1'], count: 2 });
		await store.put({ chats: [sampleChat('a', { timer: dayMs })] });
		expect(await store.expire(noon)).toMatchObject({ messages: 1, nextDueAt: noon + 23 * hourMs });
		await store.put({ chats: [sampleChat('a', { timer: 'off' })] });
		expect(await shown(store, noon + 10 * weekMs)).toMatchObject({ page: ['m1'], count: 1 });
	});

	test('for all reaches the chats without one of their own, and only those', async () => {
		const store = await openTestStore(newDatabaseName());
		await store.put({
			chats: [sampleChat('own', { timer: weekMs }), sampleChat('default')],
			messages: ['own', 'default'].map((chatKey) => ({
				chatKey,
				messages: [sampleMessage('m', 2 * hourMs)],
			})),
		});
		await store.put({ settings: { defaultTimer: hourMs } });
		const counts = (await store.view(noon)).rows.map((row) => [row.chat.key, row.messageCount]);
		expect(Object.fromEntries(counts)).toEqual({ own: 1, default: 0 });
		expect(await store.expire(noon)).toMatchObject({ messages: 1 });
		expect(await store.messages('default')).toEqual([]);
	});
});

describe('the clock of a copy', () => {
	test('runs from the earliest time that the message can have, or from first sight', async () => {
		const store = await openWith(dayMs, [
			sampleMessage('m1', 0, {
				sentAt: { from: noon - 3 * hourMs, to: noon, precision: 'day' },
			}),
			sampleMessage('m2', 0, {
				rank: 1,
				sentAt: { from: null, to: null, precision: 'unknown' },
				firstSeenAt: noon - hourMs,
			}),
		]);
		expect(await store.expire(noon + dayMs - 3 * hourMs)).toMatchObject({
			messages: 1,
			nextDueAt: noon + dayMs - hourMs,
		});
		expect((await store.messages('a')).map(({ key }) => key)).toEqual(['m2']);
	});
});

describe('a bucket', () => {
	test('is a sixteenth of the timer wide, at least 15 minutes, at most a day', () => {
		const widths = [minuteMs, hourMs, 8 * hourMs, dayMs, weekMs, 4 * weekMs, 3650 * dayMs].map(
			(timer) => bucketWidthMs(timer) / minuteMs,
		);
		expect(widths).toEqual([15, 15, 30, 60, 600, 1440, 1440]);
	});

	test('ends in whole minutes, not before the second it stands for and less than its width after', () => {
		for (const timer of [
			minuteMs,
			7 * minuteMs,
			hourMs,
			5 * hourMs,
			dayMs,
			2 * dayMs,
			weekMs,
			4 * weekMs,
		])
			for (const sentAt of [noon, noon + 1, noon - 1, noon + 12_345_678, 0]) {
				const bucket = bucketOf({ sentAt: momentAt(sentAt), firstSeenAt: 0 }, timer);
				if (bucket === 'eternal') throw new Error('a timed message has a bucket');
				expect(Number.isInteger(bucket)).toBe(true);
				const slackMs = bucket * minuteMs - (sentAt + timer);
				expect(slackMs).toBeGreaterThanOrEqual(0);
				expect(slackMs).toBeLessThan(bucketWidthMs(timer));
			}
	});

	test('of what has no timer never ends', () => {
		expect(bucketOf({ sentAt: momentAt(noon), firstSeenAt: noon }, 'off')).toBe('eternal');
	});

	test('is shared only by messages that go within its width', async () => {
		const databaseName = newDatabaseName();
		const store = await openWith(
			dayMs,
			Array.from({ length: 20 }, (_, index) => sampleMessage(`m${index}`, index * hourMs + 1)),
			databaseName,
		);
		await store.merge();
		expect(await pageRows(databaseName)).toHaveLength(20);
	});
});
