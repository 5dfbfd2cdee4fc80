import { expect } from 'vitest';
import type { Access } from '@/lib/store/access';
import { cellsTaken } from '@/lib/store/snapshot';
import { chatMessages } from '@/lib/store/thread';
import type { PlainInbox } from './plain-inbox';
import { readRows } from './raw-database';

/** Every row is known and opens, hangs on living cells, and holds nothing that is due. */
export async function expectOrderAtRest(
	access: Access,
	model: PlainInbox,
	dueAt: number,
): Promise<void> {
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
	const rows = await readRows(await access.database.backend());
	const rowsOf = (store: string) => rows.filter((row) => row.store === store);
	expect(rowsOf('page')).toHaveLength(pages.length);
	expect(rowsOf('tail')).toHaveLength(snapshot.tails.length);
	const ends = [...snapshot.state.buckets.keys()].filter((bucket) => bucket !== 'eternal');
	expect(rowsOf('due').map(({ key }) => key)).toEqual(ends.sort((a, b) => a - b));
	const { doomed } = snapshot.base.dir;
	expect(await access.cells.read(doomed)).toEqual(doomed.map(() => null));
	const doomedNames = new Set(doomed.map(({ index, generation }) => `${index}:${generation}`));
	const living = cellsTaken(snapshot).filter(
		({ index, generation }) => !doomedNames.has(`${index}:${generation}`),
	);
	expect(new Set(living.map(({ index }) => index)).size).toBe(living.length);
	expect(await access.cells.read(living)).not.toContain(null);
	for (const [chatKey, all] of messages)
		expect(all.filter((one) => model.isDue(chatKey, one, dueAt))).toEqual([]);
}
