/** What a person waits for when the popup opens, and what it weighs. */
import type { Page } from 'puppeteer-core';
import { buildExtension } from '../../browser/builds.ts';
import { openExtensionPage } from '../../browser/extension-page.ts';
import { type BrowserName, browserNames } from '../../browser/find-browser.ts';
import type { LaunchedBrowser } from '../../browser/launch.ts';
import { popupSize } from '../../browser/stube.ts';
import { waitUntil } from '../../browser/wait-until.ts';
import type { Benchmark } from '../benchmark.ts';
import { BenchPage } from '../store/bench-page.ts';
import { inEngine } from '../store/launch-engine.ts';
import { spreadOf } from '../store/spread.ts';
import { timeOpening } from './opening.ts';
import { type Scroll, scrollList, scrollNothing } from './scrolling.ts';
import { measureSizes } from './sizes.ts';
import { popupTable } from './table.ts';
import { timeTyping } from './typing.ts';

export interface PopupFigures {
	/** The list painted, an empty page painted, and one to the other, by the median of rounds. */
	listMs: number;
	emptyMs: number;
	ratio: number;
	rounds: number;
	messages: number;
	/** Of the popup's page with its list drawn; `null` where no one tells. */
	heapBytes: number | null;
	/** A list of so many chats scrolled, and a box of its height with nothing in it. */
	scroll: { chats: number; list: Scroll; nothing: Scroll };
	typing: { namesMs: number; textsMs: number };
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
		chats: { type: 'string', default: '10000' },
	},
	async measure(values, say) {
		const wanted = browserNames.filter(
			(name) => values.browser === undefined || values.browser === name,
		);
		if (wanted.length === 0) throw new Error(`There is no browser "${values.browser}".`);
		const count = Number(values.messages ?? 100_000);
		const rounds = Number(values.rounds ?? 9);
		const chats = Number(values.chats ?? 10_000);
		const figures: Record<string, PopupFigures> = {};
		for (const browser of wanted) {
			say(`${browser}: the popup with ${count} messages…`);
			figures[browser] = await inEngine(engines[browser], (launched) =>
				measurePopup(launched, browser, { messages: count, rounds, chats }),
			);
		}
		return figures;
	},
	table: popupTable,
};

async function measurePopup(
	launched: LaunchedBrowser,
	browser: BrowserName,
	{ messages, rounds, chats }: { messages: number; rounds: number; chats: number },
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
		typing: await measureTyping(launched),
		scroll: await measureScrolling(launched, chats),
		sizes: measureSizes(await buildExtension(browser, 'real')),
	};
}

async function measureTyping(launched: LaunchedBrowser): Promise<PopupFigures['typing']> {
	const page = await openPopup(launched);
	// What is searched in is read by the first search, and kept.
	await timeTyping(page);
	const { namesMs, textsMs } = await timeTyping(page);
	await page.close();
	return { namesMs: Math.max(...namesMs), textsMs };
}

async function measureScrolling(
	launched: LaunchedBrowser,
	chats: number,
): Promise<PopupFigures['scroll']> {
	const filler = await openExtensionPage(launched, 'try-inbox');
	await waitUntil(
		() => filler.evaluate(() => 'ready' in document.documentElement.dataset),
		(isReady) => isReady,
		{ that: 'the crowd can come' },
	);
	await filler.evaluate(
		(size) => {
			const fill = Reflect.get(globalThis, 'fillCrowd') as (size: object) => Promise<void>;
			return fill(size);
		},
		{ chats, messages: 1, unread: 0 },
	);
	await filler.close();
	const popup = await openPopup(launched);
	const empty = await openExtensionPage(launched, 'bench-empty');
	const worst = { list: [] as Scroll[], nothing: [] as Scroll[] };
	for (let round = 0; round < 3; round += 1) {
		worst.nothing.push(await scrollNothing(empty, chats));
		worst.list.push(await scrollList(popup));
	}
	await popup.close();
	await empty.close();
	const middle = (scrolls: Scroll[]): Scroll => {
		const [, second] = scrolls.toSorted((a, b) => a.late - b.late);
		if (!second) throw new Error('It was not scrolled.');
		return second;
	};
	return { chats, list: middle(worst.list), nothing: middle(worst.nothing) };
}

async function openPopup(launched: LaunchedBrowser): Promise<Page> {
	const page = await openExtensionPage(launched, 'popup');
	await page.setViewport(popupSize);
	await page.waitForSelector('button[data-unread]');
	return page;
}

/** What the popup holds in memory once its list is drawn, garbage aside; Chromium tells. */
async function heapOfPopup(launched: LaunchedBrowser): Promise<number | null> {
	if (launched.name !== 'chromium') return null;
	const page = await openPopup(launched);
	const session = await page.createCDPSession();
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
	await page.close();
	return usedSize + backingStorageSize;
}
