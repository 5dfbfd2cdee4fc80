// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace, type Pace } from '@/lib/networks/pace';

let pace: Pace;
let readings: number[];
let workMs: number;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
	readings = [];
	workMs = 0;
	pace = createPace(() => {
		pace.begin();
		readings.push(performance.now());
		pace.end(workMs);
	});
});

afterEach(() => {
	pace.stop();
	vi.useRealTimers();
});

/** Changes again and again, for so long. */
function changeEvery(everyMs: number, lengthMs: number): void {
	for (let passed = 0; passed < lengthMs; passed += everyMs) {
		pace.noteChange();
		vi.advanceTimersByTime(everyMs);
	}
}

describe('when a page is read', () => {
	it('is soon after it became quiet', () => {
		const from = performance.now();
		changeEvery(50, 500);
		vi.advanceTimersByTime(1_000);
		expect(readings).toHaveLength(1);
		expect(readings[0]).toBeLessThan(from + 800);
	});

	it('is now and then while it never is quiet', () => {
		changeEvery(50, 12_000);
		expect(readings.length).toBeGreaterThanOrEqual(9);
	});

	it.each([20, 40, 80])(
		'leaves it more than 98 %% of the time while it never is quiet: %i ms each',
		(ms) => {
			workMs = ms;
			changeEvery(50, 60_000);
			expect((readings.length * workMs) / 60_000).toBeLessThanOrEqual(0.018);
			expect(readings.length).toBeGreaterThanOrEqual(12);
		},
	);

	it('is within a second all the same when a single thing happens after much work', () => {
		workMs = 400;
		changeEvery(50, 3_000);
		vi.advanceTimersByTime(1_000);
		const before = readings.length;
		pace.noteChange();
		vi.advanceTimersByTime(1_000);
		expect(readings).toHaveLength(before + 1);
	});

	it('is never again once it is over', () => {
		pace.noteChange();
		pace.stop();
		vi.advanceTimersByTime(10_000);
		expect(readings).toEqual([]);
	});
});
