// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/model';
import { adapter } from '@/lib/networks/whatsapp';
import { address } from './address';

const now = Date.parse('2026-08-12T18:00');

interface PageParts {
	rows?: string[];
	count?: number;
	title?: string;
	messages?: string[];
	indexedDB?: globalThis.IDBFactory;
}

/** A page with a list, an open chat or both, as a reader finds it that has watched for minutes. */
async function read({ rows, count, title = '', messages, indexedDB }: PageParts): Promise<Reading> {
	const grid =
		rows && `<div role="grid" aria-rowcount="${count ?? rows.length}">${rows.join('')}</div>`;
	const list = grid === undefined ? '' : `<div id="side"><div id="pane-side">${grid}</div></div>`;
	const chat = messages
		? `<div id="main"><header><span dir="auto">Sam</span></header>${messages.join('')}
			<footer><div contenteditable="true"></div></footer></div>`
		: '';
	const html = `<html id="whatsapp-web" lang="en"><title>${title}</title><body><div id="app">${list}${chat}</div></body></html>`;
	const memory = new Map<string, unknown>();
	let reading: Reading | undefined;
	for (let pass = 0; pass < 3; pass += 1) {
		reading = await adapter.read({
			document: new DOMParser().parseFromString(html, 'text/html'),
			url: address,
			now: now + pass,
			languages: ['en-US'],
			openedAt: now - 120_000,
			visible: true,
			memory,
			...(indexedDB && {
				indexedDB,
				localItem: (name) => (name === 'last-wid-md' ? '"4917139200150:12@c.us"' : null),
			}),
		});
	}
	if (!reading) throw new Error('not read');
	return reading;
}

const row = (n: number, { name = `Chat ${n}`, time = '10:00', unread = '' } = {}): string =>
	`<div role="row"><div role="gridcell" aria-selected="false"><div role="gridcell" aria-colindex="2">${
		name && `<span title="${name}">${name}</span>`
	}<div><span>${time}</span></div></div><div role="gridcell" aria-colindex="1">${unread}</div></div></div>`;
const rowsOf = (count: number, more?: Parameters<typeof row>[1]): string[] =>
	Array.from({ length: count }, (_, index) => row(index + 1, more));
const message = (n: number, stamp: string, meta = ''): string =>
	`<div data-id="3A0${n}"><div data-pre-plain-text="[${stamp}] Sam: "><span class="selectable-text">hi ${n}</span></div>${meta}</div>`;
const meta = '<div data-testid="msg-meta"><span dir="auto">10:05</span></div>';
const messagesOf = (count: number, stamp: string, corner = meta): string[] =>
	Array.from({ length: count }, (_, index) => message(index + 1, stamp, corner));
const picture = (n: number): string =>
	`<div data-id="3B0${n}"><div data-testid="image-thumb"></div>${meta}</div>`;

async function pageDatabase(names: readonly string[]): Promise<IDBFactory> {
	const factory = new IDBFactory();
	await new Promise<void>((resolve) => {
		const request = factory.open('model-storage', 1);
		request.onupgradeneeded = () => {
			const chats = request.result.createObjectStore('chat', { keyPath: 'id' });
			for (const [index, name] of names.entries())
				chats.put({ id: `12036${index}@g.us`, name, unreadCount: 0, t: now / 1_000 - 90_000 });
		};
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
	});
	return factory;
}

/** Each of the checks by which a changed page is noticed; numbers as in the design of 2026-11. */
describe('a sound page passes every check, and one that is not', () => {
	it('passes them all', async () => {
		const sound = { rows: rowsOf(12), messages: messagesOf(6, '10:05, 8/11/2026') };
		expect(await read(sound)).toMatchObject({ state: 'reading', problems: [] });
	});

	it('A1: without the column of chats is a changed layout', async () => {
		expect((await read({})).state).toBe('layout-changed');
	});

	it('A2: with a grid of no rows where others are promised is a changed layout', async () => {
		expect(await read({ rows: [], count: 40 })).toMatchObject({
			state: 'layout-changed',
			chats: [],
		});
	});

	it('A3: with fewer rows than it draws at once says so', async () => {
		expect((await read({ rows: rowsOf(4), count: 40 })).problems).toContain('few-rows');
		expect((await read({ rows: rowsOf(10), count: 40 })).problems).toEqual([]);
	});

	it('A4: with names on less than four rows of five is read in part', async () => {
		const rows = [...rowsOf(7), ...rowsOf(3, { name: '' })];
		const { state, problems, chats } = await read({ rows });
		expect({ state, chats: chats.length }).toEqual({ state: 'degraded', chats: 7 });
		expect(problems).toContain('titles-unreadable');
	});

	it('A5: with times on less than half of its rows is read in part', async () => {
		const rows = [...rowsOf(3), ...rowsOf(4, { name: 'Sam', time: '?' })];
		const reading = await read({ rows });
		expect(reading).toMatchObject({ state: 'degraded', problems: ['times-unreadable'] });
	});

	it('A6: whose title counts unread chats while no row shows one, calls none of them read', async () => {
		const { chats } = await read({ rows: rowsOf(6), title: '(3) WhatsApp' });
		expect(new Set(chats.map(({ unread }) => unread))).toEqual(new Set([null]));
		const unread = '<span data-testid="icon-unread-count">2</span>';
		const counted = await read({ rows: [row(1, { unread }), row(2)], title: '(1) WhatsApp' });
		expect(counted.chats.map((chat) => chat.unread)).toEqual([2, 0]);
	});

	it('A7: without its database, though someone is signed in, says so', async () => {
		const reading = await read({ rows: rowsOf(6), indexedDB: new IDBFactory() });
		expect(reading).toMatchObject({ state: 'degraded', problems: ['database-missing'] });
	});

	it('A8: of whose rows less than seven in ten are in its database is read in part', async () => {
		const known = ['Chat 1', 'Chat 2', 'Chat 3'];
		const { state, problems } = await read({
			rows: rowsOf(6, { time: 'Yesterday' }),
			indexedDB: await pageDatabase(known),
		});
		expect({ state, problems }).toEqual({ state: 'degraded', problems: ['rows-unlinked'] });
	});

	it('B1, B2: with a chat of which nothing is found, or nothing is drawn, says which', async () => {
		const empty = await read({ rows: rowsOf(6), messages: [] });
		expect(empty).toMatchObject({ problems: ['chat-without-messages'], thread: { messages: [] } });
		const place = '<div data-id="3A01"><div data-virtualized="true"></div></div>';
		const undrawn = await read({ rows: rowsOf(6), messages: [place, place, place] });
		expect(undrawn).toMatchObject({ state: 'hidden', problems: ['message-shells'] });
	});

	it('B3: with stamps that cannot be read is read in part', async () => {
		const { state, problems } = await read({ messages: messagesOf(6, 'x, y') });
		expect(state).toBe('degraded');
		expect(problems).toContain('stamps-unreadable');
	});

	it('B4: with messages that could be anybody’s is read in part', async () => {
		const { state, problems } = await read({ messages: messagesOf(6, '10:05, 8/11/2026', '') });
		expect({ state, problems }).toEqual({ state: 'degraded', problems: ['sides-unknown'] });
	});

	it('B5: with hardly a stamp says so, and is no worse for it: pictures have none', async () => {
		const pictures = [1, 2, 3, 4, 5, 6].map(picture);
		const reading = await read({ rows: rowsOf(6), messages: pictures });
		expect(reading).toMatchObject({ state: 'reading', problems: ['few-stamps'] });
	});

	it('B6: without a place to write says so, and is no worse for it: channels have none', async () => {
		const messages = [...messagesOf(6, '10:05, 8/11/2026'), '<!-- no footer -->'];
		const sound = await read({ messages });
		expect(sound.problems).toEqual([]);
		const html = messages.join('');
		const document = new DOMParser().parseFromString(
			`<html id="whatsapp-web" lang="en"><body><div id="app"><div id="main"><header><span dir="auto">News</span></header>${html}</div></div></body></html>`,
			'text/html',
		);
		const reading = await adapter.read({
			document,
			url: address,
			now,
			languages: ['en-US'],
			openedAt: now - 120_000,
			visible: true,
			memory: new Map(),
		});
		expect(reading).toMatchObject({ state: 'reading', problems: ['no-composer'] });
	});
});
