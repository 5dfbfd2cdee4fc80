/** Times as the page writes them: local zone, the page's language. */
const dayMs = 86_400_000;

/** "4:47 PM", "16:47", "下午4:47" (the last attested 2026-09). */
export function clockText(at: number, language: string): string {
	return format(at, language, {
		hour: 'numeric',
		minute: '2-digit',
		...(isChinese(language) && { hour12: true }),
	});
}

/** "2/8/2026", "02.08.2026", "2026年8月2日" (the last attested 2026-09). */
export function dateText(at: number, language: string): string {
	const month = isChinese(language) ? 'long' : 'numeric';
	return format(at, language, { day: 'numeric', month, year: 'numeric' });
}

/** `data-pre-plain-text`: time first, minutes, no zone. */
export function stampText(at: number, language: string, sender: string): string {
	return `[${clockText(at, language)}, ${dateText(at, language)}] ${sender}: `;
}

/** Beside a chat's name: a clock today, then a day's name for a week, then a date. */
export function listTimeText(at: number, language: string, now: number): string {
	return daysBefore(at, now) <= 0 ? clockText(at, language) : dayText(at, language, now);
}

/** Between messages of two days. */
export function dayText(at: number, language: string, now: number): string {
	const days = daysBefore(at, now);
	if (days <= 1) {
		const word = new Intl.RelativeTimeFormat(tag(language), { numeric: 'auto' });
		return capital(word.format(-Math.max(0, days), 'day'), language);
	}
	if (days < 7) return capital(format(at, language, { weekday: 'long' }), language);
	return dateText(at, language);
}

/** "90 days". */
export function durationText(ms: number, language: string): string {
	const [count, unit] =
		ms % dayMs === 0 && ms > dayMs ? [ms / dayMs, 'day'] : [ms / 3_600_000, 'hour'];
	const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
	return new Intl.NumberFormat(tag(language), style).format(count);
}

/** "1,227", "1.227". */
export function numberText(count: number, language: string): string {
	return new Intl.NumberFormat(tag(language)).format(count);
}

export function isSameDay(one: number, other: number): boolean {
	return new Date(one).toDateString() === new Date(other).toDateString();
}

function daysBefore(at: number, now: number): number {
	const start = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
	return Math.round((start(now) - start(at)) / dayMs);
}

function format(at: number, language: string, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat(tag(language), options).format(at);
}

/** Arabic in Arabic digits, as a guess that asks more of a reader. */
function tag(language: string): string {
	return new Intl.Locale(language).language === 'ar' ? `${language}-u-nu-arab` : language;
}

function isChinese(language: string): boolean {
	return new Intl.Locale(language).language === 'zh';
}

function capital(word: string, language: string): string {
	return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
}
