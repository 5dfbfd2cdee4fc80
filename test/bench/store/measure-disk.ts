/** What a closed browser leaves on the disk, and how soon the list is there again. */
import { removeTemporaryFolder } from '../../browser/clean-up.ts';
import type { LaunchedBrowser } from '../../browser/launch.ts';
import { BenchPage, openInTab } from './bench-page.ts';
import type { CorpusOptions } from './cases.ts';
import { diskUse } from './disk-use.ts';
import type { Engine } from './engines.ts';
import { bytesFigure, diskTarget, type EngineFigures, ofSize, ratioFigure } from './figures.ts';
import { launchEngine } from './launch-engine.ts';
import { Rounds } from './spread.ts';

const warmLoads = 3;

export async function measureDisk(
	engine: Engine,
	corpus: CorpusOptions,
	roundCount: number,
): Promise<EngineFigures> {
	let launched = await launchEngine(engine);
	const { profile } = launched;
	try {
		const page = await BenchPage.open(launched);
		const { jsonBytes = 1 } = await page.run('describe', corpus);
		await page.run('fillOwn', corpus);
		await launched.close();
		const bytes = diskUse(launched);

		const rounds = new Rounds();
		for (let round = 0; round < roundCount; round += 1) {
			for (const first of ['bench-empty', 'bench-list'] as const) {
				launched = await launchEngine(engine, { profile });
				const restarted = await navigate(launched, first);
				rounds.add({ [`${first} restarted`]: restarted });
				for (let load = 0; load < warmLoads; load += 1) {
					rounds.add({ 'bench-empty warm': await navigate(launched, 'bench-empty') });
					rounds.add({ 'bench-list warm': await navigate(launched, 'bench-list') });
				}
				await launched.close();
			}
		}
		const line = (state: string, target: number) =>
			ratioFigure(rounds, { own: `bench-list ${state}`, floor: [`bench-empty ${state}`], target });
		const figures: EngineFigures = {
			'bytes-on-disk': bytesFigure(bytes, jsonBytes, diskTarget(engine)),
			'popup-warm': line('warm', 1.25),
			'popup-after-restart': line('restarted', 1.8),
		};
		return ofSize(figures, corpus.count);
	} finally {
		await launched.close();
		removeTemporaryFolder(profile);
	}
}

/** Milliseconds from the navigation's start until the page's script had what it came for. */
async function navigate(
	launched: LaunchedBrowser,
	name: 'bench-empty' | 'bench-list',
): Promise<number> {
	const page = await launched.browser.newPage();
	try {
		await openInTab(page, launched, name);
		return await page.evaluate(() => Reflect.get(globalThis, 'reachedMs') as number);
	} finally {
		await page.close();
	}
}
