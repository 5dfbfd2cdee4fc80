import { describe, it } from 'vitest';
import { tryDeaths } from './try-deaths';

describe('cells whose writers die', () => {
	it('never lose a live secret and never show an effaced one', { timeout: 60_000 }, async () => {
		await tryDeaths(300);
	});
});
