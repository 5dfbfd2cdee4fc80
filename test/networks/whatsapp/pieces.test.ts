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

	it('has every message beside kept places, also where a row says both or nothing', async () => {
		const row = (id: string, marks: readonly boolean[], inside = ''): string =>
			`<div data-id="${id}">${marks.map((is) => `<div data-virtualized="${is}">${inside}</div>`).join('') || inside}</div>`;
		const rows = [
			row('3A01', [true]),
			row('3A02', [true, false]),
			row('3A03', [], text('Nadia', 'says nothing of it')),
			row('3A04', [false], text('Nadia', 'is drawn')),
		];
		const idsOf = async (html: string) =>
			(await readSaved(open(html), { now })).thread?.messages.map(({ id }) => id);
		expect(await idsOf(rows.join(''))).toEqual(['3A03', '3A04']);
		expect(await idsOf(`${rows[0]}${rows[3]}`)).toEqual(['3A04']);
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

describe('a message', () => {
	const bubble = (inside: string, beside = ''): string =>
		`<span dir="auto">Yesterday</span><div data-id="3A01"><div data-testid="msg-container">${inside}</div>${beside}</div>`;
	const clock = '<div data-testid="msg-meta"><span dir="auto">10:05</span></div>';
	const only = async (row: string) => {
		const { thread } = await readSaved(open(row), { now });
		return thread?.messages[0];
	};

	it('is not mine because its corner lies on a picture that opens by a click', async () => {
		const picture = `<div role="button" data-testid="image-thumb"><img src="blob:x">${clock}</div>`;
		expect(await only(bubble(picture))).toMatchObject({ side: 'theirs', kind: 'photo' });
	});

	it('was deleted, also where the words for that can be selected', async () => {
		const words = '<span data-icon="recalled"></span><span class="selectable-text">gone</span>';
		expect(await only(bubble(words + clock))).toMatchObject({
			...{ kind: 'deleted', deleted: true, text: null },
		});
		const answer = `<div data-icon="recalled"></div>${text('Nadia', 'what was it?')}`;
		expect(await only(bubble(answer + clock))).toMatchObject({ kind: 'text', deleted: false });
	});

	it.each([
		['<div title="Download &quot;plan B.docx&quot;"><b>plan B</b></div>', 'plan B.docx'],
		['<div title="plan.pdf"><b>4 pages</b></div>', 'plan.pdf'],
		['<div role="button" title="« plan.pdf »"><span title="PDF">PDF</span></div>', 'plan.pdf'],
	])('with a card titled like a file is one: %s', async (card, name) => {
		expect(await only(bubble(card + clock))).toMatchObject({ kind: 'file', text: name });
	});

	it.each([
		['<button aria-haspopup="dialog" aria-label="🙏🏽, 2"></button>', ['🙏🏽']],
		['<button aria-haspopup="dialog" aria-label="👍"><i>👍❤️🇧🇷</i> 3</button>', ['👍', '❤️', '🇧🇷']],
		['<button aria-haspopup="dialog"><img alt="👍"><img alt="1️⃣"></button>', ['👍', '1️⃣']],
		['<button aria-label="React">🙂</button>', []],
	])('has the reactions of %s', async (button, reactions) => {
		const row = bubble(text('Nadia', 'hi') + clock, button);
		expect(await only(row)).toMatchObject({ reactions });
	});

	it('answers to what a button before its words says, without any mark of a quote', async () => {
		const quoted = (who: string): string =>
			`<div role="button"><span dir="auto">${who}</span><span>Old price</span></div>`;
		expect(await only(bubble(quoted('Karl') + text('Nadia', 'too much') + clock))).toMatchObject({
			...{ kind: 'text', text: 'too much', quote: 'Old price', sender: 'Nadia' },
		});
		const preview =
			'<div role="button"><a href="https://x.example/"><span>X</span><span>x</span></a></div>';
		expect(await only(bubble(preview + text('Nadia', 'x.example') + clock))).toMatchObject({
			...{ kind: 'text', quote: null },
		});
	});

	it('is a photo that is not loaded yet, and none for the preview of a link', async () => {
		const thumbnail = '<div style="background-image: url(data:image/jpeg;base64,AA)"></div>';
		expect(await only(bubble(thumbnail + clock))).toMatchObject({ kind: 'photo' });
		const linked = text('Nadia', '<a href="https://x.example/">x.example</a>');
		expect(await only(bubble(thumbnail + linked + clock))).toMatchObject({ kind: 'text' });
		const film = `${thumbnail}<span data-icon="media-play"></span>`;
		expect(await only(bubble(film + linked + clock))).toMatchObject({ kind: 'text' });
		expect(await only(bubble(film + clock))).toMatchObject({ kind: 'video' });
	});

	it('has no spaces around it that only the file has', async () => {
		const row = bubble(text('Nadia', '\n\t\t<b>two</b>\nlines\n') + clock);
		expect(await only(row)).toMatchObject({ text: 'two\nlines' });
	});
});

describe('a row', () => {
	const list = (inside: string): Document =>
		page(
			`<div id="app"><div id="side"><div id="pane-side"><div role="grid" aria-rowcount="1"><div role="row"><div data-testid="cell-frame-container">${inside}</div></div></div></div></div></div>`,
		);
	const name = '<div data-testid="cell-frame-title"><span dir="auto" title="Trip"></span></div>';
	const second = (line: string, icons = ''): string =>
		`<div data-testid="cell-frame-secondary"><span data-testid="last-msg-status">${line}</span>${icons}</div>`;

	it('has its signs, or none, where columns are not numbered', async () => {
		const signs =
			'<span data-testid="mute-x"></span><b><svg><title>ic-push-pin</title></svg></b><span data-testid="icon-unread-count">2</span>';
		const full = await readSaved(list(name + second('<span dir="ltr">x</span>', signs)), { now });
		expect(full.chats[0]).toMatchObject({ unread: 2, muted: true, pinned: true });
		const none = await readSaved(list(name + second('<span dir="ltr">x</span>')), { now });
		expect(none.chats[0]).toMatchObject({ unread: 0, muted: false, pinned: false });
		const bare = await readSaved(list(name), { now });
		expect(bare.chats[0]).toMatchObject({ unread: null, muted: null, pinned: null });
	});

	it('shows a medium that has no title, and not that somebody types', async () => {
		const voice = '<b data-testid="chat-msg-symbol"></b><span dir="ltr">0:41</span>';
		const heard = await readSaved(list(name + second(voice)), { now });
		expect(heard.chats[0]?.preview).toBe('0:41');
		const typed = await readSaved(list(name + second('<span dir="ltr">typing…</span>')), { now });
		expect(typed.chats[0]?.preview).toBeNull();
	});

	it('of a group says who sent a drawing without words', async () => {
		const from = '<span dir="auto">Karl</span><span>:\u00a0</span>';
		const drawn = `${from}<b data-testid="chat-msg-symbol"></b>`;
		const { chats } = await readSaved(list(name + second(drawn)), { now });
		expect(chats[0]).toMatchObject({ preview: null, previewSender: 'Karl', group: true });
		const colon = await readSaved(
			list(name + second(`${drawn}<span dir="ltr"><span>:</span></span>`)),
			{ now },
		);
		expect(colon.chats[0]).toMatchObject({ preview: ':', previewSender: 'Karl' });
	});

	it('is open where the open chat has its name and no other row has, said or not', async () => {
		const both = (rows: string): Document =>
			page(
				`<div id="app"><div id="side"><div id="pane-side"><div role="grid" aria-rowcount="2">${rows}</div></div></div><div id="main"><header><span dir="auto">Trip</span></header></div></div>`,
			);
		const row = `<div role="row"><div data-testid="cell-frame-container">${name}</div></div>`;
		expect((await readSaved(both(row), { now })).chats.map(({ open: is }) => is)).toEqual([true]);
		expect((await readSaved(both(row + row), { now })).chats.map(({ open: is }) => is)).toEqual([
			false,
			false,
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
