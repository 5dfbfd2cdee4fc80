// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '@/lib/model';
import { adapter } from '@/lib/networks/whatsapp';
import { address } from './address';

const now = Date.parse('2026-08-12T18:00');
const seconds = (iso: string): number => Date.parse(iso) / 1_000;

interface Row {
	title: string;
	time?: string;
	unread?: number;
	selected?: boolean;
}

function pageOf(rows: Row[], openChat?: string): Document {
	const drawn = rows.map(
		({ title, time = 'Yesterday', unread, selected = false }, index) =>
			`<div role="row" style="transform: translateY(${index * 76}px)"><div role="gridcell"><div aria-selected="${selected}">
			<div role="gridcell" aria-colindex="2"><div data-testid="cell-frame-title"><span title="${title}">${title}</span></div><div data-testid="cell-frame-primary-detail">${time}</div></div>
			<div><span data-testid="last-msg-status" title="hi"><span dir="ltr">hi</span></span></div>
			<div role="gridcell" aria-colindex="1">${unread ? `<span data-testid="icon-unread-count">${unread}</span>` : ''}</div></div></div></div>`,
	);
	const chat = openChat
		? `<div id="main"><header><div role="button"><span dir="auto">${openChat}</span></div></header><div data-id="3A01"><div data-pre-plain-text="[10:00, 8/12/2026] Sam: "><span class="selectable-text">hi</span></div></div></div>`
		: '';
	return new DOMParser().parseFromString(
		`<html id="whatsapp-web" lang="en"><body><div id="app"><div id="side"><div id="pane-side"><div role="grid" aria-rowcount="${rows.length}">${drawn.join('')}</div></div></div>${chat}</div></body></html>`,
		'text/html',
	);
}

interface Stores {
	chat: object[];
	contact?: object[];
	'group-metadata'?: object[];
}

async function factoryWith(stores: Stores): Promise<IDBFactory> {
	const factory = new IDBFactory();
	const database = await new Promise<IDBDatabase>((resolve) => {
		const request = factory.open('model-storage', 3);
		request.onupgradeneeded = () => {
			for (const [name, records] of Object.entries(stores)) {
				const store = request.result.createObjectStore(name, { keyPath: 'id' });
				for (const record of records) store.put(record);
			}
		};
		request.onsuccess = () => resolve(request.result);
	});
	database.close();
	return factory;
}

function read(
	document: Document,
	indexedDB: globalThis.IDBFactory,
	memory = new Map(),
): Promise<Reading> {
	return adapter.read({
		document,
		url: address,
		now,
		languages: ['en-US'],
		openedAt: now - 60_000,
		visible: true,
		memory,
		indexedDB,
		localItem: (name) => (name === 'last-wid-md' ? '"4917139200150:12@c.us"' : null),
	});
}

const phone = (n: number): string => `49171392001${n}@c.us`;
const at = seconds('2026-08-11T10:00');

afterEach(() => {
	vi.useRealTimers();
});

describe('the database of the page', () => {
	it('is never made: without one, rows go by their titles and the reader says so', async () => {
		const factory = new IDBFactory();
		const reading = await read(pageOf([{ title: 'Sam' }]), factory);
		expect(reading).toMatchObject({
			state: 'degraded',
			problems: ['database-missing'],
		});
		expect(reading.chats).toMatchObject([{ id: null, provisionalId: 'title:Sam' }]);
		expect(await factory.databases()).toEqual([]);
	});

	it('is not made even if it goes away between the look and the opening', async () => {
		const factory = new IDBFactory();
		factory.databases = async () => [{ name: 'model-storage', version: 3 }];
		const reading = await read(pageOf([{ title: 'Sam' }]), factory);
		expect(reading.problems).toContain('database-failed');
		expect(await IDBFactory.prototype.databases.call(factory)).toEqual([]);
	});

	it('proves a row that went by its title to be that chat', async () => {
		const factory = await factoryWith({
			chat: [{ id: phone(1), t: at, unreadCount: 0 }],
			contact: [{ id: phone(1), name: 'Sam' }],
		});
		const reading = await read(pageOf([{ title: 'Sam' }]), factory);
		expect(reading.chats).toMatchObject([
			{
				id: phone(1),
				provisionalId: 'title:Sam',
				lastActivity: { from: at * 1_000, precision: 'exact' },
			},
		]);
	});

	it('leaves out channels, the status list and chats that it marks as locked', async () => {
		const factory = await factoryWith({
			chat: [
				{ id: '120363000000000001@newsletter', t: at, name: 'News' },
				{ id: 'status@broadcast', t: at, name: 'Status' },
				{ id: phone(1), t: at, isLocked: true },
				{ id: phone(2), t: at, unreadCount: -1 },
			],
			contact: [
				{ id: phone(1), name: 'Secret Sam' },
				{ id: phone(2), name: 'Open Otto' },
			],
		});
		const reading = await read(
			pageOf([{ title: 'Secret Sam' }, { title: 'Open Otto' }], 'Secret Sam'),
			factory,
		);
		expect(reading.chats.map(({ title }) => title)).toEqual(['Open Otto']);
		expect(reading.thread).toBeNull();
	});

	it('is read whole, a portion at a time, and what stays as it was is the same', async () => {
		const chat = Array.from({ length: 250 }, (_, n) => ({
			id: phone(n),
			t: at - n,
			name: `Chat ${n}`,
		}));
		const page = pageOf([{ title: 'Chat 0' }]);
		const memory = new Map();
		const first = await read(page, await factoryWith({ chat }), memory);
		expect(first.chats.map(({ id }) => id)).toEqual(chat.map(({ id }) => id));
		const known = memory.get('whatsapp').database;
		memory.get('whatsapp').database = { ...known, readAt: 0 };
		const changed = chat.map((one, n) => (n === 249 ? { ...one, unreadCount: 3 } : one));
		const second = await read(page, await factoryWith({ chat: changed }), memory);
		expect(second.chats[249]).toMatchObject({ id: phone(249), unread: 3 });
		expect(second.chats[248]).toBe(first.chats[248]);
	});

	it('knows one chat under its private and its phone form', async () => {
		const factory = await factoryWith({
			chat: [
				{ id: '103590000000001@lid', t: at + 60, unreadCount: 3 },
				{ id: phone(1), t: at, unreadCount: 0 },
			],
			contact: [
				{ id: '103590000000001@lid', phoneNumber: phone(1), pushname: 'sammy' },
				{ id: phone(1), name: 'Sam' },
			],
		});
		const reading = await read(pageOf([]), factory);
		expect(reading.chats).toMatchObject([
			{ id: phone(1), otherIds: ['103590000000001@lid'], title: 'Sam', unread: 3 },
		]);
	});

	it('says that a chat is the one of a private id once its number is known', async () => {
		const lid = '103590000000001@lid';
		const page = pageOf([{ title: 'Sam', selected: true }], 'Sam');
		const chat = [{ id: lid, t: at, unreadCount: 0 }];
		const before = await read(
			page,
			await factoryWith({ chat, contact: [{ id: lid, name: 'Sam' }] }),
		);
		expect([before.chats[0]?.id, before.thread?.chatId]).toEqual([lid, lid]);
		const after = await read(
			page,
			await factoryWith({ chat, contact: [{ id: lid, name: 'Sam', phoneNumber: phone(1) }] }),
		);
		expect(after.chats[0]).toMatchObject({ id: phone(1), otherIds: [lid] });
		expect(after.thread).toMatchObject({ chatId: phone(1), otherIds: [lid] });
	});

	it('gives chats without a row: marked unread, muted for a while, archived, pinned', async () => {
		const later = now / 1_000 + 3_600;
		const factory = await factoryWith({
			chat: [
				{ id: phone(1), t: at, unreadCount: -1, muteExpiration: later, pin: 1_780_000_000 },
				{ id: phone(2), t: at - 1, unreadCount: 4, muteExpiration: 1, archive: true },
				{ id: '120363000000000009@g.us', t: at - 2, muteExpiration: -1 },
			],
			contact: [
				{ id: phone(1), name: 'Sam' },
				{ id: phone(2), name: 'Otto' },
			],
			'group-metadata': [{ id: '120363000000000009@g.us', subject: 'Hikers' }],
		});
		expect((await read(pageOf([]), factory)).chats).toMatchObject([
			{ title: 'Sam', unread: true, muted: true, pinned: true, archived: false, group: false },
			{ title: 'Otto', unread: 4, muted: false, pinned: false, archived: true, preview: null },
			{ title: 'Hikers', unread: null, muted: true, group: true },
		]);
	});

	it('tells namesakes apart by their unread counts and times, or by neither', async () => {
		const chat = (n: number, t: number, unreadCount = 0) => ({ id: phone(n), t, unreadCount });
		const contact = [1, 2].map((n) => ({ id: phone(n), name: 'Sam' }));
		const ids = async (chats: object[], rows: Row[]): Promise<(string | null)[]> => {
			const reading = await read(pageOf(rows), await factoryWith({ chat: chats, contact }));
			return reading.chats.slice(0, rows.length).map(({ id }) => id);
		};
		const two: Row[] = [{ title: 'Sam' }, { title: 'Sam' }];
		expect(
			await ids([chat(1, at), chat(2, at - 60)], [{ title: 'Sam' }, { title: 'Sam', unread: 2 }]),
		).toEqual([null, null]);
		expect(
			await ids(
				[chat(1, at), chat(2, at - 60, 2)],
				[{ title: 'Sam' }, { title: 'Sam', unread: 2 }],
			),
		).toEqual([phone(1), phone(2)]);
		expect(
			await ids(
				[chat(1, at), chat(2, at - 3 * 86_400)],
				[{ title: 'Sam' }, { title: 'Sam', time: 'Saturday' }],
			),
		).toEqual([phone(1), phone(2)]);
		// Equal in all: the list's order is that of the times.
		expect(await ids([chat(1, at), chat(2, at - 60)], two)).toEqual([phone(1), phone(2)]);
		expect(await ids([chat(1, at), chat(2, at)], two)).toEqual([null, null]);
		// One of two in view may be either.
		expect(await ids([chat(1, at), chat(2, at - 60)], [{ title: 'Sam' }])).toEqual([null]);
	});

	it('names the open chat by its row, where the title alone would not do', async () => {
		const factory = await factoryWith({
			chat: [
				{ id: phone(1), t: at, unreadCount: 0 },
				{ id: phone(2), t: at - 3 * 86_400, unreadCount: 0 },
			],
			contact: [
				{ id: phone(1), name: 'Sam' },
				{ id: phone(2), name: 'Sam' },
			],
		});
		const rows = [{ title: 'Sam' }, { title: 'Sam', time: 'Saturday', selected: true }];
		expect((await read(pageOf(rows, 'Sam'), factory)).thread?.chatId).toBe(phone(2));
		const unselected = [{ title: 'Sam' }, { title: 'Sam', time: 'Saturday' }];
		expect((await read(pageOf(unselected, 'Sam'), factory)).thread).toMatchObject({
			chatId: null,
			provisionalId: null,
		});
	});

	it('joins an unsaved number however it is written', async () => {
		const factory = await factoryWith({
			chat: [{ id: '447700900123@c.us', t: at }],
			contact: [{ id: '447700900123@c.us', pushname: 'Pat' }],
		});
		const title = async (shown: string) =>
			(await read(pageOf([{ title: shown }]), factory)).chats[0]?.id;
		expect(await title('+44 7700 900123')).toBe('447700900123@c.us');
		expect(await title('~Pat')).toBe('447700900123@c.us');
	});

	it('links the chat with oneself by the account', async () => {
		const own = '4917139200150@c.us';
		const factory = await factoryWith({
			chat: [{ id: own, t: at }],
			contact: [{ id: own, name: 'Ronja' }],
		});
		const page = pageOf([{ title: 'Ronja (Du)' }]);
		page
			.querySelector('[role="gridcell"] > div')
			?.setAttribute('data-testid', 'message-yourself-row');
		expect((await read(page, factory)).chats).toMatchObject([{ id: own }]);
	});

	it('settles the order of day and month by the times it knows', async () => {
		const t = seconds('2026-08-02T09:00');
		const factory = await factoryWith({
			chat: [
				{ id: phone(1), t },
				{ id: phone(2), t: at },
			],
			contact: [
				{ id: phone(1), name: 'Sam' },
				{ id: phone(2), name: 'Otto' },
			],
		});
		const rows = [
			{ title: 'Otto' },
			{ title: 'Sam', time: '2/8/2026' },
			{ title: 'Unknown', time: '3/7/2026' },
		];
		const reading = await read(pageOf(rows), factory);
		expect(new Date(reading.chats[2]?.lastActivity.from ?? 0).getMonth()).toBe(6);
	});

	it('that hangs is left alone, and what was read before stays', async () => {
		const factory = await factoryWith({
			chat: [{ id: phone(1), t: at }],
			contact: [{ id: phone(1), name: 'Sam' }],
		});
		const memory = new Map();
		await read(pageOf([{ title: 'Sam' }]), factory, memory);
		vi.useFakeTimers();
		factory.open = () => ({}) as IDBOpenDBRequest;
		const later = adapter.read({
			document: pageOf([{ title: 'Sam' }]),
			url: address,
			now: now + 10_000,
			languages: ['en-US'],
			openedAt: now - 60_000,
			visible: true,
			memory,
			indexedDB: factory,
			localItem: () => '"4917139200150:12@c.us"',
		});
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await later).toMatchObject({
			chats: [{ id: phone(1) }],
			problems: expect.arrayContaining(['database-hangs']),
		});
	});

	it('does not hold up the page that upgrades it', async () => {
		const factory = await factoryWith({ chat: [{ id: phone(1), t: at }] });
		await read(pageOf([{ title: 'Sam' }]), factory);
		const isUpgraded = await new Promise((resolve) => {
			const request = factory.open('model-storage', 4);
			request.onblocked = () => resolve(false);
			request.onsuccess = () => resolve(true);
		});
		expect(isUpgraded).toBe(true);
	});

	it('with records of any shape spoils nothing else', async () => {
		const factory = await factoryWith({
			chat: [
				{ id: 7, t: 'x' },
				{ id: 'no-server', t: at },
				{
					id: phone(3),
					t: Number.POSITIVE_INFINITY,
					unreadCount: 'many',
					muteExpiration: {},
					pin: null,
				},
			],
			contact: [{ id: phone(3), name: 'Sam', phoneNumber: 12 }],
		});
		const reading = await read(pageOf([{ title: 'Sam' }]), factory);
		expect(reading.chats).toMatchObject([{ id: phone(3), unread: 0, muted: false }]);
	});
});
