// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { MessageReading } from '@/lib/model';
import { list, log, messageRow } from './rows';
import { readHtml } from './stand-in';

const now = new Date(2026, 8, 20, 12).getTime();
const late = { now, openedAt: now - 20_000 };
const minute = (day: number, hour: number, at: number) => {
	const from = new Date(2026, 8, day, hour, at).getTime();
	return { from, to: from + 59_999, precision: 'minute' };
};
const shown = ({ side, sender, kind, text }: MessageReading) => [side, sender, kind, text];

/** Shapes in which single readers of 2025 and 2026 met this page. */
describe('a thread without ids and articles', () => {
	const row = (label: string, spoken: string, ...lines: string[]): string =>
		`<div data-scope="messages_table" aria-label="${label}"><div role="button" aria-label="${spoken}">${lines
			.map((line) => `<span dir="auto">${line}</span>`)
			.join('')}</div></div>`;
	const thread = `<div role="log" aria-label="Pesan dalam percakapan dengan Wira Lestari">
		<div role="button" aria-label="Masukkan, Detail percakapan"><span dir="auto">Detail</span></div>
		<div data-scope="date_break"><span dir="auto">19 September 2026</span></div>
		<div data-scope="messages_table"><img alt="Wira Lestari"><span dir="auto">19/09/26 14.26</span></div>
		${row('Pukul 19 September 2026 14.26, Wira Lestari: Keju: masih ada?', 'Masukkan, dikirim pukul 19 September 2026 14.26 oleh Wira Lestari: Keju: masih ada?', 'Keju: masih ada?', 'Terkirim')}
		${row('Pukul 19 September 2026 14.28, Anda: Ada', 'Masukkan, dikirim pukul 19 September 2026 14.28 oleh Anda: Ada', 'Ada')}
	</div>`;

	it('is read by its labels, and the header is no message', async () => {
		const reading = await readHtml(`<div role="main">${thread}</div>`, { ...late, lang: 'id' });
		expect(reading).toMatchObject({ state: 'degraded', layers: { messages: 'labelled' } });
		expect(reading.thread?.messages.map(shown)).toEqual([
			['theirs', 'Wira Lestari', 'text', 'Keju: masih ada?'],
			['mine', null, 'text', 'Ada'],
		]);
		expect(reading.thread?.messages.map(({ sentAt }) => sentAt)).toEqual([
			minute(19, 14, 26),
			minute(19, 14, 28),
		]);
	});

	it('has no side where the page speaks a language whose "you" was never seen', async () => {
		const reading = await readHtml(`<div role="main">${thread}</div>`, { ...late, lang: 'sw' });
		expect(reading.thread?.messages.map(({ side }) => side)).toEqual(['theirs', 'unknown']);
	});
});

describe('a thread of before April 2026', () => {
	it('is read row by row, with the picture of whom a label names', async () => {
		const html = `<div role="main"><div role="grid" aria-label="Messages in conversation with Wira Lestari">
			<div role="row"><span dir="auto">19 September 2026</span></div>
			<div role="row" aria-label="Message from Wira Lestari"><img alt="Wira Lestari"><div dir="auto">One</div></div>
			<div role="row"><div dir="auto">Two</div></div></div></div>`;
		const reading = await readHtml(html, late);
		expect(reading).toMatchObject({ state: 'degraded', layers: { messages: 'old-grid' } });
		expect(reading.thread?.messages.map(shown)).toEqual([
			['theirs', null, 'text', 'One'],
			['unknown', null, 'text', 'Two'],
		]);
	});

	it('says above each message who sent it', async () => {
		const sent = (who: string, text: string, id: string): string =>
			`<div role="row"><div role="gridcell" data-scope="messages_table"><h4>${who} sent</h4>
			<div id="${id}"><span dir="auto"><div dir="auto">${text}</div></span></div></div></div>`;
		const ids = ['mid.$cAAAAB37oytpoezPdX1iSe6Ul01HF', 'mid.$cAAJdkrCd2ORnva8ErFhjGm0X_Q_c'];
		const html = `<div role="main"><div role="grid">${sent('Wira', 'One', ids[1] ?? '')}
			${sent('You', 'Two', ids[0] ?? '')}</div></div>`;
		const { thread, layers } = await readHtml(html, late);
		expect(layers.messages).toBe('old-id');
		expect(thread?.messages.map(({ id }) => id)).toEqual(ids.reverse());
		expect(thread?.messages.map(shown)).toEqual([
			['theirs', 'Wira', 'text', 'One'],
			['mine', null, 'text', 'Two'],
		]);
	});

	it('has rows that only name a day, and they are no messages', async () => {
		const cell = (inside: string): string =>
			`<div role="row"><div role="gridcell" data-scope="messages_table">${inside}</div></div>`;
		const html = `<div role="main"><div role="grid">
			${cell('<div data-scope="date_break">Feb 16, 2026, 2:42 PM</div>')}
			${cell('<div dir="auto">One</div>')}</div></div>`;
		const { thread } = await readHtml(html, late);
		expect(thread?.messages).toMatchObject([
			{
				text: 'One',
				sentAt: { from: new Date(2026, 1, 16, 14, 42).getTime(), precision: 'minute' },
			},
		]);
	});
});

describe('a thread', () => {
	it('of a group is called as the row at its start says', async () => {
		const start = '<div data-scope="messages_table"><h3 dir="auto"><span>Choir</span></h3></div>';
		const html = log([start, messageRow({ id: `1@msgr.${BigInt(now) << 22n}`, text: 'one' })]);
		const titled = html.replace(
			'<div role="log"',
			'<div role="log" aria-label="Messages in Choir"',
		);
		expect((await readHtml(titled, late)).thread?.title).toBe('Choir');
	});

	it('of whose emoji nothing is drawn does not take their words for a name', async () => {
		const body = '<div dir="auto"><span></span><span></span></div>';
		const label = 'At 11:41, Wira Lestari: laughing';
		const html = log([messageRow({ id: `1@msgr.${BigInt(now) << 22n}`, body, label })]);
		expect((await readHtml(html, late)).thread?.messages[0]).toMatchObject({
			sender: 'Wira Lestari',
			text: null,
		});
	});
});

describe('a row without a mark around its time', () => {
	it('has its preview before the time, whatever follows', async () => {
		const line = (text: string): string => `<span dir="auto">${text}</span>`;
		const row = (id: string, ...lines: string[]): string =>
			`<div role="row"><a role="link" href="/messages/t/${id}/">${lines.map(line).join('')}</a></div>`;
		const html = list([
			row('1', 'Wira Lestari', 'Masih ada?', '4m'),
			row('2', 'Siti', 'Makasih', '2 jam', 'Aktif sekarang'),
			row('3', 'Adi', '5 kg'),
		]);
		const { chats } = await readHtml(html, { ...late, lang: 'id' });
		expect(chats.map(({ title, preview }) => [title, preview])).toEqual([
			['Wira Lestari', 'Masih ada?'],
			['Siti', 'Makasih'],
			['Adi', '5 kg'],
		]);
		expect(chats[1]?.lastActivity.to).toBe(now - 2 * 3_600_000);
	});
});
