import { expect, test } from 'vitest';
import { growthFigure, nameOf, problemFigure, ratioFigure } from './figures.ts';
import { Rounds, spreadOf } from './spread.ts';
import { storeTable } from './table.ts';

test('the spread of rounds is their median, lowest and highest', () => {
	expect(spreadOf([5, 1, 3])).toEqual({ median: 3, min: 1, max: 5, count: 3 });
	expect(spreadOf([4, 2])).toMatchObject({ median: 3 });
});

test('a ratio is that of each round to the floor of the same round', () => {
	const rounds = new Rounds();
	// The machine was ten times as busy in the second round: its ratio is what it was.
	rounds.add({ load: 20, fread: 8, fcrypt: 2 });
	rounds.add({ load: 200, fread: 80, fcrypt: 20 });
	rounds.add({ load: 30, fread: 8, fcrypt: 2 });
	const figure = ratioFigure(rounds, { own: 'load', floor: ['fread', 'fcrypt'], target: 1.1 });
	expect(figure).toMatchObject({
		ratio: 2,
		ratioRange: { min: 2, max: 3 },
		ms: 30,
		floorMs: 10,
		target: 1.1,
		rounds: 3,
	});
});

test('only figures of the usual size have the plain name', () => {
	expect(nameOf('ingest', 100_000)).toBe('ingest');
	expect(nameOf('ingest', 1_000_000)).toBe('ingest-1000000');
});

test('growth is told when both sizes were measured', () => {
	const rounds = new Rounds();
	rounds.add({ load: 10, fread: 10 });
	const small = ratioFigure(rounds, { own: 'load', floor: ['fread'], target: 1.2 });
	const large = { ...small, ms: 105 };
	expect(growthFigure(large, small)).toMatchObject({ ratio: 10.5, target: 11 });
	expect(growthFigure(large, undefined)).toBeNull();
});

test('a missed line is called missed, one within its goal is not', () => {
	const rounds = new Rounds();
	rounds.add({ load: 13, fread: 10 });
	const missed = ratioFigure(rounds, { own: 'load', floor: ['fread'], target: 1.2 });
	const met = ratioFigure(rounds, { own: 'load', floor: ['fread'], target: 1.5 });
	const rowOf = (figure: typeof met): string =>
		storeTable({ firefox: { ingest: figure } }, {})
			.split('\n')
			.find((line) => line.startsWith('| bulk ingest')) ?? '';
	expect(rowOf(missed)).toContain('| missed |');
	expect(rowOf(met)).toContain('| ✓ |');
});

test('what could not be measured says why, and passes for neither missed nor met', () => {
	const figure = problemFigure(1 / 25, 'npm ci failed | no network');
	const row = storeTable({ firefox: { 'ingest-to-rxdb': figure } }, {})
		.split('\n')
		.find((line) => line.startsWith('| bulk ingest'));
	expect(row).toContain('not measured: npm ci failed / no network');
	expect(row).not.toMatch(/missed|✓/u);
});
