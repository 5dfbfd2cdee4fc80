// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { framePieces } from '@/lib/inspection/frame-piece';

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
	});
});
