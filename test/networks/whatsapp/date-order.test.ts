// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/model';
import type { ReadContext } from '@/lib/networks/adapter';
import { adapter } from '@/lib/networks/whatsapp';
import { address } from './address';

const account = '491713920000';

const rowOf = (stamp: string, index: number): string =>
	`<div role="row"><div data-id="3EB00000000000000${index}" tabindex="-1"><div class="message-in">
	<div class="copyable-text" data-pre-plain-text="[${stamp}] Ada Brandt: ">
	<span dir="ltr" class="selectable-text copyable-text"><span>hello ${index}</span></span></div></div></div></div>`;

/** An open chat, read as by a page that was just loaded. */
function read(stamps: string[], more: Partial<ReadContext> = {}): Promise<Reading> {
	return readRows(stamps.map(rowOf), more);
}

function readRows(rows: string[], more: Partial<ReadContext> = {}): Promise<Reading> {
	const html = `<html id="whatsapp-web" lang="en"><body><div id="app"><div id="main">
		<header></header><div role="application">${rows.join('')}</div></div></div></body></html>`;
	return adapter.read({
		document: new DOMParser().parseFromString(html, 'text/html'),
		url: address,
		now: Date.parse('2026-08-12T18:00'),
		languages: ['en-US'],
		openedAt: Date.parse('2026-08-12T18:00'),
		visible: true,
		memory: new Map(),
		localItem: (name) => (name === 'last-wid-md' ? JSON.stringify(`${account}:7@c.us`) : null),
		...more,
	});
}

const monthOf = ({ thread }: Reading): number =>
	new Date(thread?.messages[0]?.sentAt.from ?? 0).getMonth() + 1;

describe('after a reload', () => {
	it('a page is read in the order that another page of its account has proven', async () => {
		const reading = await read(['10:00, 4/3/2026'], { learned: { account, order: 'dmy' } });
		expect(monthOf(reading)).toBe(3);
		expect(reading.dateOrder).toBe('dmy');
	});

	it('another account has taught it nothing: it guesses, and says nothing of an order', async () => {
		const learned = { account: '491713920001', order: 'dmy' as const };
		const reading = await read(['10:00, 4/3/2026'], { learned });
		expect(monthOf(reading)).toBe(4);
		expect(reading.dateOrder).toBeUndefined();
	});

	it('what the page proves itself goes before what was learned', async () => {
		const stamps = ['10:00, 4/3/2026', '10:00, 4/25/2026'];
		const reading = await read(stamps, { learned: { account, order: 'dmy' } });
		expect(monthOf(reading)).toBe(4);
		expect(reading.dateOrder).toBe('mdy');
	});
});

describe('a line that names its day in words', () => {
	const line = (words: string): string =>
		`<div role="row"><div><span dir="auto">${words}</span></div></div>`;

	it.each([
		['Today', '12/1/2026', 'mdy', '2026-12-01T18:00'],
		['Today', '1/12/2026', 'dmy', '2026-12-01T18:00'],
		['Yesterday', '10/11/2026', 'dmy', '2026-11-11T18:00'],
		['Thursday', '5/11/2026', 'dmy', '2026-11-09T18:00'],
	])('%s over %s settles what neither date does alone', async (words, date, order, now) => {
		const rows = [line(words), rowOf(`10:00, ${date}`, 1)];
		const reading = await readRows(rows, { now: Date.parse(now), languages: ['en'] });
		expect(reading.dateOrder).toBe(order);
		expect(reading.thread?.messages[0]?.sentAt.precision).toBe('minute');
	});

	it.each([
		['Today', '10/11/2026'],
		['12/1/2026', '12/1/2026'],
		['3 unread messages', '12/1/2026'],
	])('%s over %s settles nothing', async (words, date) => {
		const rows = [line(words), rowOf(`10:00, ${date}`, 1)];
		const reading = await readRows(rows, { now: Date.parse('2026-12-01T18:00') });
		expect(reading.dateOrder).toBeUndefined();
	});
});
