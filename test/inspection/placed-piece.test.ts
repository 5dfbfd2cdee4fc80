// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { framePieces } from '@/lib/inspection/frame-piece';
import { readSettled } from '@/lib/inspection/inspect-page';
import { adapter as instagram } from '@/lib/networks/instagram';
import { adapter as messenger } from '@/lib/networks/messenger';

const now = new Date(2026, 8, 19, 15).getTime();
const adapters = { instagram, messenger };
const addresses = {
	messenger: 'https://www.facebook.com/messages/t/42/',
	instagram: 'https://www.instagram.com/direct/t/42/',
};

/** As `npm run inspect` reads what was cut out of a page. */
async function inspect(network: keyof typeof adapters, html: string) {
	document.body.innerHTML = html;
	const placed = framePieces(document, network);
	const options = { url: addresses[network], now, languages: ['en'] };
	return { placed, ...(await readSettled(adapters[network], document, options)) };
}

const idAt = `1@msgr.${BigInt(now - 60_000) << 22n}`;
const bubble = '<span dir="auto"><div dir="auto">The kettle is on</div></span>';
const message = (id: string): string => `<div data-message-id="${id}"><div><div>
	<div role="presentation"><div></div></div></div><div><div>${bubble}</div></div><div><div role="toolbar"></div></div></div></div>`;
const dateRow =
	'<div data-scope="messages_table"><div data-scope="date_break"><span dir="auto">14:30</span></div></div>';
const chatLink =
	'<a role="link" href="/messages/t/42/"><span><span>Ada</span></span><span>hi</span><abbr>3m</abbr></a>';
const group = `<div role="group" tabindex="-1"><div role="none"><div role="presentation">${bubble}</div></div></div>`;
const chatButton = `<div role="button"><img src="a.jpg"><span dir="auto"><span title="Ada">Ada</span></span>
	<span dir="auto">hi</span></div>`;

describe('a piece of Messenger', () => {
	it.each([
		['a message', message(idAt), 'piece-placed-in-thread'],
		['a log', `<div role="log">${message(idAt)}</div>`, 'piece-placed-in-main'],
		[
			'a row of 2025',
			`<div role="row"><div data-scope="messages_table">${bubble}</div></div>`,
			'piece-placed-in-thread-of-2025',
		],
		[
			'a table of 2025',
			`<div role="grid"><div role="row"><div data-scope="messages_table">${bubble}</div></div></div>`,
			'piece-placed-in-main',
		],
	])('that is %s is read, and its place is said', async (_, html, frame) => {
		const { placed, thread } = await inspect('messenger', html);
		expect(placed).toEqual([frame]);
		expect(thread).toMatchObject({ chatId: '42', messages: [{ text: 'The kettle is on' }] });
	});

	it('that is a chat’s row is read, and its place is said', async () => {
		const { placed, chats } = await inspect('messenger', `<div role="row">${chatLink}</div>`);
		expect(placed).toEqual(['piece-placed-in-chat-list']);
		expect(chats).toMatchObject([{ id: '42', title: 'Ada', preview: 'hi' }]);
	});

	it('takes the time that stands before it along', async () => {
		const { thread } = await inspect('messenger', dateRow + message('message-0001'));
		expect(thread?.messages).toMatchObject([{ sentAt: { precision: 'minute' } }]);
	});

	it('is none where a page is around it', async () => {
		const page = `<div role="main"><div role="log">${message(idAt)}</div></div>`;
		expect((await inspect('messenger', page)).placed).toEqual([]);
	});

	it('is none that Business Suite has', async () => {
		const html = `<div role="region"><div data-utime="1758546240">${message(idAt)}</div></div>`;
		expect(await inspect('messenger', html)).toMatchObject({ placed: [], state: 'unknown-page' });
	});
});

describe('a piece of Instagram', () => {
	it.each([
		['a message', group, 'piece-placed-in-thread'],
		[
			'all messages',
			`<div data-pagelet="IGDMessagesList">${group}</div>`,
			'piece-placed-in-conversation',
		],
	])('that is %s is read, and its place is said', async (_, html, frame) => {
		const { placed, thread } = await inspect('instagram', html);
		expect(placed).toEqual([frame]);
		expect(thread?.messages).toMatchObject([{ text: 'The kettle is on' }]);
	});

	it.each([
		['a chat’s row', chatButton, 'piece-placed-in-chat-list'],
		[
			'all rows',
			`<div data-pagelet="IGDInboxThreadListScrollableAreaPagelet">${chatButton}</div>`,
			'piece-placed-in-list-column',
		],
	])('that is %s is read, and its place is said', async (_, html, frame) => {
		const { placed, chats } = await inspect('instagram', html);
		expect(placed).toEqual([frame]);
		expect(chats).toMatchObject([{ title: 'Ada', preview: 'hi' }]);
	});

	it('takes the time that stands before it along', async () => {
		const { thread } = await inspect(
			'instagram',
			`<div><span dir="auto">1:22 PM</span></div>${group}`,
		);
		expect(thread?.messages).toMatchObject([{ sentAt: { precision: 'minute' } }]);
	});
});
