/**
 * The words a language has for days, months, weekdays and halves of the day, as
 * `Intl` knows them: no list of translations to keep. Each is read once per language.
 */
export interface TimeWords {
	/** Lower-case word → days from today (0, -1, -2). */
	days: ReadonlyMap<string, number>;
	/** Lower-case name, long or short → 1..12. */
	months: () => ReadonlyMap<string, number>;
	/** Lower-case name, long or short → 0 (Sunday)..6. */
	weekdays: () => ReadonlyMap<string, number>;
	halves: () => DayHalves;
}

interface DayHalves {
	/** `period word + hour on a 12-hour clock` → hour of the day. */
	hours: ReadonlyMap<string, number>;
	periods: readonly string[];
}

const known = new Map<string, TimeWords>();

/** Words of the first of `languages` first; tags that the browser rejects are left out. */
export function timeWordsOf(languages: readonly string[]): TimeWords[] {
	return withBases(languages).flatMap(wordsOf);
}

/** Britain's "Sept" is "Sep" on Instagram's British page (2026): a region's own words may be the language's. */
function withBases(languages: readonly string[]): string[] {
	return [...new Set(languages.flatMap((tag) => [tag, tag.replace(/-.*/u, '')]))];
}

function wordsOf(language: string): TimeWords[] {
	const words = known.get(language) ?? readWords(language);
	if (words) known.set(language, words);
	return words ? [words] : [];
}

/** What there is to find of these languages' words, in pieces of a few milliseconds. */
export function wordTasks(languages: readonly string[]): (() => void)[] {
	return withBases(languages).flatMap((language) => {
		const find = (use: (words: TimeWords) => unknown) => (): void => wordsOf(language).forEach(use);
		return [
			find(({ days }) => days),
			find(({ months }) => months()),
			find(({ weekdays }) => weekdays()),
			find(({ halves }) => halves()),
		];
	});
}

/** For comparing words: lower case, no marks of abbreviation, single spaces. */
export function plainWord(word: string): string {
	return word
		.toLowerCase()
		.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069.]/gu, '')
		.replace(/\s+/gu, ' ')
		.trim();
}

function readWords(language: string): TimeWords | null {
	const tag = plainTag(language);
	if (tag === null) return null;
	const auto = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
	return {
		// Swedish writes "i går" and "igår".
		days: new Map(
			[0, -1, -2].flatMap((day) => {
				const word = plainWord(auto.format(day, 'day'));
				return [[word, day] as const, [word.replace(/\s/gu, ''), day] as const];
			}),
		),
		months: once(() => readNames(tag, 12, (index) => new Date(2026, index, 15), 'month', 1)),
		weekdays: once(() => readNames(tag, 7, (index) => new Date(2026, 1, 1 + index), 'weekday', 0)),
		halves: once(() => readHalves(tag)),
	};
}

/** Each kind of word takes milliseconds to find, and few pages use all of them. */
function once<Made>(make: () => Made): () => Made {
	let made: { value: Made } | null = null;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/** The pages write Gregorian dates in every language seen (2026-09). */
export function plainTag(language: string): string | null {
	try {
		return new Intl.Locale(language, { calendar: 'gregory', numberingSystem: 'latn' }).toString();
	} catch (error) {
		// A page may carry any text as its language.
		if (error instanceof RangeError) return null;
		throw error;
	}
}

function companionsOf(month: 'long' | 'short'): Intl.DateTimeFormatOptions[] {
	const day = 'numeric';
	return [{}, { day }, { day, month }, { day, month, year: 'numeric' }];
}

/** Names alone and inside a date differ in many languages (genitive): both count. */
function readNames(
	tag: string,
	count: number,
	dateOf: (index: number) => Date,
	part: 'month' | 'weekday',
	first: number,
): Map<string, number> {
	const names = new Map<string, number>();
	for (const style of ['long', 'short'] as const) {
		for (const companions of companionsOf(style)) {
			const format = new Intl.DateTimeFormat(tag, { ...companions, [part]: style });
			for (let index = 0; index < count; index += 1) {
				const parts = format.formatToParts(dateOf(index));
				const found = parts.findIndex(({ type }) => type === part);
				// Hebrew glues "in" to the month: the letters before it belong to the word.
				const glued = parts[found - 1]?.value.match(/\p{L}+$/u)?.[0] ?? '';
				const name = plainWord(parts[found]?.value ?? '');
				if (name === '' || /^\d+$/u.test(name)) continue;
				names.set(name, index + first);
				names.set(plainWord(glued) + name, index + first);
			}
		}
	}
	return names;
}

function readHalves(tag: string): DayHalves {
	const hours = new Map<string, number>();
	const periods = new Set<string>();
	for (const options of [{}, { dayPeriod: 'long' }, { dayPeriod: 'short' }] as const) {
		const format = new Intl.DateTimeFormat(tag, { hour: 'numeric', hour12: true, ...options });
		for (let hour = 0; hour < 24; hour += 1) {
			const parts = format.formatToParts(new Date(2026, 0, 1, hour));
			const period = plainWord(parts.find(({ type }) => type === 'dayPeriod')?.value ?? '');
			const twelve = Number(parts.find(({ type }) => type === 'hour')?.value) % 12;
			if (period === '' || Number.isNaN(twelve)) continue;
			periods.add(period);
			if (!hours.has(`${period} ${twelve}`)) hours.set(`${period} ${twelve}`, hour);
		}
	}
	return { hours, periods: [...periods].sort((one, other) => other.length - one.length) };
}
