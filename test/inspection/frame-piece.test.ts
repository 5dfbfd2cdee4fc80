// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { framePieces } from '@/lib/inspection/frame-piece';
<<<<<<< HEAD

const page = (body: string): Document =>
	new DOMParser().parseFromString(`<body>${body}</body>`, 'text/html');
const corner = '<div data-testid="msg-meta"><span dir="auto">10:04</span></div>';
const row =
	'<div role="row"><div role="gridcell" aria-colindex="2"><span dir="auto" title="Ana">Ana</span></div></div>';

describe("a piece of WhatsApp's page", () => {
	it.each([
		['a message by its id', `<div data-id="3A00000000000000AA01">${corner}</div>`],
		['one by its mark', `<div data-testid="conv-msg-x">${corner}</div>`],
		['a bubble', `<div data-testid="msg-container">${corner}</div>`],
		['one of before 2026-06', '<div class="message-in"><span>hi</span></div>'],
		['one with its stamp alone', '<div data-pre-plain-text="[10:04, 3.9.2026] Ana: ">hi</div>'],
	])('is placed in an open chat: %s', (_, piece) => {
		const document = page(piece);
		expect(framePieces(document, 'whatsapp')).toEqual(['piece-placed-in-open-chat']);
		expect(document.querySelector('#app > #main')?.innerHTML).toBe(piece);
	});

	it.each([
		['a row of any era', row],
		['what is within one', '<div data-testid="cell-frame-container"><b>Ana</b></div>'],
	])('is placed in a list of chats: %s', (_, piece) => {
		const document = page(piece);
		expect(framePieces(document, 'whatsapp')).toEqual(['piece-placed-in-chat-list']);
		expect(document.querySelector('#pane-side')?.innerHTML).toBe(piece);
	});

	it('is placed where it belongs beside a piece of the other kind', () => {
		const document = page(`${row}<div data-id="3A00000000000000AA01">${corner}</div>`);
		expect(framePieces(document, 'whatsapp')).toHaveLength(2);
		expect(document.querySelector('#pane-side [title="Ana"]')).not.toBeNull();
		expect(document.querySelector('#main [data-id]')).not.toBeNull();
	});

	it.each([
		[
			'rows and columns',
			'<div role="grid"><div role="row"><div role="gridcell">1</div></div></div>',
		],
		['a list', '<div role="list"><div role="listitem"><a title="One">1</a></div></div>'],
		['numbered things', '<ul><li data-id="1">Shoe</li><li data-id="2">Hat</li></ul>'],
	])('is not what any page may have: %s', (_, body) => {
		const document = page(body);
		expect(framePieces(document, 'whatsapp')).toEqual([]);
		expect(document.body.innerHTML).toBe(body);
=======
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
>>>>>>> a7ec963 (readers: lists and chats of Messenger and Instagram hold with bold rows only, without labels, in any order of their styles, and as pieces)
	});
});
