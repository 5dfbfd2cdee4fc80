/**
 * Lays the window that a page shows over the sequence that is stored. Both are stretches of
 * one thread: the window may reach over either end of what is stored, lie inside it, or be
 * apart from it. What is stored may have gaps, and may lack what was never drawn; the
 * window may lack what was removed.
 */
export interface Sequences {
	/** Lengths. */
	stored: number;
	window: number;
	/** What a pair speaks for being one message, in hundredths of a match; `null` if it cannot be. */
	likeness(stored: number, window: number): number | null;
	/** Whether anything may lie unseen between a stored item and the one before it. */
	isGapBefore(stored: number): boolean;
}

export interface Alignment {
	/** For each item of the window its place in what is stored, or `null`. Ascending. */
	places: (number | null)[];
	/** The sum of the likenesses less the costs; `0` if the two are apart. */
	score: number;
}

/**
 * What it costs where the two disagree, though both should be the same stretch: more than
 * two matches by chance.
 */
const runCost = 250;
/** Each further item of it: of equal alignments, the tighter one. */
const itemCost = 1;
/** A single match whose times disagree is no evidence. */
const leastScore = 26;
const impossible = -1_000_000_000;

/** The states of a cell; a cell keeps two bits for each: the state before, or `begun`. */
const paired = 0;
const skipped = 1;
const inserted = 2;
const begun = 3;

/**
 * The best alignment: dynamic programming over three states (paired, skipped by the window,
 * inserted by the window) with affine costs. Ends that stick out cost nothing; a window that
 * disagrees with a neighbour known to be one costs a run. Of equal ones the latest wins, so
 * that what comes again comes at the end.
 */
export function alignSequences(sequences: Sequences): Alignment {
	const { stored: rows, window: columns, likeness, isGapBefore } = sequences;
	const origins = new Uint8Array(rows * columns);
	let above = emptyScores(columns);
	let here = emptyScores(columns);
	let best = { score: leastScore - 1, row: -1, column: -1 };

	for (let row = 0; row < rows; row += 1) {
		const isGapAbove = row === 0 || isGapBefore(row);
		const isGapBelow = row === rows - 1 || isGapBefore(row + 1);
		for (let column = 0; column < columns; column += 1) {
			const left = column - 1;
			const before = best3(
				at(above.paired, left),
				at(above.skipped, left),
				at(above.inserted, left),
			);
			const start = isGapAbove || column === 0 ? 0 : -runCost;
			const like = likeness(row, column);
			const pair = like === null ? impossible : Math.max(before.score, start) + like;

			const total = pair - (isGapBelow || column === columns - 1 ? 0 : runCost);
			const isLater = best.row >= 0 && row - column >= best.row - best.column;
			if (total > best.score || (total === best.score && isLater)) {
				best = { score: total, row, column };
			}

			const skip = best3(
				at(above.paired, column) - (isGapAbove ? itemCost : runCost),
				at(above.skipped, column) - itemCost,
				at(above.inserted, column) - itemCost,
			);
			const insert = best3(
				at(here.paired, left) - (isGapBelow ? itemCost : runCost),
				at(here.skipped, left) - itemCost,
				at(here.inserted, left) - itemCost,
			);
			here.paired[column] = pair;
			here.skipped[column] = skip.score;
			here.inserted[column] = insert.score;
			origins[row * columns + column] =
				(start > before.score ? begun : before.state) | (skip.state << 2) | (insert.state << 4);
		}
		[above, here] = [here, above];
	}
	return { places: trace(origins, best, columns), score: best.row < 0 ? 0 : best.score };
}

function trace(
	origins: Uint8Array,
	end: { row: number; column: number },
	columns: number,
): (number | null)[] {
	const places: (number | null)[] = new Array(columns).fill(null);
	let { row, column } = end;
	let state = paired;
	while (row >= 0 && column >= 0 && state !== begun) {
		const origin = ((origins[row * columns + column] ?? 0) >> (2 * state)) & 3;
		if (state === paired) places[column] = row;
		if (state !== inserted) row -= 1;
		if (state !== skipped) column -= 1;
		state = origin;
	}
	return places;
}

interface Scores {
	paired: Int32Array;
	skipped: Int32Array;
	inserted: Int32Array;
}

function emptyScores(columns: number): Scores {
	const row = () => new Int32Array(columns).fill(impossible);
	return { paired: row(), skipped: row(), inserted: row() };
}

function at(row: Int32Array, column: number): number {
	return row[column] ?? impossible;
}

/** The highest of a cell's three states; of equal ones the first. Never lower than impossible. */
function best3(pair: number, skip: number, insert: number): { score: number; state: number } {
	if (pair >= skip && pair >= insert) return { score: Math.max(pair, impossible), state: paired };
	if (skip >= insert) return { score: Math.max(skip, impossible), state: skipped };
	return { score: Math.max(insert, impossible), state: inserted };
}
