import type { Message } from '../model';
import type { Place } from './align-messages';

type Stored = Pick<Message, 'gapBefore' | 'kind' | 'deleted' | 'signature'>;

/** More than this at once is rather a misreading than a person who takes back. */
const mostAtOnce = 3;

/**
 * Which stored messages are there no more, where a page shows the messages before and after
 * them as neighbours. Both sides must be sure: a stretch of at least two known messages, or
 * an end of the chat, with one among them that was said only once.
 *
 * @param places Where each message of the window stands; the page showed them side by side.
 */
export function findGone(stored: readonly Stored[], places: readonly Place[]): number[] {
	const isSaidOnce = uniqueIn(stored);
	const isSure = (index: number, step: 1 | -1): boolean => {
		const stretch = stretchFrom(stored, places, index, step);
		const end = step === 1 ? stored.length - 1 : 0;
		return (stretch.length > 1 || stretch[0] === end) && stretch.some(isSaidOnce);
	};
	return places.flatMap((after, index) => {
		const before = places[index - 1];
		if (typeof before !== 'number' || typeof after !== 'number' || after <= before + 1) return [];
		const between = stored.slice(before + 1, after + 1);
		if (between.some(({ gapBefore }) => gapBefore)) return [];
		if (!isSure(index - 1, -1) || !isSure(index, 1)) return [];
		const gone = between
			.slice(0, -1)
			.flatMap(({ kind, deleted }, step) =>
				kind === 'system' || deleted ? [] : [before + 1 + step],
			);
		return gone.length <= mostAtOnce ? gone : [];
	});
}

/** Places of messages that stand side by side, both in the window and in what is stored. */
function stretchFrom(
	stored: readonly Stored[],
	places: readonly Place[],
	start: number,
	step: 1 | -1,
): number[] {
	const stretch: number[] = [];
	for (let index = start; ; index += step) {
		const place = places[index];
		const last = stretch.at(-1);
		if (typeof place !== 'number' || (last !== undefined && place !== last + step)) return stretch;
		const later = step === 1 ? place : last;
		if (last !== undefined && later !== undefined && stored[later]?.gapBefore) return stretch;
		stretch.push(place);
	}
}

function uniqueIn(stored: readonly Stored[]): (place: number) => boolean {
	const counts = new Map<string, number>();
	for (const { signature } of stored) counts.set(signature, (counts.get(signature) ?? 0) + 1);
	return (place) => counts.get(stored[place]?.signature ?? '') === 1;
}
