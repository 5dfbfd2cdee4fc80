/** How many guesses a passphrase withstands, as far as that can be told from itself. */
export interface Strength {
	/** 0 is guessed at once, 4 holds against someone with many machines and years. */
	score: 0 | 1 | 2 | 3 | 4;
	guessesLog10: number;
}

/**
 * Steps of guesses, tenfold each. A guess costs most of a second of one machine: 10^8 of them
 * take a thousand machines a day, 10^12 thirty years.
 */
const steps = [4, 6, 8, 12];

export function strengthOf({ guessesLog10 }: { guessesLog10: number }): Strength {
	const score = steps.filter((step) => guessesLog10 >= step).length as Strength['score'];
	return { score, guessesLog10 };
}
