// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ChatList } from '@/components/ChatList';
import type { ChatRow } from '@/lib/model';
import { speak } from './catalogue';
import { exactly, makeRow, now } from './rows';

beforeAll(() => speak('en', 'en_GB'));
afterEach(cleanup);

const show = (rows: ChatRow[], onOpen = vi.fn()) => {
	render(<ChatList rows={rows} now={now} openChatKey={null} onOpen={onOpen} />);
	return onOpen;
};

describe('a row of the list', () => {
	it('says all of itself in one name', () => {
		show([makeRow({ unread: 2, muted: true, pinned: true })]);
		expect(
			screen.getByRole('button', {
				name: 'Ann, WhatsApp, 2 unread, see you at 6, 5 minutes ago, pinned, muted, next message goes in 2 days',
			}),
		).toBeTruthy();
	});

	it('names who wrote in a group, and says you for what you wrote', () => {
		show([
			makeRow({ title: 'Hikers', group: true }, {}, { sender: 'Ben', text: 'bring water' }),
			makeRow({ title: 'Dad' }, {}, { side: 'mine', text: 'call you tonight' }),
		]);
		const [group, dad] = screen.getAllByRole('button');
		expect(group?.textContent).toContain('Ben: bring water');
		expect(dad?.textContent).toContain('You: call you tonight');
	});

	it('shows a count, a dot without a count, and nothing where unread cannot be told', () => {
		show([
			makeRow({ title: 'Counted', unread: 12 }),
			makeRow({ title: 'Marked', unread: true }),
			makeRow({ title: 'Untold', unread: null }),
		]);
		const badges = screen
			.getAllByRole('button')
			.map((row) => row.querySelector('[data-part=unread]')?.textContent ?? null);
		expect(badges).toEqual(['12', '', null]);
		expect(screen.getByRole('button', { name: /^Marked, WhatsApp, unread,/u })).toBeTruthy();
		expect(screen.getByRole('button', { name: /^Untold, WhatsApp, see you/u })).toBeTruthy();
	});

	it('tells what is left of the next message to go, else the timer', () => {
		show([
			makeRow({ title: 'Going' }, { nextExpiryAt: now + 6 * 86_400_000 }),
			makeRow({ title: 'Empty' }, { nextExpiryAt: null, messageCount: 0 }, null),
			makeRow({ title: 'Kept' }, { nextExpiryAt: null, timer: 'off' }),
		]);
		const texts = screen
			.getAllByRole('button')
			.map((row) => row.querySelector('[data-part=expiry]')?.textContent);
		expect(texts).toEqual(['6 d', '4 weeks', 'off']);
	});

	it('says how far a time is known', () => {
		const hour = 3_600_000;
		show([
			makeRow({ title: 'A', lastActivity: exactly(now - hour) }),
			makeRow({
				title: 'B',
				lastActivity: { from: now - hour, to: now - hour / 2, precision: 'interval' },
			}),
			makeRow({ title: 'C', lastActivity: { from: null, to: now - hour, precision: 'interval' } }),
			makeRow({ title: 'D', lastActivity: exactly(now - 26 * hour) }),
			makeRow(
				{ title: 'E', lastActivity: { from: null, to: null, precision: 'unknown' } },
				{},
				null,
			),
		]);
		const times = screen
			.getAllByRole('button')
			.map((row) => row.querySelector('[data-part=time]')?.textContent);
		expect(times).toEqual(['11:00', '~ 11:30', 'before 11:00', 'Yesterday', 'time unknown']);
	});

	it('opens by Enter or click, and arrows go from row to row', () => {
		const onOpen = show([makeRow({ title: 'First' }), makeRow({ title: 'Second' })]);
		const rows = within(screen.getByRole('list')).getAllByRole('button');
		rows[0]?.focus();
		if (rows[0]) fireEvent.keyDown(rows[0], { key: 'ArrowDown' });
		expect(document.activeElement).toBe(rows[1]);
		if (rows[1]) fireEvent.click(rows[1]);
		expect(onOpen).toHaveBeenCalledWith('key-Second');
	});

	it('shows markup in names and texts as text', () => {
		show([makeRow({ title: '<b>Ann</b>' }, {}, { text: '<img src=x onerror=alert(1)>' })]);
		const row = screen.getByRole('button');
		expect(row.textContent).toContain('<b>Ann</b>');
		expect(row.querySelector('b, img')).toBeNull();
	});
});

describe('in German', () => {
	it('speaks German, plurals and dates included', async () => {
		await speak('de');
		show([makeRow({ unread: 1, lastActivity: exactly(now - 26 * 3_600_000) })]);
		expect(
			screen.getByRole('button', {
				name: 'Ann, WhatsApp, 1 ungelesen, see you at 6, Gestern, 10:00, nächste Nachricht geht in 2 Tagen',
			}),
		).toBeTruthy();
		await speak('en', 'en_GB');
	});
});
