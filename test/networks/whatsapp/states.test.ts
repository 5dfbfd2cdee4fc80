// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/model';
import type { ReadContext } from '@/lib/networks/adapter';
import { adapter } from '@/lib/networks/whatsapp';
import { address } from './address';

const minuteMs = 60_000;

/** Reads a page several times, as a reader that has watched it since `openedAt`. */
async function watch(
	html: string,
	passes: number,
	more: Partial<ReadContext> = {},
): Promise<Reading[]> {
	const document = new DOMParser().parseFromString(html, 'text/html');
	const memory = new Map<string, unknown>();
	const readings: Reading[] = [];
	for (let pass = 0; pass < passes; pass += 1) {
		readings.push(
			await adapter.read({
				document,
				url: address,
				now: Date.parse('2026-08-12T18:00') + pass * minuteMs,
				languages: ['en-US'],
				openedAt: Date.parse('2026-08-12T18:00'),
				visible: true,
				memory,
				...more,
			}),
		);
	}
	return readings;
}

async function states(...given: Parameters<typeof watch>): Promise<string[]> {
	return (await watch(...given)).map(({ state }) => state);
}

const app = (inner: string): string =>
	`<html id="whatsapp-web" lang="en"><body><div id="app">${inner}</div></body></html>`;
const side = (inner: string): string =>
	app(`<div id="side"><div id="pane-side">${inner}</div></div>`);

describe('the state of a page', () => {
	it('is unknown where it is not the messenger, whatever it says', async () => {
		for (const html of [
			'<h1>502 Bad Gateway</h1>',
			'<html><body><div id="main"><header>Hotel Wi-Fi</header><form>Sign in</form></div></body></html>',
			'<div id="side">Menu</div><main id="main"><header>Hotel</header><p data-id="7">Room 7</p></main>',
			'<div id="app"><canvas></canvas></div>',
			'',
		]) {
			expect(await states(html, 4)).toEqual(Array(4).fill('unknown-page'));
		}
	});

	it('is dormant under another address', async () => {
		const url = new URL('https://www.whatsapp.com/');
		expect(await states(side(''), 1, { url })).toEqual(['dormant']);
	});

	it('is covered, not changed, while something stands before all of it', async () => {
		const viewer = '<div role="dialog" aria-label="Photo"><img src="blob:x"></div>';
		expect(await states(app(viewer), 4)).toEqual(Array(4).fill('covered'));
		expect(await states(side(viewer), 4)).not.toContain('covered');
	});

	it('is signed out, too, where the code is drawn anew or has run out', async () => {
		expect(await states(app('<div data-ref=""><button>Anew</button></div>'), 1)).toEqual([
			'signed-out',
		]);
	});

	it('is loading while nothing is there yet, and a changed layout after a minute and three looks', async () => {
		expect(await states(side(''), 4)).toEqual([
			'loading',
			'degraded',
			'layout-changed',
			'layout-changed',
		]);
		expect(await states(app(''), 4)).toEqual([
			'loading',
			'degraded',
			'layout-changed',
			'layout-changed',
		]);
	});

	it('is never an empty inbox where rows stand that cannot be read', async () => {
		const rows =
			'<section><p>Mum</p><p>Can you call me?</p><p>Dentist</p><p>See you at four</p></section>';
		expect(await states(side(rows.repeat(5)), 4)).toEqual([
			'degraded',
			'degraded',
			'layout-changed',
			'layout-changed',
		]);
		const untitled =
			'<div role="row"><div role="gridcell" aria-selected="false"><b>Mum</b></div></div>';
		const [first] = await watch(
			side(`<div role="grid" aria-rowcount="9">${untitled.repeat(9)}</div>`),
			1,
		);
		expect(first).toMatchObject({ state: 'degraded', chats: [] });
		expect(first?.problems).toContain('row-without-title');
	});

	it('is an account without chats only after three looks', async () => {
		const empty = side('<div role="grid" aria-rowcount="0"></div>');
		expect(await states(empty, 4)).toEqual(['loading', 'loading', 'reading', 'reading']);
	});

	it('is signed out before the code is drawn, once the account is gone', async () => {
		const items = new Map([['last-wid-md', '"4917139200150:12@c.us"']]);
		const localItem = (name: string): string | null => items.get(name) ?? null;
		const landing = app('<div><p>Loading the code</p></div>');
		expect(await states(landing, 1, { localItem })).toEqual(['loading']);
		items.clear();
		expect(await states(landing, 1, { localItem })).toEqual(['signed-out']);
	});

	it('says what is missing: times, sides', async () => {
		const row = (n: number): string =>
			`<div role="row"><div role="gridcell" aria-selected="false"><div role="gridcell" aria-colindex="2"><span title="Chat ${n}">Chat ${n}</span></div></div></div>`;
		const rows = [1, 2, 3, 4, 5, 6].map(row).join('');
		const [list] = await watch(side(`<div role="grid" aria-rowcount="6">${rows}</div>`), 1);
		expect(list).toMatchObject({ state: 'degraded', problems: ['times-unreadable'] });
		expect(list?.chats).toHaveLength(6);
		const message = (n: number): string =>
			`<div data-id="3A00${n}"><div data-pre-plain-text="[10:0${n}, 8/11/2026] Sam: "><span class="selectable-text">hi ${n}</span></div></div>`;
		const [thread] = await watch(
			app(`<div id="main"><header></header>${[1, 2, 3, 4, 5, 6].map(message).join('')}</div>`),
			1,
		);
		expect(thread).toMatchObject({ state: 'degraded' });
		expect(thread?.problems).toContain('sides-unknown');
		expect(thread?.thread?.messages.map(({ side: whose }) => whose)).toEqual(
			Array(6).fill('unknown'),
		);
	});

	it('never throws: a page that fights back is a page that could not be read', async () => {
		const document = new DOMParser().parseFromString(side(''), 'text/html');
		document.querySelector = () => {
			throw new TypeError('no');
		};
		const [reading] = await watch('', 1, { document });
		expect(reading).toMatchObject({ state: 'degraded', problems: ['reader-failed'] });
	});
});
