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
	const html = `<html id="whatsapp-web" lang="en"><body><div id="app"><div id="main">
		<header></header><div role="application">${stamps.map(rowOf).join('')}</div></div></div></body></html>`;
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
