// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.instagram.com/direct/inbox/"}
import { afterEach, describe, expect, it } from 'vitest';
import { adapter } from '@/lib/networks/instagram';
import { realShape, realShapeUrl } from './real-shape';
import { contextOf, openStandIn, potters, readPage } from './stand-in';

const now = Date.now();
const secondMs = 1_000;

function read(
	html: string,
	path = '/direct/inbox/',
	waitedMs = 60 * secondMs,
	memory = new Map<string, unknown>(),
) {
	const document = new DOMParser().parseFromString(html, 'text/html');
	const url = new URL(path, 'https://www.instagram.com');
	return adapter.read(contextOf({ document, url, now, openedAt: now - waitedMs, memory }));
}

const changed = (change: (page: Document) => void): string => {
	const page = new DOMParser().parseFromString(realShape, 'text/html');
	change(page);
	return page.documentElement.outerHTML;
};

const column = (inside: string): string =>
	`<div role="navigation"><div role="button"><h2>mara.holm</h2></div>
	<div data-pagelet="IGDInboxThreadListScrollableAreaPagelet">${inside}</div></div>`;

afterEach(() => {
	history.replaceState(null, '', '/direct/inbox/');
});

describe('where the reader is awake', () => {
	it.each([
		['https://www.instagram.com/direct/inbox/', true],
		['https://www.instagram.com/direct/t/1784/', true],
		['https://www.instagram.com/direct/requests/hidden/', true],
		['https://www.instagram.com/accounts/login/?next=%2Fdirect%2Finbox%2F', true],
		['https://www.instagram.com/', false],
		['https://www.instagram.com/direct.name/', false],
		['https://www.instagram.com/accounts/edit/', false],
		['https://example.com/direct/inbox/', false],
	])('%s: %s', (url, isAwake) => {
		expect(adapter.isAwake(new URL(url))).toBe(isAwake);
	});

	it('does not read the floating messenger of other pages', async () => {
		await openStandIn(potters(), '/bea_lindgren/');
		expect(document.querySelector('[data-pagelet^="IGDChatTabs"] [role="group"]')).not.toBeNull();
		const elsewhere = await readPage();
		expect(elsewhere).toMatchObject({ state: 'dormant', chats: [], thread: null });
		const claimed = await readPage({
			url: new URL('https://www.instagram.com/direct/t/17842930000000001/'),
		});
		expect(claimed).toMatchObject({ chats: [], thread: null });
	});
});

describe('a page that is not ready', () => {
	it('is loading while the list has no row', async () => {
		const page = column('<div></div>');
		expect(await read(page, undefined, 3 * secondMs)).toMatchObject({
			state: 'loading',
			chats: [],
		});
		expect(await read(page, undefined, 10 * secondMs)).toMatchObject({ state: 'loading' });
	});

	it('is an empty inbox only after a quiet while and three looks that agree', async () => {
		const page = column('<ul></ul><div>No messages found.</div>');
		const memory = new Map<string, unknown>();
		const look = async () => (await read(page, undefined, 20 * secondMs, memory)).state;
		expect([await look(), await look(), await look()]).toEqual(['loading', 'loading', 'reading']);
	});

	it('is loading again when its rows are gone for a moment', async () => {
		const memory = new Map<string, unknown>();
		const gone = column('<ul></ul>');
		const states: string[] = [];
		for (const html of [realShape, gone, realShape, gone, gone]) {
			states.push((await read(html, undefined, 60 * secondMs, memory)).state);
		}
		expect(states).toEqual(['reading', 'loading', 'reading', 'loading', 'loading']);
	});

	it('is loading from the first frame of the stand-in until its rows stand', async () => {
		const opening = openStandIn(potters());
		const states: string[] = [];
		await expect
			.poll(
				async () => {
					const reading = await readPage({ openedAt: Date.now() });
					states.push(reading.state);
					return reading.chats.length;
				},
				{ interval: 20, timeout: 5_000 },
			)
			.toBe(16);
		await opening;
		expect(new Set(states)).toEqual(new Set(['loading', 'reading']));
		expect(states.indexOf('reading')).toBe(states.lastIndexOf('loading') + 1);
	});

	it('holds its rows back until the account is known, but not for ever', async () => {
		const page = changed((document) => document.querySelector('h2')?.remove());
		const early = await read(page, '/direct/inbox/', 2 * secondMs);
		expect(early).toMatchObject({ state: 'loading', chats: [] });
		const late = await read(page, '/direct/inbox/', 60 * secondMs);
		expect(late).toMatchObject({ state: 'degraded', account: null });
		expect(late.problems).toContain('account-unread');
		expect(late.chats).toHaveLength(4);
	});

	it('holds an open chat back until the account is known', async () => {
		const page = changed((document) => document.querySelector('h2')?.remove());
		const early = await read(page, new URL(realShapeUrl).pathname, 2 * secondMs);
		expect(early).toMatchObject({ state: 'loading', thread: null });
	});
});

describe('a page that is signed out', () => {
	it('says so after the stand-in signs out', async () => {
		await openStandIn(potters());
		await window.site.act({ do: 'sign-out' });
		expect(await readPage()).toMatchObject({ state: 'signed-out', chats: [], thread: null });
	});

	it('says so where the form stands in the messenger itself', async () => {
		const form = '<form><input name="username"><input type="password"></form>';
		expect(await read(form)).toMatchObject({ state: 'signed-out' });
	});

	it.each(['/challenge/abc/', '/accounts/login/two_factor', '/accounts/suspended/'])(
		'knows %s',
		async (path) => {
			expect(await read('<main></main>', path)).toMatchObject({ state: 'signed-out' });
		},
	);
});

describe('a page that is something else', () => {
	it.each([
		['an error page', '<h1>502 Bad Gateway</h1><p>nginx</p>'],
		['a captive portal', '<form><h2>Welcome</h2><input type="email"><button>Go</button></form>'],
		['nothing', ''],
	])('%s is no empty inbox', async (_, html) => {
		expect(await read(html)).toMatchObject({ state: 'unknown-page', chats: [], thread: null });
		expect(await read(html, '/direct/t/17/')).toMatchObject({
			state: 'unknown-page',
			thread: null,
		});
	});

	it('shows who has a story, and no inbox', async () => {
		const tray = `<div data-pagelet="story_tray"><ul><li><div role="button"><canvas></canvas>
			<img src="a.jpg"><span title="otto_kiln">otto_kiln</span></div></li></ul></div>`;
		expect(await read(tray)).toMatchObject({ state: 'unknown-page', chats: [] });
	});

	it('is a changed layout where Instagram is there and its list is not', async () => {
		const page = '<nav><a href="/direct/inbox/">Messages</a></nav><main>New look</main>';
		expect(await read(page)).toMatchObject({ state: 'layout-changed', problems: ['no-list'] });
	});

	it('is a changed layout in the table of 2025', async () => {
		const page = '<div role="grid"><div role="row"><h6>You sent</h6></div></div>';
		const reading = await read(page, '/direct/t/17/');
		expect(reading).toMatchObject({ state: 'layout-changed', chats: [], thread: null });
	});
});

describe('8: a page that lost a part', () => {
	it('names nobody where the names are gone', async () => {
		const page = changed((document) => {
			for (const name of document.querySelectorAll('span[title]')) name.remove();
		});
		const reading = await read(page, realShapeUrl.pathname);
		expect(['degraded', 'layout-changed']).toContain(reading.state);
		expect(reading.chats).toEqual([]);
	});

	it('reads names without their attribute', async () => {
		const page = changed((document) => {
			for (const name of document.querySelectorAll('span[title]')) name.removeAttribute('title');
		});
		const reading = await read(page, realShapeUrl.pathname);
		expect(reading.chats.map(({ title }) => title)).toEqual(['Ida', 'Otto', 'Glaze club', 'Wim']);
	});

	it('says that times are missing, and keeps the rows', async () => {
		const page = changed((document) => {
			for (const time of document.querySelectorAll('abbr')) time.remove();
		});
		const reading = await read(page, realShapeUrl.pathname);
		expect(reading.state).toBe('degraded');
		expect(reading.problems).toContain('rows-without-time');
		expect(reading.chats.map(({ preview }) => preview)).toEqual([
			'2 new messages',
			'You: done',
			'4+ new messages',
			'Liked a message',
		]);
	});

	it('says that messages are missing', async () => {
		const page = changed((document) => {
			for (const group of document.querySelectorAll('[role="group"]')) group.remove();
		});
		const reading = await read(page, realShapeUrl.pathname);
		expect(reading.state).toBe('degraded');
		expect(reading.problems).toContain('thread-without-messages');
		expect(reading.thread).toBeNull();
	});

	it('reads messages by their slots where they are no groups any more', async () => {
		const page = changed((document) => {
			for (const group of document.querySelectorAll('[role="group"]'))
				group.removeAttribute('role');
		});
		const before = await read(realShape, realShapeUrl.pathname);
		const reading = await read(page, realShapeUrl.pathname);
		expect(reading.thread).toEqual(before.thread);
		expect(reading).toMatchObject({ state: 'degraded', layers: { messages: 'pagelet/slots' } });
	});

	it('does not believe rows that all say the same', async () => {
		const page = changed((document) => {
			for (const name of document.querySelectorAll('span[title]')) name.setAttribute('title', 'X');
		});
		const reading = await read(page, realShapeUrl.pathname);
		expect(reading).toMatchObject({ state: 'layout-changed', chats: [], thread: null });
	});
});
