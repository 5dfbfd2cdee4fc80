import { expect } from 'vitest';

/** What became of one page after one change. */
export type Outcome = 'full' | 'honest' | 'wrong';

/** Nothing of what a person sees depends on these: every page must be read in full. */
const harmless: ReadonlySet<string> = new Set([
	'class names renamed',
	'labels removed',
	'labels in another language',
	'test ids removed',
]);
/** Of other changes so many must leave the reading whole; the rest must say that they did not. */
const leastShare = 0.95;

/** How the readings of one network fared under each kind of change to its pages. */
export class MutationFigures {
	readonly #network: string;
	readonly #kinds = new Map<string, { full: number; honest: number; wrong: string[] }>();

	constructor(network: string) {
		this.#network = network;
	}

	note(kind: string, page: string, outcome: Outcome): void {
		const figures = this.#kinds.get(kind) ?? { full: 0, honest: 0, wrong: [] };
		if (outcome === 'wrong') figures.wrong.push(page);
		else figures[outcome] += 1;
		this.#kinds.set(kind, figures);
	}

	/** One line per kind: how many were read in full, how many honestly less. */
	toString(): string {
		const lines = [...this.#kinds].map(([kind, { full, honest, wrong }]) => {
			const all = full + honest + wrong.length;
			return `  ${kind.padEnd(48)} ${`${full} of ${all}`.padStart(10)} in full, ${honest} honestly less`;
		});
		return [`${this.#network}, pages changed:`, ...lines].join('\n');
	}

	/** Prints the figures; fails where a change lost or invented something, or cost too much. */
	check(): void {
		console.log(this.toString());
		for (const [kind, { full, honest, wrong }] of this.#kinds) {
			expect(wrong, `${kind}: lost or invented`).toEqual([]);
			const share = full / (full + honest);
			expect(share, kind).toBeGreaterThanOrEqual(harmless.has(kind) ? 1 : leastShare);
		}
	}
}
