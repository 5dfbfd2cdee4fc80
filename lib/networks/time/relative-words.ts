import { plainTag, plainWord } from './words';

/** How a language says how long ago something was, as `Intl` knows it; read once per language. */
export interface RelativeWords {
	/** Forms of `n` units ago, in every style the language has, without spaces. */
	relative(n: number, unit: RelativeUnit): readonly string[];
	/**
	 * What stands before and after the number in "1 unit ago", for "a week ago". `null` where
	 * more of the unit is said alike: then a word for "some" would look like one for "one".
	 */
	aroundOne(unit: RelativeUnit): readonly [before: string, after: string] | null;
	/** "now". */
	now: string;
}

export const relativeUnits = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type RelativeUnit = (typeof relativeUnits)[number];

const known = new Map<string, RelativeWords>();

/** Words of the first of `languages` first; tags that the browser rejects are left out. */
export function relativeWordsOf(languages: readonly string[]): RelativeWords[] {
	return [...new Set(languages)].flatMap((language) => {
		const words = known.get(language) ?? readWords(language);
		if (words) known.set(language, words);
		return words ? [words] : [];
	});
}

/** What there is to find of these words, in pieces of a few milliseconds. */
export function relativeWordTasks(languages: readonly string[]): (() => void)[] {
	return [...new Set(languages)].flatMap((language) => {
		const find = (use: (words: RelativeWords) => unknown) => (): void => {
			relativeWordsOf([language]).forEach(use);
		};
		return [
			find(({ now }) => now),
			...relativeUnits.map((unit) => find(({ relative }) => relative(1, unit))),
			...relativeUnits.map((unit) => find((words) => words.aroundOne(unit))),
		];
	});
}

function readWords(language: string): RelativeWords | null {
	const tag = plainTag(language);
	if (tag === null) return null;
	const relatives = new Map<string, readonly string[]>();
	const formsOf = relativeFormats(tag);
	const plainly = new Intl.RelativeTimeFormat(tag);
	const around = new Map<RelativeUnit, ReturnType<RelativeWords['aroundOne']>>();
	return {
		relative: (n, unit) => {
			const made = relatives.get(`${n} ${unit}`) ?? formsOf(n, unit);
			// A page may write any number; the usual ones are few.
			if (n <= 100) relatives.set(`${n} ${unit}`, made);
			return made;
		},
		aroundOne: (unit) => {
			if (!around.has(unit)) around.set(unit, aroundOne(plainly, unit));
			return around.get(unit) ?? null;
		},
		now: plainWord(new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(0, 'second')),
	};
}

function aroundOne(
	format: Intl.RelativeTimeFormat,
	unit: RelativeUnit,
): readonly [string, string] | null {
	const [one, more] = [1, 5].map((n) => {
		const text = format.format(-n, unit);
		const [before = '', after] = text.split(/\p{Nd}+/u);
		return after === undefined ? null : ([plainWord(before), plainWord(after)] as const);
	});
	return one && more && one.join() !== more.join() ? one : null;
}

/** Every style that a language has; a format is far dearer to make than to use. */
function relativeFormats(tag: string): (n: number, unit: RelativeUnit) => string[] {
	const styles = ['long', 'short', 'narrow'] as const;
	const ago = styles.flatMap((style) =>
		(['always', 'auto'] as const).map(
			(numeric) => new Intl.RelativeTimeFormat(tag, { style, numeric }),
		),
	);
	const amounts = new Map<RelativeUnit, Intl.NumberFormat[]>();
	const amountsOf = (unit: RelativeUnit): Intl.NumberFormat[] => {
		const made =
			amounts.get(unit) ??
			styles.map((unitDisplay) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay }));
		amounts.set(unit, made);
		return made;
	};
	return (n, unit) =>
		[
			...ago.map((format) => plainWord(format.format(-n, unit))).flatMap(withoutNote),
			...amountsOf(unit).map((format) => plainWord(format.format(n))),
		].map(withoutSpaces);
}

/** Japanese pages write "3分" where `Intl` has "3 分". */
export function withoutSpaces(words: string): string {
	return words.replace(/\s/gu, '');
}

/** Hebrew says "a week ago (1)": the number is for those who count it, a page may leave it out. */
function withoutNote(words: string): string[] {
	const plain = words.replace(/\s?\(\p{Nd}+\)$/u, '');
	return plain === words ? [words] : [words, plain];
}
