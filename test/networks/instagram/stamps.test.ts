import { describe, expect, it } from 'vitest';
import { joinOf, narrowByWatching } from '@/lib/networks/instagram/arrivals';
import type { PageMemory } from '@/lib/networks/instagram/memory';
import { type Mark, narrowed, placeTimes, readStamp } from '@/lib/networks/instagram/stamps';

const now = new Date(2026, 9, 21, 15, 0).getTime();
const context = { now, languages: ['en'] };
const minuteMs = 60_000;

const at = (...parts: [number, number, number, number, number]) => {
	const from = new Date(...parts).getTime();
	return { from, to: from + minuteMs - 1, precision: 'minute' as const };
};

function marks(...words: string[]): Mark[] {
	return words.map((word) => {
		if (word === '-') return { is: 'message' };
		if (word === '#') return { is: 'break' };
		const moment = readStamp(word, context);
		if (!moment) throw new Error(`no stamp: ${word}`);
		return { is: 'stamp', text: word, moment };
	});
}

describe('separators', () => {
	it.each([
		['1:22\u202fPM', at(2026, 9, 21, 13, 22)],
		['Today 2:41 PM', at(2026, 9, 21, 14, 41)],
		['Yesterday 9:40 PM', at(2026, 9, 20, 21, 40)],
		['Sat 10:25 PM', at(2026, 9, 17, 22, 25)],
		['Wed 10:25 AM', at(2026, 9, 14, 10, 25)],
		['Sep 25, 2026, 3:15 PM', at(2026, 8, 25, 15, 15)],
		['14 Sep 2026, 15:15', at(2026, 8, 14, 15, 15)],
		['Yesterday, 14:05', at(2026, 9, 20, 14, 5)],
	])('%s is a minute', (text, moment) => {
		expect(readStamp(text, context)).toEqual(moment);
	});

	it.each(['New messages', 'Seen', 'Noor named the group Market', 'Edited', ''])(
		'"%s" is none',
		(text) => {
			expect(readStamp(text, context)).toBeNull();
		},
	);
});

describe('times of messages', () => {
	it('are a minute after a separator, else lie between separators', () => {
		const yesterday = at(2026, 9, 20, 21, 40);
		const today = at(2026, 9, 21, 13, 22);
		const read = placeTimes(
			marks('-', 'Yesterday 9:40 PM', '-', '-', '1:22 PM', '-', '-'),
			context,
		);
		expect(read).toEqual([
			{ from: null, to: yesterday.from, precision: 'interval' },
			yesterday,
			{ from: yesterday.from, to: today.from, precision: 'interval' },
			today,
			{ from: today.from, to: now, precision: 'interval' },
		]);
	});

	it('are no later than now where no separator is drawn', () => {
		expect(placeTimes(marks('-'), context)).toEqual([
			{ from: null, to: now, precision: 'interval' },
		]);
	});

	it('are no minute where something between is not drawn', () => {
		const today = at(2026, 9, 21, 13, 22);
		expect(placeTimes(marks('1:22 PM', '#', '-'), context)).toEqual([
			{ from: today.from, to: now, precision: 'interval' },
		]);
	});

	it('move a bare clock back that a page has not redrawn since yesterday', () => {
		const read = placeTimes(marks('2:30 PM', '-', '1:22 PM', '-'), context);
		expect(read).toEqual([at(2026, 9, 20, 14, 30), at(2026, 9, 21, 13, 22)]);
	});

	it('leave out a separator that cannot be true', () => {
		const read = placeTimes(
			marks('Sep 25, 2026, 3:15 PM', '-', 'Sep 14, 2026, 3:15 PM', '-'),
			context,
		);
		const later = at(2026, 8, 14, 15, 15);
		expect(read).toEqual([{ from: null, to: later.from, precision: 'interval' }, later]);
	});

	it('grow narrower, never wider and never wrong', () => {
		const wide = { from: null, to: 100, precision: 'interval' as const };
		const late = { from: 50, to: 120, precision: 'interval' as const };
		expect(narrowed(wide, late)).toEqual({ from: 50, to: 100, precision: 'interval' });
		const apart = { from: 200, to: 300, precision: 'interval' as const };
		expect(narrowed(wide, apart)).toEqual(wide);
		expect(narrowed(at(2026, 9, 21, 13, 22), late)).toEqual(at(2026, 9, 21, 13, 22));
	});
});

describe('watching a chat', () => {
	it('joins two windows of one thread', () => {
		expect(joinOf(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'e'])).toBe(1);
		expect(joinOf(['c', 'd', 'e'], ['a', 'b', 'c', 'd', 'e'])).toBe(-2);
		expect(joinOf(['a', 'b', 'c'], ['x', 'y', 'z'])).toBeNull();
	});

	it('narrows an arrival only where the reading before saw the end, in a visible tab', () => {
		const pass = (looks: string[], seconds: number, visible: boolean, memory: PageMemory) =>
			narrowByWatching(
				{
					chatId: '1',
					looks,
					moments: looks.map(() => ({
						from: null,
						to: now + seconds * 1_000,
						precision: 'interval',
					})),
					lastSentBy: null,
					now: now + seconds * 1_000,
					visible,
				},
				memory,
			).at(-1);
		const watched = { threads: new Map() } as unknown as PageMemory;
		pass(['a', 'b', 'c', 'd'], 0, true, watched);
		pass(['a', 'b', 'c', 'd'], 5, true, watched);
		expect(pass(['a', 'b', 'c', 'd', 'd'], 8, true, watched)).toEqual({
			from: now + 5_000,
			to: now + 8_000,
			precision: 'interval',
		});
		const hidden = { threads: new Map() } as unknown as PageMemory;
		pass(['a', 'b', 'c', 'd'], 0, true, hidden);
		pass(['a', 'b', 'c', 'd'], 5, false, hidden);
		expect(pass(['a', 'b', 'c', 'd', 'd'], 8, true, hidden)).toMatchObject({ from: null });
		const filling = { threads: new Map() } as unknown as PageMemory;
		pass(['a', 'b', 'c'], 0, true, filling);
		expect(pass(['a', 'b', 'c', 'd'], 1, true, filling)).toMatchObject({ from: null });
	});
});
