// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readSaved } from './saved-pages';

const page = (body: string): Document =>
	new DOMParser().parseFromString(`<html id="whatsapp-web" lang="en">${body}</html>`, 'text/html');
const text = (name: string, said: string): string =>
	`<div data-pre-plain-text="[10:04, 23/8/2026] ${name}: "><span class="selectable-text">${said}</span></div>`;
const open = (rows: string): Document =>
	page(
		`<div id="app"><div id="main"><header><span dir="auto">Trip</span></header>${rows}</div></div>`,
	);
const now = '2026-08-24T12:00';

describe('an open chat', () => {
	it('has the messages that stand outside of any row, in their place', async () => {
		const reading = await readSaved(
			open(`<div data-id="3A01">${text('Nadia', 'one')}</div><div>${text('Nadia', 'two')}</div>
				<div data-id="3A03">${text('Nadia', 'three')}</div><footer>${text('me', 'draft')}</footer>`),
			{ now },
		);
		expect(reading.thread?.messages.map(({ id, text: said }) => [id, said])).toEqual([
			['3A01', 'one'],
			[null, 'two'],
			['3A03', 'three'],
		]);
	});

	it('has notices of plain words where the page says they are drawn, and no kept places', async () => {
		const plain = (id: string, isKept: boolean, said: string): string =>
			`<div data-id="${id}"><div data-virtualized="${isKept}"><div>${said}</div></div></div>`;
		const reading = await readSaved(
			open(`${plain('3A01', false, 'Nadia joined')}${plain('3A02', true, 'Nadia joined')}
				${plain('3A03', false, ' ')}<div data-id="3A04"><div>of another extension</div></div>
				<div data-id="3A05">${text('Nadia', 'hello')}</div>`),
			{ now },
		);
		expect(reading.thread?.messages.map(({ id, kind, text: said }) => [id, kind, said])).toEqual([
			['3A01', 'system', 'Nadia joined'],
			['3A05', 'text', 'hello'],
		]);
		expect(reading.problems).toContain('message-shells');
	});

	it('is not seen while none of its messages is drawn: no changed layout, and no empty chat', async () => {
		const place = (id: string): string =>
			`<div data-id="${id}"><div data-virtualized="true"></div></div>`;
		const kept = open(['3A01', '3A02', '3A03', '3A04'].map(place).join(''));
		const reading = await readSaved(kept, { now, passes: 4 });
		expect(reading).toMatchObject({ state: 'hidden', problems: ['message-shells', 'no-composer'] });
	});

	it('has its pictures, too, where rows have no ids any more', async () => {
		const row = (inside: string): string => `<div role="row"><div>${inside}</div></div>`;
		const picture =
			'<div role="button"><img src="blob:x" alt=""></div><span dir="auto">10:05</span>';
		const { thread, layers } = await readSaved(
			open(row(text('Nadia', 'one')) + row(picture) + row(text('Nadia', 'two'))),
			{ now },
		);
		expect(layers.messages).toBe('role');
		expect(thread?.messages.map(({ kind }) => kind)).toEqual(['text', 'photo', 'text']);
	});

	it('takes the side of a sender from the messages that prove it', async () => {
		const meta = '<div data-testid="msg-meta"><span dir="auto">10:05</span></div>';
		const reading = await readSaved(
			open(`<div data-id="3A01">${text('Nadia', 'no sign')}</div>
				<div data-id="3A02">${text('Nadia', 'a corner without a button')}${meta}</div>
				<div data-id="3A03">${text('Karl', 'no sign either')}</div>`),
			{ now },
		);
		expect(reading.thread?.messages.map(({ side }) => side)).toEqual([
			'theirs',
			'theirs',
			'unknown',
		]);
	});
});

describe('a counter', () => {
	it.each([
		['999+', '1.227 mensagens não lidas', 1_227],
		['999+', '999+ unread messages', 999],
		['999+', 'Unread', 999],
		['3', '12 unread messages', 3],
		['', 'Unread', true],
	])('that shows "%s" and says "%s" is %s', async (drawn, spoken, unread) => {
		const reading = await readSaved(
			page(`<div id="app"><div id="side"><div id="pane-side"><div role="grid" aria-rowcount="1"><div role="row">
				<div role="gridcell" aria-colindex="2"><span title="Trip">Trip</span></div>
				<div role="gridcell" aria-colindex="1"><span data-testid="icon-unread-count" aria-label="${spoken}">${drawn}</span></div>
				</div></div></div></div></div>`),
			{ now },
		);
		expect(reading.chats[0]?.unread).toBe(unread);
	});

	it.each([
		['a sign that is only spoken', '<span aria-label="Não lida"></span>', true],
		['a spoken drawing', '<span aria-label="Fixada"><svg></svg></span>', 0],
		['no sign', '<span></span>', 0],
	])('without test ids: %s', async (_, sign, unread) => {
		const reading = await readSaved(
			page(`<div id="app"><div id="side"><div id="pane-side"><div role="grid" aria-rowcount="1"><div role="row">
				<div role="gridcell" aria-colindex="2"><span title="Trip">Trip</span></div>
				<div role="gridcell" aria-colindex="1"><span>${sign}</span></div>
				</div></div></div></div></div>`),
			{ now },
		);
		expect(reading.chats[0]?.unread).toBe(unread);
	});
});
