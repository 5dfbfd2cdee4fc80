// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readSettled } from '@/lib/inspection/inspect-page';
import type { Reading } from '@/lib/model';
import { adapter } from '@/lib/networks/instagram';
import { openStandIn, potters } from './stand-in';

const now = new Date(2026, 8, 14, 16).getTime();

/** As `inspect` reads a saved page. */
function readSaved(html: string, path = '/direct/t/1001/'): Promise<Reading> {
	document.body.innerHTML = html;
	const url = `https://www.instagram.com${path}`;
	return readSettled(adapter, document, { url, now, languages: ['en'] });
}

const bubble = `<div role="group" tabindex="-1"><div style="display: flex; justify-content: flex-start;">
	<span><a href="/noor.dw/" role="link"><img src="a.jpg"></a></span><div><div role="none"><div role="presentation">
	<span dir="auto"><div dir="auto">The kiln is warm</div></span></div></div></div></div></div>`;
const log = `<div data-pagelet="IGDMessagesList"><div style="opacity: 1;"><span dir="auto">3:15 PM</span>${bubble}</div></div>`;
const list = (heading: string): string => `<div role="navigation">${heading}
	<div data-pagelet="IGDInboxThreadListScrollableAreaPagelet"><div role="button"><img src="b.jpg"><span dir="auto"><span
	title="Noor">Noor</span></span><span dir="auto">hi</span><abbr aria-label="7 minutes ago">7m</abbr></div></div></div>`;

describe('a piece of a page', () => {
	it.each([
		['/direct/t/1001/', '1001'],
		['/direct/inbox/', null],
	])('is read where it is all there is: the messages of a chat at %s', async (path, chatId) => {
		const { thread, problems } = await readSaved(log, path);
		expect(thread).toMatchObject({
			chatId,
			title: null,
			messages: [
				{
					text: 'The kiln is warm',
					side: 'theirs',
					sender: 'noor.dw',
					sentAt: { from: new Date(2026, 8, 14, 15, 15).getTime(), precision: 'minute' },
				},
			],
		});
		expect(problems).toContain('account-unread');
	});

	it('is still loading while a spinner turns where its chats belong', async () => {
		const empty = list('<h2>mara.holm</h2>').replace(
			/<div role="button"><img.*<\/abbr><\/div>/su,
			'<div role="progressbar"></div>',
		);
		expect(await readSaved(empty, '/direct/inbox/')).toMatchObject({ state: 'loading', chats: [] });
	});

	it('is not believed beside a list: which chat it is, address and page have to agree on', async () => {
		const { thread, problems } = await readSaved(list('<h2>mara.holm</h2>') + log);
		expect(thread).toBeNull();
		expect(problems).toContain('open-chat-unsettled');
	});
});

describe('the open row and the newest message', () => {
	const path = '/direct/t/1001/';
	const minute = (hour: number, at: number): number => new Date(2026, 8, 14, hour, at).getTime();
	const page = (preview: string, age: string, separators: [string, string]): string => {
		const slot = (stamp: string, text: string): string =>
			`<div style="opacity: 1;"><span dir="auto">${stamp}</span>${bubble.replace('The kiln is warm', text)}</div>`;
		const shown = slot(separators[0], 'Hello') + slot(separators[1], 'The kiln is warm');
		return (
			list('<h2>mara.holm</h2>')
				.replace('role="button"', 'role="button" aria-pressed="true"')
				.replace('>hi<', `>${preview}<`)
				.replace('7 minutes ago', age) +
			`<div><div data-pagelet="IGDInboxHeaderOffMsys"><h2><span title="Noor">Noor</span></h2></div>
			<div data-pagelet="IGDMessagesList">${shown}</div></div>`
		);
	};

	it('are of one time: the one that is known better', async () => {
		const read = await readSaved(
			page('The kiln is warm', '7 minutes ago', ['3:15 PM', '3:52 PM']),
			path,
		);
		expect(read.chats[0]?.lastActivity).toMatchObject({
			from: minute(15, 52),
			precision: 'minute',
		});
		const later = await readSaved(page('The kiln is warm', '7 minutes ago', ['3:15 PM', '']), path);
		const interval = { from: now - 8 * 60_000 + 1, to: now - 7 * 60_000, precision: 'interval' };
		expect(later.thread?.messages.at(-1)?.sentAt).toEqual({ ...interval, from: minute(15, 15) });
		expect(later.chats[0]?.lastActivity).toEqual(interval);
	});

	it('are of two times where the row speaks of something else', async () => {
		const read = await readSaved(page('Liked a message', '7 minutes ago', ['3:15 PM', '']), path);
		expect(read.thread?.messages.at(-1)?.sentAt).toEqual({
			from: minute(15, 15),
			to: now,
			precision: 'interval',
		});
	});
});

describe('a page that a browser saved', () => {
	it('has whole addresses in its links, and the same reading', async () => {
		const path = '/direct/t/17842930000000002/';
		await openStandIn(potters('en', now), path);
		const html = document.body.innerHTML;
		const live = await readSaved(html, path);
		expect(live.thread?.messages.length).toBeGreaterThan(3);
		const whole = html.replaceAll('href="/', 'href="https://www.instagram.com/');
		expect(whole).not.toBe(html);
		expect(await readSaved(whole, path)).toEqual(live);
	});
});

describe('the account', () => {
	it('is what the switcher says, also below a heading in words', async () => {
		const switcher = '<div role="button"><h2>mara.holm</h2></div>';
		const { account } = await readSaved(list(`<h1>Messages</h1>${switcher}`), '/direct/inbox/');
		expect(account).toBe('mara.holm');
	});

	it.each([
		['Messages', null],
		['mara.holm', 'mara.holm'],
	])('is no word above the list: %s', async (heading, name) => {
		const { account } = await readSaved(list(`<h1>${heading}</h1>`), '/direct/inbox/');
		expect(account).toBe(name);
	});
});
