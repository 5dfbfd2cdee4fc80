// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChatListRow } from '@/components/ChatListRow';
import { DiskFigures } from '@/components/expiry/DiskFigures';
import { TimerLog } from '@/components/expiry/TimerLog';
import { WhatNext } from '@/components/expiry/WhatNext';
import { TimerDeskContext } from '@/components/timer-desk';
import {
	type ChatRow,
	dayMs,
	hourMs,
	type KeptMessage,
	type Settings,
	type TimerChange,
	weekMs,
} from '@/lib/model';
import { speak } from './catalogue';
import { makeMessage, makeRow, now } from './rows';

beforeEach(() => speak('en', 'en_GB'));
afterEach(() => {
	cleanup();
	vi.useRealTimers();
});

describe('what is left of a message', () => {
	const shown = () => document.querySelector('[data-part=expiry]')?.textContent;
	const pass = (ms: number) =>
		act(() => {
			vi.advanceTimersByTime(ms);
		});

	it('is counted by the second in its last minute, while nothing else is drawn anew', () => {
		vi.useFakeTimers({ now });
		const row = makeRow({}, { nextExpiryAt: now + 62_500 });
		render(<ChatListRow row={row} now={now} isOpen={false} onOpen={() => undefined} />);
		expect(shown()).toBe('2 min');
		pass(2_500);
		expect(shown()).toBe('60 s');
		pass(1_000);
		expect(shown()).toBe('59 s');
		pass(58_500);
		expect(shown()).toBe('1 s');
		pass(500);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('lets no clock run while the next is far off', () => {
		vi.useFakeTimers({ now });
		const row = makeRow({}, { nextExpiryAt: now + 3 * hourMs });
		render(<ChatListRow row={row} now={now} isOpen={false} onOpen={() => undefined} />);
		expect(shown()).toBe('3 h');
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is said in the name of the row', () => {
		const row = makeRow({}, { nextExpiryAt: now + 40_000 });
		render(<ChatListRow row={row} now={now} isOpen={false} onOpen={() => undefined} />);
		expect(screen.getByRole('button').textContent).toContain('next message goes in 40 seconds');
	});
});

describe('what goes next', () => {
	const showNext = (rows: ChatRow[] | null, kept: KeptMessage[] = []) => {
		const calls = { onOpen: vi.fn(), onBack: vi.fn(), onUnkeep: vi.fn() };
		render(<WhatNext rows={rows} now={now} kept={kept} {...calls} />);
		return calls;
	};
	const names = () =>
		screen
			.getAllByRole('button', { name: /WhatsApp|Messenger/u })
			.map(({ textContent }) => textContent);

	it('lists what is kept past its time, to be opened and let go of', () => {
		const message = makeMessage({ text: 'the code of the door', kept: true });
		const kept = { chatKey: 'key-Ann', message };
		const { onOpen, onUnkeep } = showNext([makeRow({ title: 'Ann' })], [kept]);
		const list = within(screen.getByRole('region', { name: 'Kept past their time' }));
		fireEvent.click(list.getByRole('button', { name: /Ann.*the code of the door/u }));
		expect(onOpen).toHaveBeenCalledWith('key-Ann', message);
		fireEvent.click(list.getByRole('button', { name: 'Keep no longer' }));
		expect(onUnkeep).toHaveBeenCalledWith(kept);
	});

	it('stands under its days, the next of all first, with the rule that takes it', () => {
		const calls = showNext([
			makeRow({ title: 'Later' }, { nextExpiryAt: now + 9 * dayMs }),
			makeRow(
				{ title: 'Soon' },
				{ nextExpiryAt: now + hourMs, timer: weekMs, timerFrom: 'network' },
			),
			makeRow({ title: 'Then' }, { nextExpiryAt: now + dayMs, timer: dayMs, timerFrom: 'chat' }),
		]);
		expect(names().map((name) => name?.split(',')[0])).toEqual(['Soon', 'Then', 'Later']);
		const today = screen.getByRole('region', { name: 'Today' });
		expect(
			within(today).getByRole('button', {
				name: /^Soon ?, WhatsApp, next message goes in 60 minutes, 13:00, 1 week, from WhatsApp’s default/u,
			}),
		).toBeTruthy();
		expect(screen.getByRole('region', { name: 'Tomorrow' })).toBeTruthy();
		expect(screen.getByRole('region', { name: 'Wednesday 2 December' })).toBeTruthy();
		fireEvent.click(screen.getByRole('button', { name: /^Then/u }));
		expect(calls.onOpen).toHaveBeenCalledWith('key-Then');
	});

	it('shows no word of a message', () => {
		showNext([makeRow({ title: 'Ann' }, {}, { text: 'a secret' })]);
		expect(document.body.textContent).not.toContain('a secret');
	});

	it('keeps apart what stays, and leaves out chats of which nothing is kept', () => {
		showNext([
			makeRow({ title: 'Ann' }, { nextExpiryAt: null, timer: 'off' }),
			makeRow({ title: 'Ben' }, { nextExpiryAt: null, messageCount: 0 }, null),
		]);
		const stays = screen.getByRole('region', { name: 'Stays' });
		expect(
			within(stays).getByRole('button', { name: /^Ann ?, WhatsApp, messages stay/u }),
		).toBeTruthy();
		expect(screen.queryByText('Ben')).toBeNull();
	});

	it('says so where nothing goes', () => {
		showNext([]);
		expect(screen.getByText('Nothing goes')).toBeTruthy();
	});
});

describe('the log of timers', () => {
	const showLog = (timerLog: TimerChange[]) => {
		const settings: Settings = { defaultTimer: 4 * weekMs, timerLog };
		const desk = { settings, choose: () => undefined, countGoing: async () => 0 };
		render(
			<TimerDeskContext.Provider value={desk}>
				<TimerLog rows={[makeRow({ title: 'Ann' })]} now={now} />
			</TimerDeskContext.Provider>,
		);
		return screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
	};

	it('names what was changed, to what and when', () => {
		expect(
			showLog([
				{ at: now - hourMs, scope: 'chat', chatKey: 'key-Ann', timer: weekMs },
				{ at: now - 2 * hourMs, scope: 'network', network: 'instagram', timer: null },
				{ at: now - 3 * hourMs, scope: 'default', timer: 'off' },
				{ at: now - 4 * hourMs, scope: 'chat', chatKey: 'gone', timer: dayMs },
			]),
		).toEqual([
			'Ann1 week11:00',
			'Instagramback to the default10:00',
			'All chatsOff9:00',
			'A chat that is gone1 day8:00',
		]);
	});

	it('forgets after a month, and shows nothing where nothing was changed', () => {
		expect(showLog([{ at: now - 31 * dayMs, scope: 'default', timer: 'off' }])).toEqual([]);
		expect(screen.queryByRole('heading')).toBeNull();
	});
});

it('says beside each timer how soon a copy cannot be opened on the disk', () => {
	render(<DiskFigures />);
	const rows = [...document.querySelectorAll('tbody tr')].map(
		(row) => `${row.querySelector('th')?.textContent}: ${row.querySelector('td')?.textContent}`,
	);
	expect(rows).toEqual([
		'30 minutes: 15 minutes',
		'1 hour: 15 minutes',
		'8 hours: 30 minutes',
		'1 day: 1 hour',
		'1 week: 10 hours',
		'4 weeks: 1 day',
		'90 days: 1 day',
	]);
});
