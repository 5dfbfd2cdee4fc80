/** What several rounds of one case gave. */
export interface Spread {
	median: number;
	min: number;
	max: number;
	count: number;
}

export function spreadOf(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	const lower = sorted[middle - 1] ?? upper;
	return {
		median: sorted.length % 2 === 1 ? upper : (lower + upper) / 2,
		min: sorted[0] ?? Number.NaN,
		max: sorted.at(-1) ?? Number.NaN,
		count: sorted.length,
	};
}

/** All that was measured, by name, round after round. */
export class Rounds {
	readonly #values = new Map<string, number[]>();

	add(samples: Readonly<Record<string, number>>): void {
		for (const [name, value] of Object.entries(samples)) {
			const values = this.#values.get(name) ?? [];
			values.push(value);
			this.#values.set(name, values);
		}
	}

	/** One value per round; empty if it was never measured. */
	of(name: string): readonly number[] {
		return this.#values.get(name) ?? [];
	}

	spread(name: string): Spread {
		return spreadOf(this.of(name));
	}
}
