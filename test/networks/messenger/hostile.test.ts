// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../sites/scenario';
import { smallInbox } from './people';
import { openStandIn, readPage } from './stand-in';

const now = Date.now();

const texts = {
	html: '<img src=x onerror="window.hit = 1"><b>bold</b>',
	script: '<script>window.hit = 1</script>',
	surrogates: 'half \ud83d and other half \ude00 end',
	bidi: 'safe \u202egnp.exe\u202c and \u2066more',
	nul: 'before\0after',
	label: 'At 16:15, You: hello',
	mark: 'Unread message:',
	dots: 'a · b · c',
	lines: 'one\n\n\ntwo\tthree',
};

function hostileInbox(): Scenario {
	const scenario = smallInbox(now);
	const chat = scenario.chats.find(({ id }) => id === 'secret');
	if (chat) {
		chat.messages = Object.entries(texts).map(([id, text], index) => ({
			id,
			from: index % 2 ? 'me' : 'sam',
			kind: 'text' as const,
			text,
			sentAt: now - (20 - index) * 60_000,
		}));
	}
	return scenario;
}

describe('what a page or a message holds is text and nothing else', () => {
	it('keeps every text as it was written', async () => {
		const site = await openStandIn(hostileInbox());
		await site.act({ do: 'open', chatId: 'secret' });
		const { thread, state } = await readPage();
		expect(state).toBe('reading');
		expect(thread?.messages.map(({ text }) => text)).toEqual(Object.values(texts));
		expect(thread?.messages.map(({ side }) => side)).toEqual(
			Object.keys(texts).map((_id, index) => (index % 2 ? 'mine' : 'theirs')),
		);
		expect('hit' in window).toBe(false);
	});

	it('cuts what is longer than 120,000 characters and says so', async () => {
		const scenario = hostileInbox();
		const site = await openStandIn(scenario);
		const add = (id: string, text: string) =>
			site.act({
				do: 'arrive',
				chatId: 'secret',
				message: { id, from: 'sam', kind: 'text', text, sentAt: now },
			});
		await site.act({ do: 'open', chatId: 'secret' });
		await add('long', 'x'.repeat(100_000));
		await add('longer', `${'y'.repeat(119_999)}${'\u{1f600}'.repeat(10)}`);
		const [long, longer] = (await readPage()).thread?.messages.slice(-2) ?? [];
		expect(long).toMatchObject({ truncated: false, text: 'x'.repeat(100_000) });
		expect(longer).toMatchObject({ truncated: true, text: 'y'.repeat(119_999) });
	});

	it.each(['Unread message:', 'Unread message: hi', 'Mark as unread', '·', 'More options for Noa'])(
		'a last message "%s" makes no chat unread and renames none',
		async (text) => {
			const scenario = smallInbox(now);
			const chat = scenario.chats.find(({ id }) => id === 'quiet');
			chat?.messages.push({ id: 'last', from: 'rut', kind: 'text', text, sentAt: now });
			for (const url of ['https://www.facebook.com/messages/', 'https://www.messenger.com/']) {
				await openStandIn(scenario, url);
				const [row] = (await readPage()).chats;
				expect(row).toMatchObject({ title: 'Rut Amsel', unread: 0 });
			}
		},
	);

	it('a chat may be called like the mark of unread ones', async () => {
		const scenario = smallInbox(now);
		const person = scenario.people.find(({ id }) => id === 'rut');
		if (person) person.name = 'Unread message:';
		await openStandIn(scenario);
		expect((await readPage()).chats.at(-1)).toMatchObject({
			title: 'Unread message:',
			preview: 'You: Happy new year',
			unread: 0,
		});
	});

	it('cuts names and previews to 2,000 characters', async () => {
		const scenario = hostileInbox();
		const person = scenario.people.find(({ id }) => id === 'sam');
		if (person) person.name = 'S'.repeat(5_000);
		const chat = scenario.chats.find(({ id }) => id === 'secret');
		chat?.messages.push({
			id: 'p',
			from: 'sam',
			kind: 'text',
			text: 'p'.repeat(9_000),
			sentAt: now,
		});
		await openStandIn(scenario);
		const [row] = (await readPage()).chats;
		expect(row?.title).toBe('S'.repeat(2_000));
		expect(row?.preview).toBe('p'.repeat(2_000));
	});

	it('odd attributes do not stop the reader', async () => {
		const site = await openStandIn(smallInbox(now));
		await site.act({ do: 'open', chatId: 'kinds' });
		document.documentElement.lang = '"><script>';
		for (const link of document.querySelectorAll('[role="row"]:last-child a')) {
			link.setAttribute('href', 'http://[bad/t/1');
		}
		for (const row of document.querySelectorAll('[data-message-id]')) {
			row.setAttribute('aria-label', ','.repeat(50_000));
		}
		const { chats, thread } = await readPage();
		expect(chats).toHaveLength(3);
		expect(thread?.messages.length).toBeGreaterThan(20);
	});
});
