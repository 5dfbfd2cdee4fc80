import { keepFormat } from './locale';

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "1.2 MB": as exact as a size can be taken in, and never less than a kilobyte. */
export function byteSizeText(bytes: number): string {
	let size = Math.max(1, Math.round(bytes / 1_000));
	let unit: (typeof units)[number] = 'kilobyte';
	for (const larger of units.slice(1)) {
		if (size < 999.5) break;
		size /= 1_000;
		unit = larger;
	}
	const digits = size < 100 ? 2 : 3;
	return keepFormat(
		`${unit} ${digits}`,
		(locale) =>
			new Intl.NumberFormat(locale, {
				style: 'unit',
				unit,
				unitDisplay: 'short',
				maximumSignificantDigits: digits,
			}),
	).format(size);
}
