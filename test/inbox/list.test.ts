import { describe, expect, test } from 'vitest';
import { countUnreadChats, everything, filterRows } from '@/lib/inbox/filter';
import { sortRows } from '@/lib/inbox/sort';
import type { Chat, ChatRow, Moment, Preview } from '@/lib/model';
import { sampleChat, samplePreview } from '../store/samples';

function row(title: string, chat: Partial<Chat> = {}, preview: Preview | null = null): ChatRow {
	return {
		chat: sampleChat(title, { title, ...chat }),
		preview,
		timer: 'off',
		timerFrom: 'default',
		nextExpiryAt: null,
		messageCount: 0,
	};
}

const between = (from: number | null, to: number | null): Moment => ({
	from,
	to,
	precision: 'interval',
});
const titles = (rows: ChatRow[]) => rows.map(({ chat }) => chat.title);

describe('the list', () => {
	test('is newest first, by the late end of what is known', () => {
		const rows = [
			row('old', { lastActivity: between(1, 2) }),
			row('vague', { lastActivity: between(1, 9) }),
			row('new', { lastActivity: between(5, 8) }),
			row('since', { lastActivity: between(3, null) }),
		];
		expect(titles(sortRows(rows))).toEqual(['vague', 'new', 'since', 'old']);
	});

	test('has pinned chats on top, and those of unknown time at the end', () => {
		const rows = [
			row('unknown'),
			row('new', { lastActivity: between(5, 8) }),
			row('pinned', { pinned: true, lastActivity: between(1, 1) }),
		];
		expect(titles(sortRows(rows))).toEqual(['pinned', 'new', 'unknown']);
	});

	test('takes the time of the last line where the chat has none', () => {
		const line = (sentAt: Moment) => samplePreview(0, { sentAt, firstSeenAt: 7 });
		const rows = [
			row('told', {}, line(between(null, 6))),
			row('seen', {}, line({ from: null, to: null, precision: 'unknown' })),
		];
		expect(titles(sortRows(rows))).toEqual(['seen', 'told']);
	});

	test('is in one order only where times are equal', () => {
		const rows = [row('b'), row('a'), row('c')];
		expect(titles(sortRows(rows))).toEqual(['a', 'b', 'c']);
	});

	test('is narrowed to a network, to what is unread, or to both', () => {
		const rows = [
			row('counted', { unread: 2 }),
			row('marked', { unread: true, network: 'messenger' }),
			row('read', { unread: 0 }),
			row('untold', { unread: null, network: 'messenger' }),
		];
		expect(titles(filterRows(rows, everything))).toHaveLength(4);
		expect(titles(filterRows(rows, { unread: true, network: null }))).toEqual([
			'counted',
			'marked',
		]);
		expect(titles(filterRows(rows, { unread: false, network: 'messenger' }))).toEqual([
			'marked',
			'untold',
		]);
		expect(titles(filterRows(rows, { unread: true, network: 'messenger' }))).toEqual(['marked']);
	});

	test('counts the chats that want attention', () => {
		const rows = [
			row('counted', { unread: 12 }),
			row('marked', { unread: true }),
			row('muted', { unread: 3, muted: true }),
			row('archived', { unread: 3, archived: true }),
			row('untold', { unread: null }),
		];
		expect(countUnreadChats(rows)).toBe(2);
	});
});
