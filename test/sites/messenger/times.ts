/** Times as the page writes them: local, in the page's language, never absolute in the list. */
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function daysBetween(at: number, now: number): number {
	const start = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
	return Math.round((start(now) - start(at)) / dayMs);
}

function clock(at: number, language: string): string {
	return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** "16:15", "Tuesday 20:06", "15 July 2026, 17:38", as labels say it (2026-08). */
export function spokenTime(at: number, now: number, language: string): string {
	return dated(at, now, language, 'long');
}

/** "16:15", "Tue 20:06", "15 Jul 2026, 17:38", as date breaks show it (2026-08). */
export function breakTime(at: number, now: number, language: string): string {
	return dated(at, now, language, 'short');
}

function dated(at: number, now: number, language: string, style: 'long' | 'short'): string {
	const days = daysBetween(at, now);
	if (days <= 0) return clock(at, language);
	if (days < 7) {
		const weekday = new Intl.DateTimeFormat(language, { weekday: style }).format(at);
		return `${weekday} ${clock(at, language)}`;
	}
	const date = new Intl.DateTimeFormat(language, {
		day: 'numeric',
		month: style,
		year: 'numeric',
		calendar: 'gregory',
	}).format(at);
	return `${date}, ${clock(at, language)}`;
}

const units = [
	['week', 7 * dayMs],
	['day', dayMs],
	['hour', hourMs],
	['minute', minuteMs],
] as const;

/** "3 minutes ago" and "3m": the row's only time. Rounded down. */
export function age(at: number, now: number, language: string): { long: string; short: string } {
	for (const [unit, length] of units) {
		const count = Math.floor((now - at) / length);
		if (count < 1) continue;
		return {
			long: new Intl.RelativeTimeFormat(language).format(-count, unit),
			short: new Intl.NumberFormat(language, {
				style: 'unit',
				unit,
				unitDisplay: 'narrow',
			}).format(count),
		};
	}
	const justNow = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
	return { long: justNow, short: justNow };
}
