// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { smallInbox } from './people';
import { openStandIn, patience, readOnce, readPage } from './stand-in';

const now = Date.now();

describe('the page changes under the reader', () => {
	it('a message that arrives in the open chat is there, with its millisecond', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'secret' });
		await site.act({
			do: 'arrive',
			chatId: 'secret',
			message: { id: 'new', from: 'sam', kind: 'text', text: 'Just now', sentAt: now - 777 },
		});
		const { thread, chats } = await readPage({ now });
		expect(thread?.messages.at(-1)).toMatchObject({
			id: site.nativeMessageId('new'),
			text: 'Just now',
			side: 'theirs',
			sentAt: { from: now - 777, to: now - 777, precision: 'exact' },
		});
		expect(chats[0]).toMatchObject({ title: 'Sam Okello', preview: 'Just now', unread: 0 });
	});

	it('a message that arrives elsewhere makes its chat unread and first', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({
			do: 'arrive',
			chatId: 'quiet',
			message: { id: 'new', from: 'rut', kind: 'text', text: 'You too', sentAt: now },
		});
		expect((await readPage()).chats[0]).toMatchObject({
			title: 'Rut Amsel',
			preview: 'You too',
			unread: true,
		});
		await site.act({ do: 'read', chatId: 'quiet' });
		expect((await readPage()).chats[0]).toMatchObject({ title: 'Rut Amsel', unread: 0 });
	});

	it('an edited message keeps its id and has the new words', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'secret' });
		await site.act({ do: 'edit', chatId: 'secret', messageId: 'secret-1', text: 'Hush' });
		await site.act({ do: 'react', chatId: 'secret', messageId: 'secret-2', emoji: '👍🏽' });
		expect((await readPage()).thread?.messages).toMatchObject([
			{ id: site.nativeMessageId('secret-1'), text: 'Hush', edited: true, kind: 'text' },
			{ text: 'What?', reactions: ['👍🏽'], edited: false },
			{ text: 'You: Ok' },
		]);
	});

	it('an unsent message loses its words', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'secret' });
		await site.act({ do: 'unsend', chatId: 'secret', messageId: 'secret-1' });
		expect((await readPage()).thread?.messages[0]).toMatchObject({
			id: site.nativeMessageId('secret-1'),
			kind: 'deleted',
			deleted: true,
			text: null,
			side: 'theirs',
		});
	});

	it('a message is not emptied while its label only lags behind its words', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'secret' });
		const row = document.querySelector(`[data-message-id="${site.nativeMessageId('secret-2')}"]`);
		const label = row?.getAttribute('aria-label') ?? '';
		const memory = new Map<string, unknown>();
		row?.setAttribute('aria-label', 'Sam said What?');
		const between = await readOnce({ memory });
		expect(between.thread?.messages[1]).toMatchObject({ text: 'What?', deleted: false });
		expect(between.rereadAfterMs).toBeGreaterThan(0);
		row?.setAttribute('aria-label', label);
		const after = await readOnce({ memory });
		expect(after.thread?.messages[1]).toMatchObject({ text: 'What?', deleted: false });
		expect(after.rereadAfterMs).toBeUndefined();
	});

	it('a label that ends with the words of the message by chance empties nothing', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'secret' });
		const row = document.querySelector(`[data-message-id="${site.nativeMessageId('secret-2')}"]`);
		row?.setAttribute('aria-label', `At 16:15, Sam: So What?`);
		const reading = await readPage();
		expect(reading.thread?.messages[1]).toMatchObject({ text: 'What?', deleted: false });
	});

	it('7: a name that comes late changes nothing but the sender', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'choir' });
		const before = (await readPage()).thread?.messages ?? [];
		await expect
			.poll(async () => (await readPage()).thread?.messages.at(-1)?.sender, patience)
			.toBe('Sam Okello');
		const after = (await readPage()).thread?.messages ?? [];
		const bare = before.map(({ sender: _sender, ...rest }) => rest);
		expect(after.map(({ sender: _sender, ...rest }) => rest)).toEqual(bare);
	});

	it('scrolling reads what is drawn and takes shells for nothing', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'choir' });
		const texts = async (): Promise<(string | null)[]> =>
			(await readPage()).thread?.messages.map(({ text }) => text) ?? [];
		expect(await texts()).toEqual(Array.from({ length: 30 }, (_one, n) => `Line ${n + 40}`));
		await site.act({ do: 'scroll-thread', to: 10 });
		expect(await texts()).toEqual(Array.from({ length: 30 }, (_one, n) => `Line ${n + 10}`));
		expect(document.querySelectorAll('[data-virtualized="true"]')).toHaveLength(40);
	});

	it('a long list is read window by window', async () => {
		const scenario = smallInbox(now);
		scenario.chats = Array.from({ length: 60 }, (_one, n) => ({
			id: `c${n}`,
			network: 'messenger' as const,
			nativeId: String(500_000_000_000_000 + n),
			personIds: ['noa'],
			title: `Chat ${n}`,
			messages: [{ id: `m${n}`, from: 'noa', kind: 'text', text: 'x', sentAt: now - n * 60_000 }],
		}));
		const site = await openStandIn(scenario);
		const titles = async (): Promise<string[]> =>
			(await readPage()).chats.map(({ title }) => title);
		expect(await titles()).toEqual(Array.from({ length: 16 }, (_one, n) => `Chat ${n}`));
		await site.act({ do: 'scroll-list', to: 40 });
		expect(await titles()).toEqual(Array.from({ length: 16 }, (_one, n) => `Chat ${n + 40}`));
	});

	it('6: other labels and times on the same rows, as in another language, give the same messages', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'secret' });
		const memory = new Map<string, unknown>();
		const before = await readPage({ memory });
		await site.act({ do: 'language', language: 'ar' });
		const after = await readPage({ memory });
		expect(document.documentElement.dir).toBe('rtl');
		const bare = ({ thread }: typeof before): unknown =>
			thread?.messages.map(({ sender: _sender, ...rest }) => rest);
		expect(bare(after)).toEqual(bare(before));
	});

	it('both hosts and both kinds of address name one chat', async () => {
		const ids: (string | null | undefined)[] = [];
		for (const url of [
			'https://www.messenger.com/t/100000000000011/',
			'https://www.messenger.com/e2ee/t/100000000000011',
			'https://www.facebook.com/messages/t/100000000000011/?x=1#y',
			'https://web.facebook.com/messages/e2ee/t/100000000000011/',
		]) {
			await openStandIn(smallInbox(now), url);
			const { thread, chats } = await readPage();
			expect(chats.find(({ open }) => open)?.id).toBe('100000000000011');
			ids.push(thread?.chatId);
		}
		expect(new Set(ids)).toEqual(new Set(['100000000000011']));
	});

	it('messages of the chat that was open a moment ago are not taken for the next one', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'secret' });
		const memory = new Map<string, unknown>();
		expect((await readPage({ memory })).thread?.messages).toHaveLength(3);
		const next = new URL('https://www.facebook.com/messages/t/100000000000044/');
		const between = await readPage({ memory, url: next });
		expect(between.thread).toBeNull();
		expect(between.problems).toEqual(['thread-of-another-chat']);
		// Even on first sight: the log says whose it is.
		expect((await readPage({ url: next })).thread).toBeNull();
		for (const labelled of document.querySelectorAll('[role="log"]')) {
			labelled.removeAttribute('aria-label');
		}
		expect((await readPage({ memory, url: next })).thread).toBeNull();
	});

	it('a preview is known to be own once an open chat has shown how the page says "you"', async () => {
		const site = await openStandIn(smallInbox(now, 'de'));
		const memory = new Map<string, unknown>();
		const sideOf = async (): Promise<string | undefined> =>
			(await readPage({ memory })).chats.at(-1)?.previewSide;
		expect(await sideOf()).toBe('unknown');
		await site.act({ do: 'open', chatId: 'secret' });
		await readPage({ memory });
		expect(await sideOf()).toBe('mine');
	});
});
