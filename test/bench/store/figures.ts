/** From what was measured to the lines of the table. */
import { loadavg } from 'node:os';
import type { Engine } from './engines.ts';
import { type Rounds, type Spread, spreadOf } from './spread.ts';

export interface Figure {
	/** What it took as a multiple of its floor: the median of the rounds' own ratios. */
	ratio: number | null;
	/** The most that the ratio may be, `null` where it is told and no goal. */
	target: number | null;
	ms: number | null;
	floorMs: number | null;
	/** Where the target is no ratio. */
	targetMs?: number;
	msRange?: Range;
	floorMsRange?: Range;
	ratioRange?: Range;
	rounds: number;
	/** Bytes where it is no time; `floorBytes` is what they are held against. */
	bytes?: number;
	floorBytes?: number;
	/** Why it could not be measured; then all numbers are `null`. */
	problem?: string;
	/** Processes that waited for a core: above the number of cores the times are too long. */
	loadAverage: number;
	on: string;
}

/** Lowest and highest of the rounds. */
export interface Range {
	min: number;
	max: number;
}

/** The lines of one engine, by name; those of other sizes than 100,000 end in their size. */
export type EngineFigures = Record<string, Figure>;

export const usualSize = 100_000;

export function nameOf(name: string, messages: number): string {
	return messages === usualSize ? name : `${name}-${messages}`;
}

export function ofSize(figures: EngineFigures, messages: number): EngineFigures {
	const named = Object.entries(figures).map(([name, figure]) => [nameOf(name, messages), figure]);
	return Object.fromEntries(named);
}

/** What a figure is held against: samples that add up, and how many times their sum it may be. */
interface Line {
	own: string;
	floor: readonly string[];
	/** `null`: told, but no goal. */
	target: number | null;
}

export function ratioFigure(rounds: Rounds, { own, floor, target }: Line): Figure {
	const times = rounds.of(own);
	const floors = times.map((_, round) =>
		floor.reduce((sum, name) => sum + (rounds.of(name)[round] ?? Number.NaN), 0),
	);
	const ratios = spreadOf(times.map((ms, round) => ms / (floors[round] ?? Number.NaN)));
	const [spread, floorSpread] = [spreadOf(times), spreadOf(floors)];
	return {
		ratio: ratios.median,
		target,
		ms: spread.median,
		floorMs: floorSpread.median,
		msRange: rangeOf(spread),
		floorMsRange: rangeOf(floorSpread),
		ratioRange: rangeOf(ratios),
		rounds: spread.count,
		...circumstances(),
	};
}

/**
 * A figure that may take so many milliseconds, whatever anything else takes; a floor is told
 * beside it.
 */
export function timeFigure(
	rounds: Rounds,
	own: string,
	targetMs: number,
	floor: string | null = null,
): Figure {
	const spread = rounds.spread(own);
	return {
		ratio: null,
		target: null,
		ms: spread.median,
		floorMs: floor === null ? null : rounds.spread(floor).median,
		targetMs,
		msRange: rangeOf(spread),
		rounds: spread.count,
		...circumstances(),
	};
}

export function bytesFigure(bytes: number, floorBytes: number, target: number): Figure {
	return {
		ratio: bytes / floorBytes,
		target,
		ms: null,
		floorMs: null,
		bytes,
		floorBytes,
		rounds: 1,
		...circumstances(),
	};
}

/** What could not be measured, and why. */
export function problemFigure(target: number | null, problem: string): Figure {
	return {
		ratio: null,
		target,
		ms: null,
		floorMs: null,
		problem,
		rounds: 0,
		...circumstances(),
	};
}

/** How a figure grew from one size to one ten times as large. */
export function growthFigure(large: Figure | undefined, small: Figure | undefined): Figure | null {
	if (!large?.ms || !small?.ms) return null;
	return {
		ratio: large.ms / small.ms,
		target: 11,
		ms: large.ms,
		floorMs: small.ms,
		rounds: Math.min(large.rounds, small.rounds),
		...circumstances(),
	};
}

function rangeOf({ min, max }: Spread): Range {
	return { min, max };
}

function circumstances(): Pick<Figure, 'loadAverage' | 'on'> {
	const [lastMinute = 0] = loadavg();
	return { loadAverage: lastMinute, on: new Date().toISOString().slice(0, 10) };
}

/** Firefox keeps free pages in its files. */
export function diskTarget(engine: Engine): number {
	return engine === 'firefox' ? 1 : 0.7;
}
