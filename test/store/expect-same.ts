import { expect } from 'vitest';
import { openStoreAccess } from '@/lib/store/open-store';
import { cellsTaken } from '@/lib/store/snapshot';
import type { Store } from '@/lib/store/store';
import { chatMessages } from '@/lib/store/thread';
import type { PlainInbox } from './plain-inbox';
import { pageRows, readRaw, tailRows } from './raw-database';
import { chatKeys } from './steps';
import { cellsOf } from './test-store';

/** Every read gives what plain maps hold. */
export async function expectSame(store: Store, model: PlainInbox, now: number): Promise<void> {
	const { rows, settings } = await store.view(now);
	expect(settings).toEqual(model.settings);
	expect(rows.map((row) => row.chat.key).sort()).toEqual([...model.chats.keys()].sort());
	for (const row of rows) {
		const { key } = row.chat;
		expect(row).toEqual({
			chat: model.chats.get(key),
			preview: model.livePreview(key, now),
			...model.timer(key),
			nextExpiryAt: model.nextExpiryAt(key, now),
			messageCount: model.live(key, now).length,
		});
	}
	const scanned = new Map<string, string[]>(chatKeys.map((key) => [key, []]));
	await store.scan(now, ({ key }, one) => {
		scanned.get(key)?.unshift(one.key);
		return undefined;
	});
	for (const key of chatKeys) {
		const live = model.live(key, now);
		const page = await store.page(key, 0, now);
		expect(page.messages).toMatchObject(live);
		expect(page.messages).toHaveLength(live.length);
		expect(scanned.get(key)).toEqual(live.map((one) => one.key));
		expect(await store.messages(key)).toEqual(model.stored(key));
		expect(await store.preview(key)).toEqual(model.previews.get(key) ?? null);
	}
}

/** Every row is known and opens, hangs on living cells, and holds nothing that is due. */
export async function expectOrderAtRest(
	databaseName: string,
	model: PlainInbox,
	dueAt: number | null,
): Promise<void> {
	const access = await openStoreAccess({ databaseName, cells: cellsOf(databaseName) });
	const { snapshot, pages, messages } = await access.read(async (reading) => {
		const keys = [...reading.snapshot.state.chats.keys()];
		const lists = await reading.lists(keys);
		await reading.allLists();
		expect([...lists.values()].filter((entries) => entries.length > 0)).toHaveLength(
			[...reading.snapshot.base.lists.values()].reduce((sum, list) => sum + list.size, 0),
		);
		return {
			snapshot: reading.snapshot,
			pages: [...lists.values()].flat(),
			messages: await Promise.all(
				keys.map(async (key) => [key, await chatMessages(reading, key)] as const),
			),
		};
	});
	expect(access.lost.size).toBe(0);
	expect(snapshot.lostTails).toEqual([]);
	expect(await pageRows(databaseName)).toHaveLength(pages.length);
	expect(await tailRows(databaseName)).toHaveLength(snapshot.tails.length);
	const ends = [...snapshot.state.buckets.keys()].filter((bucket) => bucket !== 'eternal');
	const due = (await readRaw(databaseName)).filter((row) => row.store === 'due');
	expect(due.map(({ key }) => key).sort()).toEqual(ends.sort());
	const { doomed } = snapshot.base.dir;
	expect(await access.cells.read(doomed)).toEqual(doomed.map(() => null));
	const doomedNames = new Set(doomed.map(({ index, generation }) => `${index}:${generation}`));
	const living = cellsTaken(snapshot).filter(
		({ index, generation }) => !doomedNames.has(`${index}:${generation}`),
	);
	expect(new Set(living.map(({ index }) => index)).size).toBe(living.length);
	expect(await access.cells.read(living)).not.toContain(null);
	if (dueAt === null) return;
	for (const [chatKey, all] of messages)
		expect(all.filter((one) => model.isDue(chatKey, one, dueAt))).toEqual([]);
}
