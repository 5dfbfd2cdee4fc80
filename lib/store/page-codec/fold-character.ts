import { foldText } from '@/lib/inbox/search';

/** Letters of living scripts come again and again, and folding one takes a microsecond. */
const known = new Map<number, string | null>();
const keptCharacters = 8_192;

/**
 * What a character folds to by itself, `null` for a combining mark. A text without such marks
 * folds character by character: marks alone change places with their neighbours, and of the
 * sigma, which looks at its neighbours too, folding leaves one form.
 */
export function foldCharacter(code: number): string | null {
	const folded = known.get(code);
	if (folded !== undefined) return folded;
	const character = String.fromCodePoint(code);
	const found = /^\p{M}/u.test(character) ? null : foldText(character);
	if (known.size < keptCharacters) known.set(code, found);
	return found;
}
