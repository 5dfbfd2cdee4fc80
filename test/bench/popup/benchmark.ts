/** What a person waits for when the popup opens, and what it weighs. */
import { buildExtension } from '../../browser/builds.ts';
import { type BrowserName, browserNames } from '../../browser/find-browser.ts';
import type { LaunchedBrowser } from '../../browser/launch.ts';
import { popupSize } from '../../browser/stube.ts';
import type { Benchmark } from '../benchmark.ts';
import { BenchPage } from '../store/bench-page.ts';
import { inEngine } from '../store/launch-engine.ts';
import { spreadOf } from '../store/spread.ts';
import { timeOpening } from './opening.ts';
import { measureSizes } from './sizes.ts';
import { popupTable } from './table.ts';

export interface PopupFigures {
	/** The list painted, an empty page painted, and one to the other, by the median of rounds. */
	listMs: number;
	emptyMs: number;
	ratio: number;
	rounds: number;
	messages: number;
	/** Of the popup's page with its list drawn; `null` where no one tells. */
	heapBytes: number | null;
	/** Compressed, by what they belong to. */
	sizes: Record<string, number>;
}

const seed = 7;
const engines = { chromium: 'chromium-leveldb', firefox: 'firefox' } as const;

export const popupBenchmark: Benchmark<PopupFigures> = {
	options: {
		browser: { type: 'string' },
		messages: { type: 'string', default: '100000' },
		rounds: { type: 'string', default: '9' },
	},
	async measure(values, say) {
		const wanted = browserNames.filter(
			(name) => values.browser === undefined || values.browser === name,
		);
		if (wanted.length === 0) throw new Error(`There is no browser "${values.browser}".`);
		const count = Number(values.messages ?? 100_000);
		const rounds = Number(values.rounds ?? 9);
		const figures: Record<string, PopupFigures> = {};
		for (const browser of wanted) {
			say(`${browser}: the popup with ${count} messages…`);
			figures[browser] = await inEngine(engines[browser], (launched) =>
				measurePopup(launched, browser, count, rounds),
			);
		}
		return figures;
	},
	table: popupTable,
};

async function measurePopup(
	launched: LaunchedBrowser,
	browser: BrowserName,
	messages: number,
	rounds: number,
): Promise<PopupFigures> {
	const filler = await BenchPage.open(launched);
	await filler.run('fillOwn', { seed, count: messages });
	const times = { list: [] as number[], empty: [] as number[] };
	// The first of each finds nothing warm and is not counted.
	for (let round = -1; round < rounds; round += 1) {
		const list = await timeOpening(filler.page, 'popup');
		const empty = await timeOpening(filler.page, 'bench-empty');
		if (round < 0) continue;
		times.list.push(list);
		times.empty.push(empty);
	}
	await filler.page.close();
	return {
		listMs: spreadOf(times.list).median,
		emptyMs: spreadOf(times.empty).median,
		ratio: spreadOf(times.list.map((ms, round) => ms / (times.empty[round] ?? Number.NaN))).median,
		rounds,
		messages,
		heapBytes: await heapOfPopup(launched),
		sizes: measureSizes(await buildExtension(browser, 'real')),
	};
}

/** What the popup holds in memory once its list is drawn, garbage aside; Chromium tells. */
async function heapOfPopup(launched: LaunchedBrowser): Promise<number | null> {
	if (launched.name !== 'chromium') return null;
	const page = await launched.browser.newPage();
	await page.setViewport(popupSize);
	await page.goto(`${launched.extensionOrigin}/popup.html`);
	await page.waitForSelector('button[data-unread]');
	const session = await page.createCDPSession();
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
	await page.close();
	return usedSize + backingStorageSize;
}
