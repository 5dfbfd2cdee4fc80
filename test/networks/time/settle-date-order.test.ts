import { describe, expect, it } from 'vitest';
import { settleDateOrder } from '@/lib/networks/time/settle-date-order';
import { now } from './now';

describe('order of day and month', () => {
	it('is settled by dates that may not run backwards', () => {
		const texts = ['10:00, 1/10/2026', '10:00, 2/10/2026', '10:00, 3/10/2026', '10:00, 1/11/2026'];
		expect(settleDateOrder(texts, { now, languages: ['en'] })).toBe('dmy');
	});

	it('stays open while both orders are possible', () => {
		expect(settleDateOrder(['10:00, 5/6/2026'], { now, languages: ['en'] })).toBeNull();
	});
});
