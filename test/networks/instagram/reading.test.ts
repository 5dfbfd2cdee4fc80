// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.instagram.com/direct/inbox/"}
import { describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/model';
import { chatOf, expectedThread, readList, readThread } from './expectation';
import { languages, openStandIn, potters, readPage, text } from './stand-in';

const beaPath = '/direct/t/17842930000000001/';
const marketPath = '/direct/t/17842930000000002/';
const minuteMs = 60_000;

function titled(reading: Reading, title: string) {
	const found = reading.chats.find((chat) => chat.title === title);
	if (!found) throw new Error(`no row ${title}`);
	return found;
}

describe.each(languages)('a page in %s', (language) => {
	it('gives every mounted row in the order shown', async () => {
		const scenario = potters(language);
		await openStandIn(scenario);
		const reading = await readPage({ languages: [language] });
		expect(reading).toMatchObject({ state: 'reading', account: 'mara.holm', problems: [] });
		expect(reading.layers).toEqual({ chats: 'pagelet/timed', messages: null });
		const shown = window.site.shownChats();
		expect(shown.length).toBeLessThan(scenario.chats.length);
		expect(reading.chats.map(({ title }) => title)).toEqual(
			shown.map((id) => {
				const chat = chatOf(scenario, id);
				return chat.title ?? scenario.people.find((one) => one.id === chat.personIds[0])?.name;
			}),
		);
		for (const [index, id] of shown.entries()) {
			const chat = chatOf(scenario, id);
			const sentAt = chat.messages.at(-1)?.sentAt ?? 0;
			const read = reading.chats[index];
			expect(read?.unread).toBe(chat.unread ? true : 0);
			expect(read?.muted).toBe(chat.muted ?? false);
			expect(read?.lastActivity.precision).toBe('interval');
			expect(read?.lastActivity.from).toBeLessThanOrEqual(sentAt);
			expect(read?.lastActivity.to).toBeGreaterThanOrEqual(sentAt);
		}
	});

	it.each([
		['bea', beaPath],
		['market', marketPath],
	])('gives the open chat %s as it was written', async (chatId, path) => {
		const scenario = potters(language);
		await openStandIn(scenario, path);
		const reading = await readPage({ languages: [language] });
		expect(reading).toMatchObject({ state: 'reading', problems: [] });
		expect(readThread(reading)).toEqual(expectedThread(scenario, chatId));
		for (const [index, { sentAt }] of (reading.thread?.messages ?? []).entries()) {
			const at = chatOf(scenario, chatId).messages[index]?.sentAt ?? 0;
			expect(sentAt.from).toBeLessThanOrEqual(at);
			expect(sentAt.to).toBeGreaterThanOrEqual(at);
		}
	});
});

it('reads the same inbox whatever the language', async () => {
	const now = Date.now();
	const read: unknown[] = [];
	for (const language of languages) {
		await openStandIn(potters(language, now), marketPath);
		const reading = await readPage({ now: now + minuteMs, languages: [language] });
		const { account, chats, thread, layers } = reading;
		read.push({
			account,
			layers,
			list: readList(reading),
			ids: chats.map(({ id, provisionalId }) => [id, provisionalId]),
			times: thread?.messages.map(({ sentAt }) => sentAt),
			messages: readThread(reading),
		});
	}
	for (const other of read) expect(other).toEqual(read[0]);
});

describe('the open chat', () => {
	it('proves its row, which keeps its id after another chat is opened', async () => {
		await openStandIn(potters(), beaPath);
		const memory = new Map<string, unknown>();
		const first = await readPage({ memory });
		expect(titled(first, 'Bea Lindgren')).toMatchObject({
			id: '17842930000000001',
			provisionalId: expect.stringContaining('Bea Lindgren'),
			open: true,
			group: false,
		});
		expect(titled(first, 'Person 3')).toMatchObject({
			id: null,
			provisionalId: expect.stringContaining('_n.jpg'),
		});
		expect(first.thread).toMatchObject({ chatId: '17842930000000001', title: 'Bea Lindgren' });

		await window.site.act({ do: 'open', chatId: 'market' });
		const second = await readPage({ memory });
		expect(second.thread?.chatId).toBe('17842930000000002');
		expect(titled(second, 'Bea Lindgren').id).toBe('17842930000000001');
		expect(titled(second, 'Market 🛖')).toMatchObject({ id: '17842930000000002', group: true });
	});

	it('opens by a click on its row and changes the address', async () => {
		await openStandIn(potters());
		const row = document
			.querySelector<HTMLElement>('[title="Person 4"]')
			?.closest('[role="button"]');
		(row as HTMLElement).click();
		await expect
			.poll(async () => (await readPage()).thread?.messages.map((message) => message.text))
			.toEqual(['Hello 4']);
		expect(location.pathname).toBe('/direct/t/17842930000000104/');
	});

	it('is not read while address and page speak of two chats', async () => {
		await openStandIn(potters(), beaPath);
		const memory = new Map<string, unknown>();
		const now = Date.now();
		await readPage({ memory, now });
		const elsewhere = new URL('https://www.instagram.com/direct/t/17842930000000002/');
		const between = await readPage({ memory, now: now + 300, url: elsewhere });
		expect(between.thread).toBeNull();
		expect(between.problems).toContain('open-chat-unsettled');
		expect(titled(between, 'Bea Lindgren').id).toBe('17842930000000001');
		expect(between.chats.some(({ id }) => id === '17842930000000002')).toBe(false);
	});

	it('is read a little later where it ends like the chat before, though nothing changes', async () => {
		const scenario = potters();
		for (const id of ['c3', 'c4']) for (const one of chatOf(scenario, id).messages) one.text = 'ok';
		await openStandIn(scenario, '/direct/t/17842930000000103/');
		const memory = new Map<string, unknown>();
		const now = Date.now();
		await readPage({ memory, now });
		await window.site.act({ do: 'open', chatId: 'c4' });
		let at = now + 300;
		let reading = await readPage({ memory, now: at });
		expect(reading.thread).toBeNull();
		while (reading.rereadAfterMs !== undefined && at < now + 10_000) {
			at += reading.rereadAfterMs;
			reading = await readPage({ memory, now: at });
		}
		expect(reading.thread?.chatId).toBe('17842930000000104');
	});

	it('without a name or a row is not looked at again and again', async () => {
		await openStandIn(potters(), beaPath);
		document.querySelector('[data-pagelet="IGDInboxHeaderOffMsys"]')?.remove();
		document.querySelector('[data-pagelet="IGDInboxThreadListScrollableAreaPagelet"]')?.remove();
		const reading = await readPage();
		expect(reading.problems).toContain('open-chat-unsettled');
		expect(reading.thread).toBeNull();
		expect(reading.rereadAfterMs).toBeUndefined();
	});

	it('closes without leaving messages behind', async () => {
		await openStandIn(potters(), beaPath);
		await window.site.act({ do: 'close' });
		const reading = await readPage();
		expect(reading).toMatchObject({ state: 'reading', thread: null });
		expect(reading.chats.every(({ open }) => !open)).toBe(true);
	});
});

describe('lines that are no message', () => {
	const slot = (inside: string): string =>
		`<div><div style="opacity: 1;"><div>${inside}</div></div></div>`;
	const line = (words: string): string => `<div><span dir="auto">${words}</span></div>`;

	it('stay out: the card at the start, marks at the end', async () => {
		await openStandIn(potters(), beaPath);
		const now = Date.now();
		const before = await readPage({ now });
		const list = document.querySelector('[data-pagelet="IGDMessagesList"] > div > div');
		const card = `<img alt="user-profile-picture">${line('Bea Lindgren')}${line('Instagram')}`;
		list?.insertAdjacentHTML('afterbegin', slot(`${card}<a href="/bea_lindgren/">View</a>`));
		list?.insertAdjacentHTML('beforeend', slot(line('Seen')) + slot(line('Typing...')));
		expect((await readPage({ now })).thread).toEqual(before.thread);
	});
});

describe('a page that changes', () => {
	it('shows a message that arrives, at a time between two looks', async () => {
		const now = Date.now();
		const scenario = potters('en', now);
		await openStandIn(scenario, beaPath);
		const memory = new Map<string, unknown>();
		await readPage({ memory, now });
		await readPage({ memory, now: now + 10_000 });
		await window.site.act({
			do: 'arrive',
			chatId: 'bea',
			message: text('b7', 'bea', 'ok', now - 4.5 * 60 * minuteMs),
		});
		const reading = await readPage({ memory, now: now + 12_000 });
		expect(reading.thread?.messages.at(-1)).toMatchObject({
			side: 'theirs',
			text: 'ok',
			sentAt: { from: now + 10_000, to: now + 12_000, precision: 'interval' },
		});
		const again = await readPage({ memory, now: now + 60_000 });
		expect(again.thread?.messages).toEqual(reading.thread?.messages);
	});

	it('does not take a scrolled thread for news', async () => {
		const now = Date.now();
		const scenario = potters('en', now);
		chatOf(scenario, 'bea').messages = Array.from({ length: 80 }, (_, index) =>
			text(`n${index}`, index % 3 ? 'bea' : 'me', `note ${index}`, now - (100 - index) * 1_000),
		);
		await openStandIn(scenario, beaPath);
		const memory = new Map<string, unknown>();
		const newest = await readPage({ memory, now });
		await window.site.act({ do: 'scroll-thread', to: 10 });
		const older = await readPage({ memory, now: now + 5_000 });
		expect(older.thread?.messages.map((message) => message.text)[0]).toBe('note 10');
		await window.site.act({ do: 'scroll-thread', to: 30 });
		await readPage({ memory, now: now + 9_000 });
		await window.site.act({ do: 'scroll-thread', to: 80 });
		const back = await readPage({ memory, now: now + 12_000 });
		expect(readThread(back)).toEqual(readThread(newest));
		for (const { sentAt } of back.thread?.messages ?? []) {
			expect(sentAt.from ?? 0).toBeLessThanOrEqual(now - 60_000);
		}
	});

	it('keeps whose a message is when the picture of its run moves on', async () => {
		const scenario = potters();
		await openStandIn(scenario, beaPath);
		const memory = new Map<string, unknown>();
		const arrive = (id: string) =>
			window.site.act({ do: 'arrive', chatId: 'bea', message: text(id, 'bea', id, Date.now()) });
		await arrive('x1');
		stripSides();
		const first = await readPage({ memory });
		expect(first.thread?.messages.at(-1)).toMatchObject({ side: 'theirs', sender: 'bea_lindgren' });
		await arrive('x2');
		stripSides();
		const second = await readPage({ memory });
		expect(second.thread?.messages.slice(-2)).toMatchObject([
			{ text: 'x1', side: 'theirs', sender: 'bea_lindgren' },
			{ text: 'x2', side: 'theirs', sender: 'bea_lindgren' },
		]);
	});

	it('follows an edit, a reaction and an unsent message', async () => {
		const scenario = potters();
		await openStandIn(scenario, beaPath);
		await window.site.act({ do: 'edit', chatId: 'bea', messageId: 'b2', text: 'Two are left' });
		await window.site.act({ do: 'react', chatId: 'bea', messageId: 'b6', emoji: '👍' });
		await window.site.act({ do: 'unsend', chatId: 'bea', messageId: 'b3' });
		const reading = await readPage();
		const messages = reading.thread?.messages ?? [];
		expect(messages.map((message) => message.text)).toEqual([
			'Is the blue bowl still there?',
			'Two are left',
			'ok',
			'Line one\nline two',
			'Yes',
		]);
		expect(messages.at(-1)?.reactions).toEqual(['👍']);
	});

	it('shows the rows that scrolling mounts', async () => {
		await openStandIn(potters());
		await window.site.act({ do: 'scroll-list', to: 6 });
		const reading = await readPage();
		expect(reading.chats).toHaveLength(16);
		expect(reading.chats.at(-1)?.title).toBe('Person 19');
	});

	it('speaks another language without a change in what is read', async () => {
		await openStandIn(potters(), beaPath);
		const before = await readPage();
		await window.site.act({ do: 'language', language: 'ar' });
		const after = await readPage();
		expect(document.documentElement.dir).toBe('rtl');
		expect(readThread(after)).toEqual(readThread(before));
		expect(readList(after)).toEqual(readList(before));
	});

	it('says when it is hidden, and what it last drew', async () => {
		await openStandIn(potters(), beaPath);
		const reading = await readPage({ visible: false });
		expect(reading.state).toBe('hidden');
		expect(reading.chats.length).toBeGreaterThan(0);
	});
});

/** As if neither labels nor inline styles told whose a message is. */
function stripSides(): void {
	for (const element of document.querySelectorAll('[data-pagelet="IGDMessagesList"] *')) {
		element.removeAttribute('aria-label');
		if (element.getAttribute('style')?.includes('flex')) element.removeAttribute('style');
	}
}
