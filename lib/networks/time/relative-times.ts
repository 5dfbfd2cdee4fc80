import type { Moment } from '../../model';
import type { TimeContext } from './context';
import { plainLabel } from './find-words';
import { intervalMoment } from './moments';
import { type RelativeUnit, relativeUnits, relativeWordsOf, withoutSpaces } from './relative-words';
import { remembered } from './remembered';
import { plainWord } from './words';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * "7 minutes ago", "7m", "a week ago", "now". Pages round down (seen on Instagram
 * 2026-04-23), so "n units" means more than n and less than n + 1 of them.
 */
export function parseRelative(
	text: string,
	{ now, languages }: Pick<TimeContext, 'now' | 'languages'>,
): Moment | null {
	const age = findAge(text, languages);
	if (age === null) return null;
	return age === 'now' ? intervalMoment(now - minuteMs, now) : agoMoment(now, age.count, age.unit);
}

type Age = { count: number; unit: RelativeUnit } | 'now';

const findAge = remembered((text, languages): Age | null => {
	const word = plainWord(plainLabel(text));
	const unspaced = withoutSpaces(word);
	const number = word.match(/\d+/u);
	// Without digits it is one, or two where the language has a word for that.
	const counts = number ? [Number(number[0])] : [1, 2];
	for (const words of relativeWordsOf(languages)) {
		for (const unit of relativeUnits) {
			const count = counts.find((one) => words.relative(one, unit).includes(unspaced));
			if (count !== undefined) return { count, unit };
			if (!number && isAround(word, words.aroundOne(unit))) return { count: 1, unit };
		}
		if (words.now !== '' && ` ${word} `.includes(` ${words.now} `)) return 'now';
	}
	return null;
});

/** "a week ago", "vor einer Woche": one word, an article, instead of the number. */
function isAround(word: string, around: readonly [string, string] | null): boolean {
	if (!around) return false;
	const [before, after] = around;
	const rest = word.slice(before.length, word.length - after.length);
	const isThere = word.startsWith(before) && word.endsWith(after) && before + after !== '';
	return isThere && /^\s?\p{L}+\s?$|^\s?$/u.test(rest) && before.length + after.length > 2;
}

const unitMs: Record<RelativeUnit, readonly [shortest: number, longest: number]> = {
	second: [1_000, 1_000],
	minute: [minuteMs, minuteMs],
	hour: [60 * minuteMs, 60 * minuteMs],
	day: [dayMs, dayMs],
	week: [7 * dayMs, 7 * dayMs],
	month: [28 * dayMs, 31 * dayMs],
	year: [365 * dayMs, 366 * dayMs],
};

function agoMoment(now: number, count: number, unit: RelativeUnit): Moment {
	const [shortest, longest] = unitMs[unit];
	return intervalMoment(now - (count + 1) * longest + 1, now - count * shortest);
}
