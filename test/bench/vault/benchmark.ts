/** What a lock takes, against the browser's own limits in the same run. */
import { type BrowserName, browserNames } from '../../browser/find-browser.ts';
import type { LaunchedBrowser } from '../../browser/launch.ts';
import type { Benchmark } from '../benchmark.ts';
import { BenchPage } from '../store/bench-page.ts';
import { type EngineFigures, ratioFigure, timeFigure } from '../store/figures.ts';
import { inEngine } from '../store/launch-engine.ts';
import { Rounds } from '../store/spread.ts';
import { vaultTable } from './table.ts';

export interface VaultFigures {
	messages: number;
	lines: EngineFigures;
}

const seed = 7;
const databaseName = 'vault';
const engines = { chromium: 'chromium-leveldb', firefox: 'firefox' } as const;

export const vaultBenchmark: Benchmark<VaultFigures> = {
	options: {
		browser: { type: 'string' },
		messages: { type: 'string', default: '100000' },
		rounds: { type: 'string', default: '5' },
	},
	async measure(values, say) {
		const wanted = browserNames.filter(
			(name) => values.browser === undefined || values.browser === name,
		);
		if (wanted.length === 0) throw new Error(`There is no browser "${values.browser}".`);
		const corpus = { seed, count: Number(values.messages ?? 100_000) };
		const rounds = Number(values.rounds ?? 5);
		const figures: Partial<Record<BrowserName, VaultFigures>> = {};
		for (const browser of wanted) {
			say(`${browser}: a lock before ${corpus.count} messages…`);
			const lines = await inEngine(engines[browser], (launched) =>
				measureVault(launched, corpus, rounds),
			);
			figures[browser] = { messages: corpus.count, lines };
		}
		return figures;
	},
	table: vaultTable,
};

async function measureVault(
	launched: LaunchedBrowser,
	corpus: { seed: number; count: number },
	roundCount: number,
): Promise<EngineFigures> {
	const page = await BenchPage.open(launched);
	const rounds = new Rounds();
	// The first of each finds nothing warm and is not counted.
	for (let round = -1; round < roundCount; round += 1) {
		const samples = [
			await page.run('fill', databaseName, corpus),
			await page.run('load', databaseName),
			await page.run('unload'),
			await page.run('firstPassphrase', databaseName),
			await page.run('changePassphrase', databaseName),
			await page.run('unlockToList', databaseName),
		];
		if (round >= 0) for (const sample of samples) rounds.add(sample);
	}
	await page.run('fillOwn', corpus);
	await page.run('setOwnPassphrase');
	for (let round = -1; round < roundCount; round += 1) {
		const sample = await page.run('lockAndUnlock');
		if (round >= 0) rounds.add(sample);
	}
	await page.page.close();
	return {
		unlock: timeFigure(rounds, 'unlock', 15, 'unlockFloor'),
		'unlock-kdf': timeFigure(rounds, 'unlockKdf', 1_000),
		change: timeFigure(rounds, 'change', 20, 'changeFloor'),
		'first-set': ratioFigure(rounds, { own: 'firstSet', floor: ['load', 'ingest'], target: 1.5 }),
		lock: ratioFigure(rounds, { own: 'lock', floor: ['roundTrip'], target: 3 }),
		'key-gone': ratioFigure(rounds, { own: 'keyGone', floor: ['roundTrip'], target: null }),
		'list-after-key': timeFigure(rounds, 'listAfterKey', 50),
		'list-elsewhere': timeFigure(rounds, 'listElsewhere', 50),
	};
}
