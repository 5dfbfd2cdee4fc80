import type { DateOrder } from './context';
import { plainTag } from './words';

/** Day first or month first, as a region writes it; plain `en` does not tell. */
export function dateOrderOf(languages: readonly string[]): DateOrder | null {
	for (const language of languages) {
		if (/^en$/iu.test(language) || plainTag(language) === null) continue;
		const parts = new Intl.DateTimeFormat(language).formatToParts(new Date(2026, 0, 2));
		const order = parts
			.map(({ type }) => ({ day: 'd', month: 'm', year: 'y' })[type as 'day'] ?? '')
			.join('');
		if (order === 'dmy' || order === 'mdy' || order === 'ymd') return order;
	}
	return null;
}
