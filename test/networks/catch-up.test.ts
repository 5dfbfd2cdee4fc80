// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { CatchUpProgress } from '@/lib/messaging';
import { type CatchUpEnd, catchUp } from '@/lib/networks/catch-up';
import { chatReading } from './readings';
import { type VirtualList, virtualList } from './virtual-list';

let told: CatchUpProgress[];
let run: AbortController;

beforeEach(() => {
	document.body.replaceChildren();
	told = [];
	run = new AbortController();
});

/** Reads the rows that are drawn, as a reader does. */
function start(
	list: VirtualList | null,
	onTold?: (progress: CatchUpProgress) => void,
	most?: { steps: number; ms: number },
) {
	const page = {
		document,
		findChatList: () => list?.element ?? null,
		isLoadingMore: () => false,
		signal: run.signal,
		readAgain: async () =>
			[...document.querySelectorAll('li')].map((row) =>
				chatReading({ id: row.id, title: row.id, preview: row.textContent }),
			),
		tell: async (progress: CatchUpProgress) => {
			told.push(progress);
			onTold?.(progress);
		},
	};
	return catchUp(page, most);
}

const end = (reason: CatchUpEnd): void => run.abort(reason);

describe('catching up a list', () => {
	it('brings every row into view once, and puts the list back', async () => {
		const list = virtualList(60);
		list.element.scrollTo({ top: 1_000 });
		expect(await start(list)).toBe('done');
		expect(list.drawn.size).toBe(60);
		expect(list.element.scrollTop).toBe(1_000);
		expect(told.at(-1)).toEqual({ state: 'done', chats: 60, share: 1 });
	});

	it('says how far it is, never less than before on a list that stays', async () => {
		await start(virtualList(40));
		const shares = told.map(({ share }) => share);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(told.filter(({ state }) => state === 'running').length).toBeGreaterThan(3);
	});

	it('goes on when the page loads more at its end', async () => {
		const list = virtualList(20, 45);
		expect(await start(list)).toBe('done');
		expect(list.drawn.size).toBe(45);
	});

	it('is done at once where all rows are in view', async () => {
		expect(await start(virtualList(5))).toBe('done');
		expect(told.at(-1)).toMatchObject({ chats: 5 });
	});

	it.each(['stopped', 'interrupted', 'hidden'] as const)(
		'ends when it is %s, and puts the list back',
		async (reason) => {
			const list = virtualList(200);
			list.element.scrollTo({ top: 500 });
			const done = start(list, ({ chats }) => chats > 20 && end(reason));
			expect(await done).toBe(reason);
			expect(list.drawn.size).toBeLessThan(200);
			expect(list.element.scrollTop).toBe(500);
		},
	);

	it('leaves the list where the person has it who took over', async () => {
		const list = virtualList(200);
		let top = 0;
		await start(list, ({ chats }) => {
			if (chats <= 20 || top > 0) return;
			top = list.element.scrollTop;
			end('touched');
		});
		expect(list.element.scrollTop).toBe(top);
	});

	it.each([
		['steps', { steps: 3, ms: 60_000 }],
		['time', { steps: 300, ms: 700 }],
	])('goes no further at once than so much (%s), and puts the list back', async (_, most) => {
		const list = virtualList(1_000);
		list.element.scrollTo({ top: 500 });
		expect(await start(list, undefined, most)).toBe('bounded');
		expect(list.drawn.size).toBeLessThan(100);
		expect(list.element.scrollTop).toBe(500);
	});

	it('ends when the list is gone', async () => {
		const list = virtualList(200);
		expect(await start(list, ({ chats }) => chats > 20 && list.element.remove())).toBe('left');
	});

	it('says where there is no list', async () => {
		expect(await start(null)).toBe('no-list');
	});
});
