/**
 * What a reader costs the page it reads: real browsers, the built extension, a list of
 * 500 chats with one of 2,000 messages open, and 20 messages a second that arrive. The
 * peer in the same run is what the page needs to draw itself.
 */
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../browser/find-browser.ts';
import { openSitePage, type SitePage } from '../../browser/site-page.ts';
import { Stube } from '../../browser/stube.ts';
import type { ScenarioNetwork } from '../../sites/scenario.ts';
import type { Benchmark, Figures } from '../benchmark.ts';
import { letArrive } from './arrivals.ts';
import type { Cost } from './cost.ts';
import { busyChat, makeCrowd } from './crowd.ts';
import {
	type Latency,
	latencyOf,
	measureList,
	measureMessages,
	measureOpenings,
} from './latency.ts';
import { chooseReaders, readerOptions } from './options.ts';
import { profileFirefox } from './profile-firefox.ts';
import { readerTable } from './table.ts';
import { traceChromium } from './trace-chromium.ts';

/** Times that a list is shown anew. */
const waves = 3;
const restSeconds = 5;

export interface ReaderFigures {
	browser: BrowserName;
	version: string;
	network: ScenarioNetwork;
	/** From the page's load until the busy chat is open and read. */
	first: Cost;
	/** Messages that arrived while `arriving` was measured. */
	arrivals: number;
	arriving: Cost;
	/** While nothing happens on the page. */
	atRest: Cost;
	list: Latency;
	openChat: Latency;
	message: Latency;
}

export const readerBenchmark: Benchmark<ReaderFigures> = {
	options: readerOptions,
	async measure(values, say) {
		const { browsers, networks, seconds } = chooseReaders(values);
		const figures: Figures<ReaderFigures> = {};
		for (const browser of browsers) {
			for (const network of networks) {
				say(`${browser}, ${network}…`);
				figures[`${browser}-${network}`] = await measureOne(browser, network, seconds);
			}
		}
		return figures;
	},
	table: readerTable,
};

async function measureOne(
	browser: BrowserName,
	network: ScenarioNetwork,
	seconds: number,
): Promise<ReaderFigures> {
	const stube = await Stube.open({ browser, scenario: makeCrowd(network, Date.now(), 0) });
	try {
		const { page: inbox } = await stube.openInbox();
		// A window of its own: of two tabs in one, one is in the background.
		const tab = await stube.launched.browser.newPage({ type: 'window' });
		await noteFirstDrawing(tab);
		const list: number[] = [];
		const openWave = async (wave: number): Promise<SitePage> => {
			stube.server.setScenario(makeCrowd(network, Date.now(), wave));
			const site = await openSitePage(tab, network);
			list.push(await measureList(site, inbox, { shownAt: await firstDrawing(tab), wave }));
			return site;
		};
		for (let wave = 0; wave < waves; wave += 1) await openWave(wave);
		const measure = (happen: () => Promise<void>): Promise<Cost> => {
			const script = `/content-scripts/${network}.js`;
			return browser === 'chromium'
				? traceChromium(tab, script, happen)
				: profileFirefox(stube.launched.browser, script, happen);
		};
		const opened: SitePage[] = [];
		const first = await measure(async () => {
			const site = await openSitePage(tab, network);
			opened.push(site);
			await rest(restSeconds);
			await site.act({ do: 'open', chatId: busyChat });
			await rest(restSeconds);
		});
		const [site] = opened;
		if (!site) throw new Error('No page was opened.');
		const openChat = await measureOpenings(site, inbox, waves - 1);
		const message = await measureMessages(site, inbox, waves - 1);
		const atRest = await measure(() => rest(restSeconds));
		let arrivals = 0;
		const arriving = await measure(async () => {
			arrivals = await letArrive(site, seconds);
		});
		return {
			browser,
			version: await stube.launched.browser.version(),
			network,
			first,
			arrivals,
			arriving,
			atRest,
			list: latencyOf(list),
			openChat,
			message,
		};
	} finally {
		await stube.close();
	}
}

/** Notes, in each document of a tab, when the stand-in first stands there. */
async function noteFirstDrawing(tab: Page): Promise<void> {
	await tab.evaluateOnNewDocument(() => {
		let site: typeof window.site;
		Object.defineProperty(window, 'site', {
			get: () => site,
			set(made: typeof window.site) {
				site = made;
				void made.ready.then(() => {
					window.firstDrawnAt = Date.now();
				});
			},
		});
	});
}

async function firstDrawing(tab: Page): Promise<number> {
	return tab.evaluate(() => window.firstDrawnAt ?? Date.now());
}

function rest(seconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
}

declare global {
	interface Window {
		firstDrawnAt?: number;
	}
}
