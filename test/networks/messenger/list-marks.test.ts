// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readSettled } from '@/lib/inspection/inspect-page';
import type { ChatReading } from '@/lib/model';
import { adapter } from '@/lib/networks/messenger';
import { chatRow, list } from './rows';

const now = new Date(2026, 8, 19, 15).getTime();

/** In a page of its own: only that has styles. */
async function chatsOf(rows: readonly string[]): Promise<ChatReading[]> {
	document.body.innerHTML = list(rows);
	const url = 'https://www.messenger.com/';
	return (await readSettled(adapter, document, { url, now, languages: ['en'] })).chats;
}

const row = (n: number, name: string, preview: string, extra = ''): string =>
	chatRow(
		`/t/${n}/`,
		`${extra}<span><span>${name}</span></span><span>${preview}</span><abbr aria-label="3 minutes ago">3m</abbr>`,
	);
const text = (words: string): string => `<span><span>${words}</span></span>`;
const bold = (words: string): string => `<span style="font-weight: 600">${words}</span>`;
const mark = '<div>Unread message:</div>';

describe('a list', () => {
	it('without marks has bold rows for unread ones', async () => {
		const chats = await chatsOf([row(1, bold('Ada'), text('hi')), row(2, 'Bo', text('yes'))]);
		expect(chats.map(({ unread }) => unread)).toEqual([true, 0]);
	});

	it('of one row is unread where its last line is bold', async () => {
		expect(await chatsOf([row(1, bold('Ada'), bold('hi'))])).toMatchObject([{ unread: true }]);
		expect(await chatsOf([row(1, bold('Ada'), text('hi'))])).toMatchObject([{ unread: 0 }]);
	});

	it('whose names are all bold says nothing by that', async () => {
		const chats = await chatsOf([row(1, bold('Ada'), text('hi')), row(2, bold('Bo'), text('yes'))]);
		expect(chats.map(({ unread }) => unread)).toEqual([0, 0]);
	});

	it('may have both signs', async () => {
		const rows = [
			row(1, 'Ada', mark + text('hi')),
			row(2, bold('Bo'), bold('yes')),
			row(3, 'Cy', text('no')),
		];
		expect((await chatsOf(rows)).map(({ unread }) => unread)).toEqual([true, true, 0]);
	});

	it('draws a struck bell in muted rows', async () => {
		const bell = '<svg><path d="M29.676 7.746c.353-.352.44-.92.15-1.324"></path></svg>';
		const chats = await chatsOf([row(1, 'Ada', text('hi'), bell), row(2, 'Bo', text('yes'))]);
		expect(chats.map(({ title, muted }) => [title, muted])).toEqual([
			['Ada', true],
			['Bo', false],
		]);
	});

	it('is in the order that its styles give it', async () => {
		const ordered = (n: number, order: number): string =>
			row(n, `N${n}`, text('x')).replace('role="row"', `role="row" style="order: ${order}"`);
		const chats = await chatsOf([ordered(1, 3), ordered(2, 1), ordered(3, 2)]);
		expect(chats.map(({ id }) => id)).toEqual(['2', '3', '1']);
	});
});
