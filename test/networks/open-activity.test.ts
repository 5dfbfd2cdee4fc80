import { describe, expect, it } from 'vitest';
import type { Moment } from '@/lib/model';
import { activityOf } from '@/lib/networks/open-activity';

const hours = (from: number, to: number): Moment => ({
	from: from * 3_600_000,
	to: to * 3_600_000,
	precision: 'interval',
});
const at = (hour: number): Moment => ({ ...hours(hour, hour), precision: 'exact' });

describe('what an open chat’s newest message tells of its last activity', () => {
	it.each([
		['its own time, where that is within the row’s', hours(5, 6), at(5), at(5)],
		['nothing, where it is older than the row', hours(5, 6), at(4), hours(5, 6)],
		['nothing, where it is known no better', hours(5, 6), hours(5, 5.5), hours(5, 6)],
		[
			'nothing, beside a row without a time',
			{ ...hours(0, 0), from: null },
			at(4),
			{
				...hours(0, 0),
				from: null,
			},
		],
		['nothing, where no message is drawn', hours(5, 6), undefined, hours(5, 6)],
	])('is %s', (_, row, newest, told) => {
		expect(activityOf(row, newest)).toEqual(told);
	});
});
