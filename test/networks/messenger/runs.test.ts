// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { MessageReading } from '@/lib/model';
import { dateBreak, log, messageRow } from './rows';
import { readHtml } from './stand-in';

const now = new Date(2026, 8, 19, 15).getTime();
const late = { now, openedAt: now - 20_000 };
const idAt = (minute: number): string =>
	`61554658944796@msgr.${BigInt(now - (60 - minute) * 60_000) << 22n}`;

const heading = (words: string): string =>
	`<div><span aria-hidden="true"><h3 dir="auto"><span>${words}</span></h3></span></div>`;
const quote = '<div role="button"><span dir="auto">Shall we?</span></div>';
const face = (name: string): string =>
	`<div><div aria-hidden="true"><div role="button"><img alt="${name}"></div></div></div>`;

/** Rows without labels: what is above a run and beside its last message is all there is. */
const row = (n: number, text: string, before = '', avatar = ''): string =>
	messageRow({ id: idAt(n), text, before }).replace(
		'<div role="presentation"><div></div></div></div>',
		`<div role="presentation">${avatar || '<div></div>'}</div></div>`,
	);

async function messagesOf(html: string): Promise<MessageReading[]> {
	return (await readHtml(html, late)).thread?.messages ?? [];
}

describe('who wrote in a group whose labels are gone', () => {
	it('stands above the first message of a run', async () => {
		const messages = await messagesOf(
			log([row(1, 'a', heading('Ada')), row(2, 'b'), row(3, 'c', heading('Bo'))]),
		);
		expect(messages.map(({ sender }) => sender)).toEqual(['Ada', 'Ada', 'Bo']);
	});

	it('is drawn beside the last one, and is not the next one’s', async () => {
		const messages = await messagesOf(
			log([
				row(1, 'a', heading('Ada')),
				row(2, 'b', '', face('Ada')),
				row(3, 'c', heading('Bo replied') + quote),
				row(4, 'd', heading('Ada'), face('Ada')),
			]),
		);
		expect(messages.map(({ sender, quote }) => [sender, quote])).toEqual([
			['Ada', null],
			['Ada', null],
			[null, 'Shall we?'],
			['Ada', null],
		]);
	});
});

describe('who wrote in a chat of two whose labels are gone', () => {
	const at = new URL('https://www.facebook.com/messages/t/1/');
	const chat =
		'<div role="row"><a role="link" href="/messages/t/1/"><span>Ada</span><span>hi</span></a></div>';
	const page = (...rows: string[]): string =>
		`<div role="navigation"><div role="grid">${chat}</div></div>${log(rows)}`;

	it('is called as the chat', async () => {
		const { thread } = await readHtml(page(row(1, 'a'), row(2, 'b')), { ...late, url: at });
		expect(thread?.messages.map(({ sender }) => sender)).toEqual(['Ada', 'Ada']);
	});

	it('is not, where two are drawn beside their messages', async () => {
		const rows = [
			row(1, 'a'),
			row(2, 'b', '', face('Bo')),
			row(3, 'c', '', face('Cy')),
			row(4, 'd'),
		];
		const { thread } = await readHtml(page(...rows), { ...late, url: at });
		expect(thread?.messages.map(({ sender }) => sender)).toEqual(['Bo', 'Bo', 'Cy', null]);
	});
});

describe('the page’s own lines', () => {
	it('have no toolbar where messages have one', async () => {
		const line = (text: string): string =>
			messageRow({ id: idAt(2), text })
				.replace(
					/<div role="presentation"><div\s+aria-hidden="true" role="toolbar"><\/div><\/div>/u,
					'',
				)
				.replace('role="presentation"', '');
		const reading = await readHtml(
			log([row(1, 'a'), line('Ada left the group.'), row(3, 'b')]),
			late,
		);
		expect(reading).toMatchObject({ state: 'degraded', problems: ['no-chat-list'] });
		expect(reading.thread?.messages.map(({ kind, side }) => [kind, side])).toEqual([
			['text', 'theirs'],
			['system', 'unknown'],
			['text', 'theirs'],
		]);
	});
});

describe('a thread whose rows are put in order by their styles', () => {
	it('is read in that order, with its times', async () => {
		const opaque = (n: number): string => messageRow({ id: `message-000${n}`, text: String(n) });
		const placed = (order: number, inside: string): string =>
			`<div style="order: ${order}">${inside}</div>`;
		const messages = await messagesOf(
			log([
				placed(3, dateBreak('14:30') + opaque(2)),
				placed(2, opaque(1)),
				placed(1, dateBreak('09:00') + opaque(0)),
			]),
		);
		expect(messages.map(({ text }) => text)).toEqual(['0', '1', '2']);
		expect(messages.map(({ sentAt }) => sentAt.precision)).toEqual([
			'minute',
			'interval',
			'minute',
		]);
	});
});
