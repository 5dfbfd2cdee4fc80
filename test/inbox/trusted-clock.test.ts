import { describe, expect, test } from 'vitest';
import { judgeClock } from '@/lib/inbox/trusted-clock';
import { dayMs, hourMs } from '@/lib/model';

const start = Date.UTC(2026, 10, 24, 12);
const seen = { seenAt: start, heldSince: null };

describe('a clock', () => {
	test('that went on by up to 31 days was away, and what is due may be erased', () => {
		for (const now of [start, start + hourMs, start + 31 * dayMs])
			expect(judgeClock(seen, now)).toMatchObject({ eraseAt: now, lookAgainAt: null });
	});

	test('that jumped further erases nothing for a day', () => {
		const now = start + 400 * dayMs;
		const held = judgeClock(seen, now);
		expect(held).toMatchObject({ eraseAt: start, lookAgainAt: now + dayMs });
		expect(judgeClock(held.state, now + dayMs - 1)).toMatchObject({ eraseAt: start });
		expect(judgeClock(held.state, now + dayMs)).toMatchObject({ eraseAt: now + dayMs });
	});

	test('is believed at once when a messenger tells of a time as late', () => {
		const now = start + 400 * dayMs;
		expect(judgeClock(seen, now, now - hourMs)).toMatchObject({ eraseAt: now });
		expect(judgeClock(seen, now, start + hourMs)).toMatchObject({ eraseAt: start });
	});

	test('that is put right again is believed, and the jump is forgotten', () => {
		const { state } = judgeClock(seen, start + 400 * dayMs);
		const back = judgeClock(state, start + hourMs);
		expect(back).toMatchObject({ eraseAt: start + hourMs, state: { heldSince: null } });
	});

	test('that is set back does not forget how late it was', () => {
		expect(judgeClock(seen, start - 400 * dayMs).state.seenAt).toBe(start);
	});
});
