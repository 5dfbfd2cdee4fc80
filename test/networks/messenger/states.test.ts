// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readSettled } from '@/lib/inspection/inspect-page';
import type { Reading } from '@/lib/model';
import { adapter } from '@/lib/networks/messenger';
import { smallInbox } from './people';
import { openStandIn, readHtml, readPage } from './stand-in';

const now = Date.now();
const address = (path: string): URL => new URL(`https://www.facebook.com${path}`);
const late = { now, openedAt: now - 20_000 };
const early = { now, openedAt: now - 2_000 };

const row = `<div role="row"><a role="link" href="/messages/t/42/"><span><span>Rut</span></span>
	<span><span>hello</span></span><abbr aria-label="2 days ago"><span>2d</span></abbr></a></div>`;
const list = (rows: string): string =>
	`<div role="navigation"><div role="grid">${rows}</div></div>`;

describe('where Messenger is read', () => {
	it.each([
		['https://www.messenger.com/', true],
		['https://www.messenger.com/requests/t/1/', true],
		['https://www.facebook.com/messages', true],
		['https://web.facebook.com/messages/e2ee/t/5/', true],
		['https://www.facebook.com/', false],
		['https://www.facebook.com/messagesfoo', false],
		['https://www.facebook.com/marketplace/inbox', false],
		['https://www.facebook.com/groups/messages', false],
		['https://business.facebook.com/messages', false],
		['https://facebook.com.example/messages', false],
	])('%s: %s', (url, awake) => {
		expect(adapter.isAwake(new URL(url))).toBe(awake);
	});

	it('is dormant in the feed, where another log stands, and wakes without a new page', async () => {
		const site = await openStandIn(smallInbox(now), 'https://www.facebook.com/');
		expect(document.querySelectorAll('[role="log"]')).toHaveLength(1);
		expect(await readPage()).toMatchObject({ state: 'dormant', chats: [], thread: null });
		document.querySelector<HTMLElement>('#enter')?.click();
		expect(location.pathname).toBe('/messages/');
		expect(await readPage()).toMatchObject({ state: 'reading' });
		expect(site.shownChats()).toHaveLength(4);
	});
});

describe('states of the page', () => {
	it('19: signed out: by address, by form, and after a sign-out', async () => {
		for (const path of [
			'/login/',
			'/login.php?next=x',
			'/checkpoint/1/',
			'/two_step_verification/',
		]) {
			expect((await readHtml('', { url: address(path) })).state).toBe('signed-out');
		}
		expect((await readHtml('<input name="pass">', late)).state).toBe('signed-out');
		const site = await openStandIn(smallInbox(now));
		expect((await readPage()).account).toBe('100012345678901');
		await site.act({ do: 'sign-out' });
		expect(await readPage()).toMatchObject({ state: 'signed-out', account: null, chats: [] });
	});

	it('19: locked history: a dialog asks for a PIN, and the list is still read', async () => {
		const dialog = '<div role="dialog"><h2>PIN</h2><input inputmode="numeric" maxlength="6"></div>';
		const reading = await readHtml(dialog + list(row), late);
		expect(reading.state).toBe('history-locked');
		expect(reading.chats).toHaveLength(1);
	});

	it('19: covered: the media viewer, or a dialog over nothing', async () => {
		const url = address('/messages/media_viewer?attachment_id=1');
		expect((await readHtml(list(row), { ...late, url })).state).toBe('covered');
		expect((await readHtml('<div role="dialog"><p>?</p></div>', late)).state).toBe('covered');
	});

	it('19: loading: for fifteen seconds, and while a spinner turns', async () => {
		expect((await readHtml('', early)).state).toBe('loading');
		const spinner = '<div data-visualcompletion="loading-state"></div>';
		expect((await readHtml(spinner, late)).state).toBe('loading');
		expect((await readHtml(spinner, { now, openedAt: now - 90_000 })).state).toBe('layout-changed');
	});

	it('19: a saved page that was loading still is, and one full of texts without hooks is not', async () => {
		const url = 'https://www.facebook.com/messages/t/42/';
		const spinner = '<div role="main"><div data-visualcompletion="loading-state"></div></div>';
		for (const [html, state] of [
			[spinner, 'loading'],
			[`${spinner}<div dir="auto">hi</div>`, 'layout-changed'],
		] as const) {
			document.body.innerHTML = html;
			const reading = await readSettled(adapter, document, { url, now, languages: ['en'] });
			expect(reading).toMatchObject({ state, chats: [], thread: null });
		}
	});

	it('the skeleton before the first row is loading, not an empty inbox', async () => {
		const atSkeleton = new Promise<Reading>((resolve) => {
			new MutationObserver((_changes, observer) => {
				if (!document.querySelector('[aria-busy]')) return;
				observer.disconnect();
				resolve(readPage());
			}).observe(document.body, { childList: true, subtree: true });
		});
		const opened = openStandIn(smallInbox(now));
		expect(await atSkeleton).toMatchObject({ state: 'loading', chats: [] });
		await opened;
		expect((await readPage()).state).toBe('reading');
	});

	it('layout changed: a messenger without any hook that is known', async () => {
		const html =
			'<div role="main"><div role="textbox" contenteditable="true"></div><p>hi</p></div>';
		expect(await readHtml(html, late)).toMatchObject({ state: 'layout-changed', thread: null });
		const rows = list('<div role="row"><a href="#"><span>Rut</span></a></div>');
		expect(await readHtml(rows, late)).toMatchObject({
			state: 'layout-changed',
			problems: ['rows-without-address'],
		});
	});

	it('a grid within a grid has each of its rows once', async () => {
		const menu = '<div role="row"><a href="/messages/new/">New</a></div>';
		const reading = await readHtml(list(list(row) + menu), late);
		expect(reading).toMatchObject({ state: 'reading', problems: [] });
	});

	it('20: a page of which every hook is gone is a changed layout after the wait, and never empty', async () => {
		const url = 'https://www.facebook.com/messages/t/42/';
		const bare = `<div role="main"><div role="textbox" contenteditable="true"></div><p>hi</p></div>`;
		for (const [html, state, problems] of [
			[bare, 'layout-changed', ['open-chat-without-messages']],
			[list(row) + bare, 'degraded', ['open-chat-without-messages']],
		] as const) {
			document.body.innerHTML = html;
			const reading = await readSettled(adapter, document, { url, now, languages: ['en'] });
			expect(reading).toMatchObject({ state, problems, thread: null });
		}
	});

	it('unknown page: an error page or a captive portal is never an empty inbox', async () => {
		for (const html of ['<h1>Wi-Fi</h1><form><input name="user"></form>', '<p>502</p>', '']) {
			expect((await readHtml(html, late)).state).toBe('unknown-page');
		}
		const url = new URL('https://portal.example/messages/t/1/');
		expect((await readHtml(list(row), { ...late, url })).state).toBe('unknown-page');
	});

	it('14: no chats: only an empty list that stays empty three times', async () => {
		const memory = new Map<string, unknown>();
		const states: string[] = [];
		for (let pass = 0; pass < 4; pass += 1) {
			states.push((await readHtml(list(''), { ...late, memory })).state);
		}
		expect(states).toEqual(['loading', 'loading', 'reading', 'reading']);
	});

	it('14: a list that is gone for a moment is loading, not changed', async () => {
		const memory = new Map<string, unknown>();
		const url = address('/messages/');
		expect((await readHtml(list(row), { ...late, memory, url })).state).toBe('reading');
		const gone = await readHtml('<div role="main"></div>', { ...late, memory, url });
		expect(gone).toMatchObject({ state: 'loading', chats: [] });
	});

	it('hidden: a tab in the background is read as far as it is drawn', async () => {
		await openStandIn(smallInbox(now));
		const reading = await readPage({ visible: false });
		expect(reading.state).toBe('hidden');
		expect(reading.chats).toHaveLength(4);
	});

	it('degraded: an open chat that shows nothing', async () => {
		const composer = '<div role="main"><div role="textbox" contenteditable="true"></div></div>';
		const html = list(row) + composer;
		expect(await readHtml(html, early)).toMatchObject({ state: 'reading', problems: [] });
		expect(await readHtml(html, late)).toMatchObject({
			state: 'degraded',
			problems: ['open-chat-without-messages'],
		});
	});
});
