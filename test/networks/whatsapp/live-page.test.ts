// @vitest-environment jsdom
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '@/lib/model';
import type { SiteControl } from '../../sites/scenario';
import { circle } from './circle';
import { isLinked, openStandIn, readUntil, watcher } from './stand-in';

let site: SiteControl;
let read: ReturnType<typeof watcher>;

beforeEach(async () => {
	site = await openStandIn(circle(Date.now()));
	read = watcher(['en-US']);
	await readUntil(read, isLinked);
});

function chat(reading: Reading, title: string) {
	return reading.chats.find((candidate) => candidate.title === title);
}

function texts(reading: Reading): (string | null)[] {
	return reading.thread?.messages.map(({ text }) => text) ?? [];
}

const arrival = (id: string, from: string, text: string) =>
	({ id, from, kind: 'text', text, sentAt: Date.now() }) as const;

describe('a page that changes', { timeout: 30_000 }, () => {
	it('brings a new message to its chat, before its database knows', async () => {
		await site.act({ do: 'open', chatId: 'friend' });
		await read();
		await site.act({ do: 'arrive', chatId: 'friend', message: arrival('n1', 'p0', 'new here') });
		const reading = await read();
		expect(texts(reading).at(-1)).toBe('new here');
		expect(reading.chats[0]).toMatchObject({ title: 'Ada Brook', preview: 'new here', unread: 0 });
	});

	it('shows a chat that moved up with its new line, count and time', async () => {
		const message = arrival('n2', 'p2', 'after ten days');
		await site.act({ do: 'arrive', chatId: 'quiet0', message });
		const soon = await read();
		expect(chat(soon, 'Quiet 0')).toMatchObject({
			id: '4917139200200@c.us',
			preview: 'after ten days',
			unread: 1,
			lastActivity: { precision: 'minute' },
		});
		expect(soon.rereadAfterMs).toBeGreaterThan(0);
		const later = await readUntil(
			read,
			(reading) => chat(reading, 'Quiet 0')?.lastActivity.precision === 'exact',
		);
		expect(chat(later, 'Quiet 0')?.lastActivity.from).toBe(
			Math.floor(message.sentAt / 1_000) * 1_000,
		);
		expect(later.rereadAfterMs).toBeUndefined();
	});

	it('brings its times up to date also where it changed often before its database knew', async () => {
		const { sentAt } = arrival('n3', 'p2', 'first of many');
		for (let nth = 0; nth < 8; nth += 1) {
			const message = { ...arrival(`n3-${nth}`, 'p2', `line ${nth}`), sentAt };
			await site.act({ do: 'arrive', chatId: 'quiet0', message });
			await read();
		}
		let reading = await read();
		while (reading.rereadAfterMs !== undefined) {
			await new Promise((resolve) => setTimeout(resolve, reading.rereadAfterMs));
			reading = await read();
		}
		expect(chat(reading, 'Quiet 0')?.lastActivity.precision).toBe('exact');
	});

	it('keeps the id of an edited message and empties an unsent one', async () => {
		await site.act({ do: 'open', chatId: 'friend' });
		const before = (await read()).thread?.messages.at(-1);
		await site.act({ do: 'edit', chatId: 'friend', messageId: 'a79', text: 'otherwise' });
		expect((await read()).thread?.messages.at(-1)).toMatchObject({
			id: before?.id,
			text: 'otherwise',
			edited: true,
			sentAt: before?.sentAt,
		});
		await site.act({ do: 'unsend', chatId: 'friend', messageId: 'a79' });
		expect((await read()).thread?.messages.at(-1)).toMatchObject({
			id: before?.id,
			kind: 'deleted',
			text: null,
			deleted: true,
		});
	});

	it('reads a reaction that is given', async () => {
		await site.act({ do: 'open', chatId: 'private' });
		await site.act({ do: 'react', chatId: 'private', messageId: 'l1', emoji: '😮' });
		expect((await read()).thread?.messages[0]?.reactions).toEqual(['😮']);
	});

	it('takes the count away once a chat is read', async () => {
		expect(chat(await read(), 'נועה')?.unread).toBe(true);
		await site.act({ do: 'read', chatId: 'private' });
		expect(chat(await read(), 'נועה')?.unread).toBe(0);
	});

	it('reads further up as the person scrolls, and never an undrawn message as empty', async () => {
		await site.act({ do: 'open', chatId: 'friend' });
		const end = await read();
		await site.act({ do: 'scroll-thread', to: 20 });
		const middle = await read();
		expect(texts(end)).toContain('text of a79');
		expect(texts(middle)).toContain('text of a20');
		expect(texts(middle)).not.toContain('text of a79');
		expect(texts(middle)).not.toContain(null);
		expect(middle.problems).toContain('message-shells');
	});

	it('reads rows that come with scrolling, and all chats without', async () => {
		const top = await read();
		expect(chat(top, 'Quiet 23')).toMatchObject({ preview: null, id: '4917139200223@c.us' });
		await site.act({ do: 'scroll-list', to: 18 });
		const end = await read();
		expect(chat(end, 'Quiet 23')?.preview).toBe('text of q23');
		expect(end.chats).toHaveLength(top.chats.length);
	});

	it('is hidden while the tab is, with what little is drawn', async () => {
		await site.act({ do: 'open', chatId: 'friend' });
		await site.act({ do: 'hide' });
		const reading = await read({ visible: false });
		expect(reading.state).toBe('hidden');
		expect(texts(reading)).toEqual(['text of a79']);
	});

	it('looks again soon for the database of a page that opened in the background', async () => {
		const opening = watcher(['en-US'], { visible: false, indexedDB: new IDBFactory() });
		const reading = await opening();
		expect(
			reading.chats.every(({ id, provisionalId }) => id === null && provisionalId === null),
		).toBe(true);
		expect(reading.rereadAfterMs).toBeLessThan(5_000);
	});

	it('is covered while search results stand in the list', async () => {
		const field = document.querySelector<HTMLInputElement>('#side input');
		if (!field) throw new Error('no search field');
		field.value = 'text of q';
		field.dispatchEvent(new Event('input'));
		const searching = await read();
		expect(searching.state).toBe('covered');
		expect(searching.chats.every(({ preview }) => preview === null)).toBe(true);
		field.value = '';
		field.dispatchEvent(new Event('input'));
		expect((await read()).state).toBe('reading');
	});

	it('is covered while the list is gone, and reads the open chat on', async () => {
		await site.act({ do: 'open', chatId: 'friend' });
		const pane = document.querySelector('#pane-side');
		pane?.remove();
		const reading = await read();
		expect(reading.state).toBe('covered');
		expect(texts(reading)).toContain('text of a79');
	});

	it('ends with the account: signed out, nothing of it is shown', async () => {
		await site.act({ do: 'sign-out' });
		expect(await read()).toMatchObject({ state: 'signed-out', chats: [], account: null });
	});

	it('changes its language under the reader and stays the same inbox', async () => {
		const before = await read();
		await site.act({ do: 'language', language: 'he' });
		await vi.waitFor(() => expect(document.documentElement.dir).toBe('rtl'));
		const after = await read();
		const identity = ({ chats }: Reading) =>
			chats.map(({ id, title, unread }) => [id, title, unread]);
		expect(identity(after)).toEqual(identity(before));
	});
});
