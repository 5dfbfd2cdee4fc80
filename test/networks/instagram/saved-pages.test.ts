// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.instagram.com/direct/inbox/"}
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/model';
import { adapter } from '@/lib/networks/instagram';
import * as selectors from '@/lib/networks/instagram/selectors';
import { realShape, realShapeUrl } from './real-shape';
import { contextOf, openStandIn, potters } from './stand-in';

const folder = resolve(import.meta.dirname, '../../../../shared/saved-pages/instagram');
const isAbsent = !existsSync(folder);
const reason = isAbsent ? ' (skipped: no folder ../shared/saved-pages)' : '';
const now = new Date(2026, 8, 17, 15, 0).getTime();
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function pageOf(html: string): Document {
	return new DOMParser().parseFromString(html, 'text/html');
}

const saved = (name: string): Document => pageOf(readFileSync(resolve(folder, name), 'utf8'));

function read(page: Document, url: URL): Promise<Reading> {
	return adapter.read(contextOf({ document: page, url, now, languages: ['en'] }));
}

const minute = (...parts: [number, number, number, number, number]) => {
	const from = new Date(...parts).getTime();
	return { from, to: from + minuteMs - 1, precision: 'minute' };
};

describe.skipIf(isAbsent)(`saved pages of Instagram${reason}`, () => {
	it('4: gives the six bubbles of 2026 with side, quote and time', async () => {
		const reading = await read(
			saved('text-bubbles.native-shaped.synthetic.2026.html'),
			new URL('https://www.instagram.com/direct/t/17840000000000001/'),
		);
		expect(reading).toMatchObject({ state: 'reading', account: 'me_user', problems: [] });
		expect(reading.layers.messages).toBe('pagelet/groups');
		expect(reading.thread).toMatchObject({
			chatId: '17840000000000001',
			title: 'Alex Example',
		});
		const yesterday = new Date(2026, 8, 16, 21, 40).getTime();
		const afternoon = new Date(2026, 8, 17, 14, 41).getTime();
		const between = { from: yesterday, to: afternoon, precision: 'interval' };
		expect(reading.thread?.messages).toMatchObject([
			{ side: 'theirs', text: 'first received text', sentAt: minute(2026, 8, 16, 21, 40) },
			{ side: 'theirs', text: 'second, same sender', sentAt: between },
			{ side: 'mine', text: 'own text 👍', sentAt: between },
			{ side: 'mine', text: 'own text 👍', sentAt: between },
			{
				side: 'theirs',
				text: 'answer to a quote',
				quote: 'own text 👍',
				sentAt: minute(2026, 8, 17, 14, 41),
			},
			{ side: 'mine', text: 'last own text', quote: null, sentAt: minute(2026, 8, 17, 14, 58) },
		]);
		for (const message of reading.thread?.messages ?? []) {
			expect(message).toMatchObject({ id: null, kind: 'text', reactions: [], truncated: false });
			expect(message.sender).toBe(message.side === 'theirs' ? 'user_1' : null);
		}
	});

	it('9: gives the same sides in the mirrored page of a right-to-left language', async () => {
		const url = new URL('https://www.instagram.com/direct/t/17840000000000001/');
		const page = saved('text-bubbles.native-shaped.synthetic.2026.html');
		const before = await read(page, url);
		page.documentElement.dir = 'rtl';
		expect(await read(page, url)).toEqual(before);
	});

	it('2: reads the links of 2022 as an older layout, nothing invented', async () => {
		const reading = await read(
			saved('inbox-list.dom.2022-12.html'),
			new URL('https://www.instagram.com/direct/inbox/'),
		);
		expect(reading).toMatchObject({
			state: 'degraded',
			layers: { chats: 'links/links' },
			account: null,
			thread: null,
			problems: ['list-by-links'],
		});
		expect(reading.chats).toMatchObject([
			{
				id: '340282366841710300949128000000000000001',
				title: 'Alex Example',
				preview: 'synthetic preview',
				unread: null,
				lastActivity: { from: Date.parse('2022-10-28T07:58:51.863Z'), precision: 'exact' },
			},
			{
				id: '340282366841710300949128000000000000002',
				title: 'Bo Sample',
				preview: 'synthetic preview two',
				unread: null,
				lastActivity: { from: Date.parse('2022-09-12T11:20:07.004Z'), precision: 'exact' },
			},
		]);
	});

	it('does not take a story tray for an inbox', async () => {
		const page = saved('story-tray-item.dom.2022.html');
		const direct = await read(page, new URL('https://www.instagram.com/direct/inbox/'));
		expect(direct).toMatchObject({ state: 'unknown-page', chats: [], thread: null });
		const home = await read(page, new URL('https://www.instagram.com/'));
		expect(home).toMatchObject({ state: 'dormant', chats: [], thread: null });
	});

	it('has no part of a page that the stand-in draws otherwise', async () => {
		const page = saved('text-bubbles.native-shaped.synthetic.2026.html');
		const wanted = shapesOf(page);
		expect(wanted.size).toBeGreaterThan(10);
		const scenario = potters();
		await openStandIn(scenario, '/direct/t/17842930000000001/');
		const drawn = shapesOf(document);
		for (const [shape, selector] of wanted) {
			const parts = shape.split(' ');
			const isDrawn = [...drawn.keys()].some((other) => holds(other.split(' '), parts));
			expect(isDrawn, `${selector}: ${shape}`).toBe(true);
		}
	});
});

describe('a page in the shape of 2026-04-23', () => {
	it('1, 3: gives its rows with floored times, its open row and its two shared posts, and no message of a kept place', async () => {
		const reading = await read(pageOf(realShape), realShapeUrl);
		expect(reading.account).toBe('mara.holm');
		expect(reading.chats).toMatchObject([
			{ title: 'Ida', preview: '2 new messages', unread: true, muted: false, id: null },
			{ title: 'Otto', preview: 'You: done', unread: 0, open: true, id: '17840000000000077' },
			{ title: 'Glaze club', preview: '4+ new messages', unread: true, muted: true, group: true },
			{ title: 'Wim', preview: 'Liked a message', unread: true },
		]);
		expect(reading.chats.map(({ lastActivity }) => lastActivity)).toMatchObject([
			{ to: now - 7 * minuteMs },
			{ to: now - 4 * hourMs },
			{ to: now - 2 * dayMs },
			{ to: now - 7 * dayMs },
		]);
		expect(reading.thread?.messages).toMatchObject([
			{
				kind: 'share',
				side: 'theirs',
				sender: 'otto_kiln',
				text: 'clay_daily',
				sentAt: minute(2026, 8, 17, 13, 22),
			},
			{ kind: 'share', side: 'theirs', sender: 'otto_kiln', text: 'wheel.and.fire' },
		]);
		expect(reading).toMatchObject({ state: 'reading', problems: [] });
	});

	it('1: gives the same without any label, and under other names of its parts', async () => {
		const page = pageOf(realShape);
		const before = await read(page, realShapeUrl);
		for (const element of page.querySelectorAll('[aria-label]'))
			element.removeAttribute('aria-label');
		expect(await read(page, realShapeUrl)).toEqual(before);
		const list = page.querySelector(selectors.list);
		list?.setAttribute('data-pagelet', 'AnotherName');
		const renamed = await read(page, realShapeUrl);
		expect(renamed.chats.map(({ title, unread, open }) => [title, unread, open])).toEqual(
			before.chats.map(({ title, unread, open }) => [title, unread, open]),
		);
		expect(renamed).toMatchObject({ state: 'degraded', thread: before.thread });
		expect(renamed.problems).toContain('list-by-navigation');
	});
});

/** What the selectors match, as roles, data, aria names and `dir` from the page's top down. */
function shapesOf(page: Document): Map<string, string> {
	const shapes = new Map<string, string>();
	for (const selector of Object.values(selectors)) {
		for (const match of page.querySelectorAll(selector)) {
			const path: string[] = [];
			for (let element: Element | null = match; element; element = element.parentElement) {
				const look = lookOf(element);
				if (look !== element.localName || element === match) path.unshift(look);
			}
			shapes.set(path.join(' '), selector);
		}
	}
	return shapes;
}

function lookOf(element: Element): string {
	if (element.localName === 'html') return 'html';
	const marks = [...element.attributes]
		.filter(({ name }) => name !== 'data-stand-in' && name !== 'aria-valuemax')
		.flatMap(({ name, value }) => {
			if (name === 'role' || name === 'tabindex' || name === 'dir') return [`${name}=${value}`];
			if (name === 'contenteditable' || name === 'aria-haspopup') return [`${name}=${value}`];
			if (name.startsWith('data-')) return [`${name}=${value}`];
			return name.startsWith('aria-') || name === 'title' || name === 'href' ? [name] : [];
		});
	return [element.localName, ...marks.sort()].join(';');
}

/** Whether the parts follow one another in `path`, with others between, to the same end. */
function holds(path: string[], parts: string[]): boolean {
	if (path.at(-1) !== parts.at(-1)) return false;
	let found = 0;
	for (const part of path) if (part === parts[found]) found += 1;
	return found === parts.length;
}
