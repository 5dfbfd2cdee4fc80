import { hasWord, plainLabel } from './find-words';
import type { Clock } from './moments';
import { remembered } from './remembered';
import { plainWord, timeWordsOf } from './words';

/** `1:22 PM`, `17.53`, `下午1:23`, `17 h 05`, digits of any script. */
export function parseClock(text: string, languages: readonly string[]): Clock | null {
	return findClock(plainLabel(text), languages)?.clock ?? null;
}

const clockShape =
	/(?<!\d|\d\s?[./-])(\d{1,2})\s?(?:[:٫]|h|[時时시点點])\s?(\d{2})(?![\d]|[./-]\d)(?::\d{2})?\s?(?:[分분])?/iu;
/** With a dot, as Indonesian writes it: only where there is no other, since dates have dots too. */
const dottedShape = /(?<!\d|\d\s?[./-]\s?)(\d{1,2})\.(\d{2})(?!\d|[./-]\s?\d)(?:\.\d{2})?/u;
const latinHalf = /(?<!\p{L})([ap])\.?\s?m\.?(?!\p{L})/iu;

/** The first clock in a label, and what else the label says. */
export const findClock = remembered(searchClock);

function searchClock(
	label: string,
	languages: readonly string[],
): { clock: Clock; rest: string } | null {
	const match = label.match(clockShape) ?? label.match(dottedShape);
	if (!match) return null;
	const hour = Number(match[1]);
	const minute = Number(match[2]);
	if (hour > 24 || minute > 59) return null;
	const rest = label.replace(match[0], ' ');
	const half = rest.match(latinHalf);
	if (half) {
		const isAfternoon = half[1]?.toLowerCase() === 'p';
		const clock = { hour: (hour % 12) + (isAfternoon ? 12 : 0), minute };
		return { clock, rest: rest.replace(half[0], ' ') };
	}
	if (hour <= 12 && /\p{L}/u.test(rest)) {
		const word = plainWord(rest);
		const eastern = /[\p{Script=Han}\p{Script=Hangul}]/u.test(word) ? ['zh', 'ja', 'ko'] : [];
		for (const words of timeWordsOf([...languages, ...eastern])) {
			const { periods, hours } = words.halves();
			const period = periods.find((candidate) => hasWord(word, candidate));
			const known = hours.get(`${period} ${hour % 12}`);
			if (period !== undefined && known !== undefined) {
				return { clock: { hour: known, minute }, rest: without(period, rest) };
			}
		}
	}
	return { clock: { hour: hour % 24, minute }, rest };
}

/** The dots of a date stay; those of the word go with it. */
function without(period: string, label: string): string {
	const signs = [...period].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|]/u, '\\$&'));
	const dotted = new RegExp(`(?<!\\p{L})${signs.join('\\.?')}\\.?(?!\\p{L})`, 'iu');
	const isFound = dotted.test(label);
	return label.replace(isFound ? dotted : new RegExp(signs.join('\\.?'), 'iu'), ' ');
}
