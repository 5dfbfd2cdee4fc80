import { i18n } from '#i18n';
import { dayMs, hourMs, type Timer, weekMs } from '@/lib/model';
import { keepFormat } from './locale';
import { countText } from './numbers';

export type DurationUnit = 'week' | 'day' | 'hour' | 'minute';

export const unitMs: Record<DurationUnit, number> = {
	week: weekMs,
	day: dayMs,
	hour: hourMs,
	minute: 60_000,
};

/** The largest unit that divides a duration evenly, in whole minutes. */
export function splitDuration(durationMs: number): { count: number; unit: DurationUnit } {
	const units: DurationUnit[] = ['week', 'day', 'hour'];
	const unit = units.find((each) => durationMs % unitMs[each] === 0) ?? 'minute';
	return { count: Math.max(1, Math.round(durationMs / unitMs[unit])), unit };
}

/** "4 weeks", in the locale's plural. */
export function durationText(count: number, unit: DurationUnit): string {
	return keepFormat(
		`unit ${unit}`,
		(locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
	).format(count);
}

/** "Off", "1 week", "36 hours". */
export function timerText(timer: Timer): string {
	if (timer === 'off') return i18n.t('timer.off');
	const { count, unit } = splitDuration(timer);
	return durationText(count, unit);
}

/** What is left, rounded so that one glance is enough: days from a day and a half on, seconds in the last minute. */
function roundLeft(leftMs: number): { count: number; unit: LeftUnit } {
	if (leftMs >= 1.5 * dayMs) return { count: Math.round(leftMs / dayMs), unit: 'day' };
	if (leftMs >= 1.5 * hourMs) return { count: Math.round(leftMs / hourMs), unit: 'hour' };
	if (leftMs > 60_000) return { count: Math.ceil(leftMs / 60_000), unit: 'minute' };
	return { count: Math.max(1, Math.ceil(leftMs / 1_000)), unit: 'second' };
}

type LeftUnit = Exclude<DurationUnit, 'week'> | 'second';

/** "6 d", for the narrow end of a row. */
export function leftText(leftMs: number): string {
	const { count, unit } = roundLeft(leftMs);
	return i18n.t(`left.${unit}`, [countText(count)]);
}

/** "in 6 days", for a sentence. */
export function dueText(leftMs: number): string {
	const { count, unit } = roundLeft(leftMs);
	// Not "the day after tomorrow", which a rounded number of days may miss.
	return keepFormat('due', (locale) => new Intl.RelativeTimeFormat(locale)).format(count, unit);
}

/** "in 6 days", "5 minutes ago", "yesterday". */
export function relativeText(count: number, unit: Intl.RelativeTimeFormatUnit): string {
	return keepFormat(
		'relative',
		(locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
	).format(count, unit);
}
