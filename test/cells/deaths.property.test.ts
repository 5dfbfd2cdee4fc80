import { describe, it } from 'vitest';
import { testLimitMs } from '../tell-in-time';
import { tryDeaths } from './try-deaths';

describe('cells whose writers die', () => {
	it('never lose a live secret and never show an effaced one', async () => {
		await tryDeaths(300, testLimitMs);
	});
});
