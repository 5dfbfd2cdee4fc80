/** Times as the page words them: through Intl, in the page's language and zone. */
import type { Labels } from './labels';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A row's time, rounded down (2026-04-23: 10.7 days read "a week ago"). */
export function rowTime(
	at: number,
	now: number,
	language: string,
	labels: Labels,
): { label: string; text: string } {
	const ago = Math.max(0, now - at);
	if (ago < minuteMs) return { label: labels.justNow, text: labels.justNow };
	const [count, unit] = flooredAgo(ago);
	const label =
		count === 1 && language.startsWith('en')
			? `${unit === 'hour' ? 'an' : 'a'} ${unit} ago`
			: new Intl.RelativeTimeFormat(language).format(-count, unit);
	const text = new Intl.NumberFormat(language, {
		style: 'unit',
		unit,
		unitDisplay: 'narrow',
	}).format(count);
	return { label, text };
}

function flooredAgo(ago: number): [number, 'minute' | 'hour' | 'day' | 'week'] {
	if (ago < 60 * minuteMs) return [Math.floor(ago / minuteMs), 'minute'];
	if (ago < dayMs) return [Math.floor(ago / (60 * minuteMs)), 'hour'];
	if (ago < 7 * dayMs) return [Math.floor(ago / dayMs), 'day'];
	return [Math.floor(ago / (7 * dayMs)), 'week'];
}

/**
 * A separator: "1:22 PM", "Yesterday 9:40 PM", "Sat 10:25 PM", "Sep 25, 2026, 3:15 PM"
 * (en-US readers of 2026). English writes U+202F before AM and PM, as Intl does.
 * Other languages: guess, the same parts as Intl gives them.
 */
export function separator(at: number, now: number, language: string): string {
	const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at);
	const days = daysBetween(at, now);
	if (days === 0) return clock;
	if (days === 1) {
		const word = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-1, 'day');
		return `${word.charAt(0).toLocaleUpperCase(language)}${word.slice(1)} ${clock}`;
	}
	if (days < 7) {
		return `${new Intl.DateTimeFormat(language, { weekday: 'short' }).format(at)} ${clock}`;
	}
	return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

function daysBetween(at: number, now: number): number {
	const day = (time: number): number => {
		const date = new Date(time);
		return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs;
	};
	return day(now) - day(at);
}
