// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReaderAnswer } from '@/lib/messaging';
import type { ReaderMessage } from '@/lib/messaging/tell-background';
import type { Adapter, ReadContext } from '@/lib/networks/adapter';
import { beginLife, type ReaderLife } from '@/lib/networks/reader-life';
import { watchPage } from '@/lib/networks/watch';
import { chatReading, reading } from './readings';

/** Reads every `<li>` as a chat: a page small enough to see the loop at work. */
const adapter: Adapter = {
	network: 'whatsapp',
	isAwake: (url) => !url.hash.includes('asleep'),
	read: async ({ document }) =>
		reading({
			chats: [...document.querySelectorAll('li')].map((row) =>
				chatReading({ id: row.id, title: row.textContent ?? '' }),
			),
		}),
};

let life: ReaderLife;
let heard: ReaderMessage[];
let answer: ReaderAnswer;

const titles = () =>
	heard.flatMap((message) =>
		message.kind === 'capture' ? (message as ReaderMessage<'capture'>).payload.chats : [],
	);

const states = () =>
	heard.flatMap((message) =>
		message.kind === 'health' ? [(message as ReaderMessage<'health'>).payload.state] : [],
	);

function addRow(id: string, title: string): void {
	const row = document.createElement('li');
	row.id = id;
	row.textContent = title;
	document.body.append(row);
}

beforeEach(() => {
	fakeBrowser.reset();
	document.body.replaceChildren();
	location.hash = '';
	heard = [];
	answer = { stop: false, stored: true };
	fakeBrowser.runtime.onMessage.addListener((message: ReaderMessage, _sender, respond) => {
		heard.push(message);
		respond(answer);
		return true;
	});
	life = beginLife();
});

afterEach(() => {
	vi.restoreAllMocks();
	life.end();
});

describe('the loop that watches a page', () => {
	it('brings what the page shows, then only what changed', async () => {
		addRow('one', 'Ada Brandt');
		watchPage(adapter, life);
		await vi.waitFor(() => expect(titles()).toMatchObject([{ title: 'Ada Brandt' }]));
		addRow('two', 'Ben Okafor');
		await vi.waitFor(() => expect(titles()).toHaveLength(2));
		expect(titles()[1]).toMatchObject({ title: 'Ben Okafor' });
	});

	it('says how it is doing', async () => {
		addRow('one', 'Ada Brandt');
		watchPage(adapter, life);
		await vi.waitFor(() =>
			expect(heard.find(({ kind }) => kind === 'health')?.payload).toMatchObject({
				state: 'reading',
				counts: { chats: 1, messages: 0 },
			}),
		);
	});

	it('sends again what was not stored', async () => {
		answer = { stop: false, stored: false };
		addRow('one', 'Ada Brandt');
		watchPage(adapter, life);
		await vi.waitFor(() => expect(titles()).toHaveLength(1));
		answer = { stop: false, stored: true };
		await vi.waitFor(() => expect(titles()).toHaveLength(2), { timeout: 3_000 });
	});

	it('does not send again what was refused, and goes on with the rest', async () => {
		answer = { stop: false, stored: false, refused: true };
		addRow('one', 'Ada Brandt');
		watchPage(adapter, life);
		await vi.waitFor(() => expect(heard.map(({ kind }) => kind)).toContain('health'));
		addRow('two', 'Ben Okafor');
		await vi.waitFor(() => expect(titles()).toMatchObject([{ id: 'one' }, { id: 'two' }]));
	});

	it('reads again at once when it is told how the account writes its dates', async () => {
		const reads: ReadContext['learned'][] = [];
		const dated: Adapter = {
			...adapter,
			read: async (now) => {
				reads.push(now.learned);
				const page = await adapter.read(now);
				return now.learned ? { ...page, dateOrder: now.learned.order } : page;
			},
		};
		answer = { stop: false, stored: true, dateOrder: 'mdy' };
		addRow('one', 'Ada Brandt');
		watchPage(dated, life);
		const learned = { account: 'account-1', order: 'mdy' };
		await vi.waitFor(() => expect(reads).toEqual([null, learned]));
		await vi.waitFor(() =>
			expect(
				heard.flatMap(({ kind, payload }) => (kind === 'capture' ? [payload] : [])),
			).toMatchObject([{ chats: [{ id: 'one' }] }, { chats: [{ id: 'one' }], dateOrder: 'mdy' }]),
		);
	});

	it('ends when its network is turned off', async () => {
		addRow('one', 'Ada Brandt');
		watchPage(adapter, life);
		await vi.waitFor(() => expect(titles()).toHaveLength(1));
		answer = { stop: true, stored: false };
		addRow('two', 'Ben Okafor');
		await vi.waitFor(() => expect(life.isOver()).toBe(true));
	});

	it('leaves nothing behind when it was ended before it began', async () => {
		const listen = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
		const observe = vi.spyOn(MutationObserver.prototype, 'observe');
		watchPage(adapter, life);
		life.end();
		await vi.waitFor(() => expect(heard.map(({ kind }) => kind)).toEqual(['hello']));
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(listen).not.toHaveBeenCalled();
		expect(observe).not.toHaveBeenCalled();
	});

	it('says nothing that its page could hear', async () => {
		const said = [
			vi.spyOn(document, 'dispatchEvent'),
			vi.spyOn(window, 'dispatchEvent'),
			vi.spyOn(window, 'postMessage'),
		];
		addRow('one', 'Ada Brandt');
		watchPage(adapter, life);
		await vi.waitFor(() => expect(titles()).toHaveLength(1));
		for (const saying of said) expect(saying).not.toHaveBeenCalled();
	});

	it('leaves the page to a newer copy of itself', async () => {
		watchPage(adapter, life);
		await vi.waitFor(() => expect(heard.map(({ kind }) => kind)).toContain('health'));
		const newer = beginLife();
		watchPage(adapter, newer);
		expect(life.isOver()).toBe(true);
		addRow('one', 'Ada Brandt');
		await vi.waitFor(() => expect(titles()).toHaveLength(1));
		expect(heard.filter(({ kind }) => kind === 'hello')).toHaveLength(2);
		newer.end();
	});

	it('rests and wakes as the address of the page changes', async () => {
		watchPage(adapter, life);
		await vi.waitFor(() => expect(states()).toEqual(['reading']));
		location.hash = 'asleep';
		await vi.waitFor(() => expect(states().at(-1)).toBe('dormant'), { timeout: 4_000 });
		addRow('one', 'Ada Brandt');
		location.hash = '';
		await vi.waitFor(() => expect(titles()).toHaveLength(1), { timeout: 4_000 });
		expect(states().at(-1)).toBe('reading');
	});

	it('keeps nothing of each change of a busy page', async () => {
		watchPage(adapter, life);
		await vi.waitFor(() => expect(heard.map(({ kind }) => kind)).toContain('health'));
		const keep = vi.spyOn(life.signal, 'addEventListener');
		for (let row = 0; row < 20; row += 1) {
			addRow(String(row), 'Ada Brandt');
			await Promise.resolve();
		}
		await vi.waitFor(() => expect(titles()).toHaveLength(20));
		expect(keep).not.toHaveBeenCalled();
	});

	it('reads a page that changes whenever the reader is about to look', async () => {
		let changes = 0;
		const setTimer = window.setTimeout.bind(window);
		const setTimerAndChange = (job: TimerHandler, ms?: number): number => {
			setTimer(() => addRow(`row-${changes++}`, 'Ada Brandt'), 0);
			return setTimer(job, ms);
		};
		const timers = vi.spyOn(window, 'setTimeout').mockImplementation(setTimerAndChange as never);
		watchPage(adapter, life);
		await vi.waitFor(() => expect(titles().length).toBeGreaterThan(0), { timeout: 4_000 });
		timers.mockRestore();
	});

	it('does not read a page on which its network is not, and says so', async () => {
		location.hash = 'asleep';
		addRow('one', 'Ada Brandt');
		const read = vi.spyOn(adapter, 'read');
		watchPage(adapter, life);
		await vi.waitFor(() =>
			expect(heard.find(({ kind }) => kind === 'health')?.payload).toMatchObject({
				state: 'dormant',
			}),
		);
		expect(read).not.toHaveBeenCalled();
	});

	it('takes who signs in for somebody else, also where the page does not tell', async () => {
		const form = document.createElement('form');
		const learning: Adapter = {
			...adapter,
			read: async ({ document, memory }) => {
				if (document.querySelector('form')) return reading({ state: 'signed-out', account: null });
				const learned = memory.get('learned') ?? document.querySelector('li')?.id;
				memory.set('learned', learned);
				const chats = [chatReading({ id: 'same', title: String(learned) })];
				return reading({ account: null, chats });
			},
		};
		addRow('first', 'Ada Brandt');
		watchPage(learning, life);
		await vi.waitFor(() => expect(titles()).toMatchObject([{ title: 'first' }]));
		document.body.replaceChildren(form);
		await vi.waitFor(() => expect(JSON.stringify(heard)).toContain('signed-out'));
		document.body.replaceChildren();
		addRow('first', 'Ada Brandt');
		// The same chat again, since it may be another person's.
		await vi.waitFor(() => expect(titles()).toHaveLength(2), { timeout: 3_000 });
		document.body.replaceChildren(form);
		await vi.waitFor(() => expect(heard.filter(isSignedOut)).toHaveLength(2), { timeout: 3_000 });
		document.body.replaceChildren();
		addRow('second', 'Ada Brandt');
		await vi.waitFor(() => expect(titles()[2]).toMatchObject({ title: 'second' }), {
			timeout: 3_000,
		});
	});
});

const isSignedOut = ({ payload }: ReaderMessage): boolean =>
	JSON.stringify(payload).includes('signed-out');
