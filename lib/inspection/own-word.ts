const shape = /^[a-z][a-z0-9+/-]{0,59}$/iu;

/** A problem or a layer in the reader's own machine words; `null` for anything else. */
export function ownWord(word: string | null): string | null {
	return word !== null && shape.test(word) ? word : null;
}
