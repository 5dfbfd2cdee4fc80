import { readFileSync } from 'node:fs';
import type { Figures, Measured } from '../benchmark.ts';
import { type EngineFigures, type Figure, nameOf, type Range, usualSize } from './figures.ts';
import { lines } from './lines.ts';

const notes = new URL('./NOTES.md', import.meta.url);

/** What the figures mean stands above them, what was tried where one is missed below. */
export function storeTable(
	figures: Figures<EngineFigures>,
	measured: Record<string, Measured>,
): string {
	const engines = Object.entries(figures).sort(([one], [other]) => one.localeCompare(other));
	return `## store

The project's own store code on a page of the built extension, with invented messages (500
chats by Zipf's law, text of 64 characters in the median, one in twenty with an emoji). A
ratio is the median of the rounds' own ratios, each to the floor of the same round; cases
take turns. Floors are what the browser itself takes for the same bytes: **Fread** one
\`getAll\` of the same sealed pages, **Fcrypt** the same bytes through WebCrypto in pieces of
1 MiB, **Fput** the same pages as random bytes in one transaction, **Fscan** \`indexOf\` over
one flat string of the same text, **Fnav** navigation start to first script of an empty page
of the extension, **Fdel** one flushed \`delete(range)\` over as many pages. In brackets the
lowest and highest round. ✓ is within its goal. "Waiting" is the machine's one-minute load
average when a line was taken: where it is above the number of cores the times are too long,
and ratios are what to read.

${engines.map(([engine, lines]) => engineTable(engine, lines, measured[engine])).join('\n\n')}

${readFileSync(notes, 'utf8')}`;
}

function engineTable(engine: string, figures: EngineFigures, measured?: Measured): string {
	const sizes = [usualSize, ...otherSizes(figures)];
	const tables = sizes.flatMap((size) => {
		const rows = Object.entries(lines).flatMap(([name, words]) => {
			const figure = figures[nameOf(name, size)];
			return figure ? [row(words, figure)] : [];
		});
		if (rows.length === 0) return [];
		return [
			`### ${engine}, ${size.toLocaleString('en')} messages

| figure | to | ratio | at most | | took | floor | rounds | waiting |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}`,
		];
	});
	const when = measured ? `\n\nMeasured ${measured.on} on ${measured.cores} cores.` : '';
	return `${tables.join('\n\n')}${when}`;
}

function otherSizes(figures: EngineFigures): number[] {
	const found = Object.keys(figures).flatMap((name) => name.match(/-(\d{3,})$/u)?.[1] ?? []);
	return [...new Set(found)].map(Number).sort((a, b) => a - b);
}

function row([words, floor]: readonly [string, string], figure: Figure): string {
	const { ratio, ratioRange, target, targetMs, rounds, loadAverage } = figure;
	const isMet =
		targetMs === undefined
			? target === null || (ratio !== null && ratio <= target)
			: (figure.ms ?? Number.NaN) <= targetMs;
	const hasGoal = target !== null || targetMs !== undefined;
	if (figure.problem !== undefined) {
		const problem = figure.problem.replaceAll('|', '/');
		return `| ${words} | ${floor} | not measured: ${problem} | | | | | | |`;
	}
	const cells = [
		words,
		floor,
		ratio === null ? '–' : `${short(ratio)}${range(ratioRange)}`,
		targetMs === undefined ? (target === null ? '–' : short(target)) : `${targetMs} ms`,
		hasGoal ? (isMet ? '✓' : 'missed') : '',
		figure.bytes === undefined ? time(figure.ms, figure.msRange) : bytes(figure.bytes),
		figure.floorBytes === undefined
			? time(figure.floorMs, figure.floorMsRange)
			: bytes(figure.floorBytes),
		String(rounds),
		loadAverage.toFixed(1),
	];
	return `| ${cells.join(' | ')} |`;
}

function time(ms: number | null, spread?: Range): string {
	return ms === null ? '–' : `${short(ms)} ms${range(spread)}`;
}

function range(spread?: Range): string {
	return spread ? ` [${short(spread.min)}–${short(spread.max)}]` : '';
}

function bytes(count: number): string {
	return `${(count / 1e6).toFixed(1)} MB`;
}

/** Three digits that matter. */
function short(value: number): string {
	return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(value < 1 ? 2 : 3)));
}
