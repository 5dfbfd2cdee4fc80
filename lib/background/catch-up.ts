import { type Browser, browser } from 'wxt/browser';
import type { CommandAnswer } from '@/lib/messaging';
import { isReaderAlive, orderCatchUp } from '@/lib/messaging/reader-orders';
import { originOfMatch } from '@/lib/messaging/sender';
import type { Network, ReaderState } from '@/lib/model';
import { loadCatchUps, saveCatchUp } from '@/lib/unsealed/catch-ups';
import { isRead, loadReports } from '@/lib/unsealed/reader-reports';
import { grantedMatches } from './granted-hosts';
import { reportFailure } from './report-failure';

const done: CommandAnswer = { done: true };

/**
 * Has the list of a network's tab caught up; how it goes is told from there.
 *
 * @param isShown Brings the tab to the front first: a hidden one draws no new rows.
 */
export async function beginCatchUp(network: Network, isShown: boolean): Promise<CommandAnswer> {
	const matches = await grantedMatches(network);
	const tab = matches.length > 0 ? await findReadTab(network, matches) : undefined;
	if (tab?.id === undefined) return { done: false, reason: 'no-tab' };
	if (isShown) {
		await browser.tabs.update(tab.id, { active: true });
		if (tab.windowId !== undefined) {
			await browser.windows.update(tab.windowId, { focused: true });
		}
	}
	await saveCatchUp(network, tab.id, { state: 'running', chats: 0, share: 0 });
	const isReady = (await isReaderAlive(tab.id)) && (await bringCatchUp(tab.id));
	if (isReady && (await orderCatchUp(tab.id, 'catch-up', matches.map(originOfMatch)))) return done;
	await saveCatchUp(network, tab.id, { state: 'left', chats: 0, share: 0 });
	return { done: false, reason: 'no-answer' };
}

/** Readers only read: what scrolls comes to a page when the user first asks for it. */
async function bringCatchUp(tabId: number): Promise<boolean> {
	try {
		await browser.scripting.executeScript({ target: { tabId }, files: ['/catch-up.js'] });
		return true;
	} catch (error) {
		reportFailure('bringing a catch-up to a page', error);
		return false;
	}
}

/** Ends it where it is; one whose page is gone is ended as well. */
export async function endCatchUp(network: Network): Promise<CommandAnswer> {
	const running = (await loadCatchUps())[network];
	if (running?.progress.state !== 'running') return done;
	const origins = (await grantedMatches(network)).map(originOfMatch);
	if (!(await orderCatchUp(running.tabId, 'end-catch-up', origins))) {
		await saveCatchUp(network, running.tabId, { ...running.progress, state: 'left' });
	}
	return done;
}

/** The tab that is seen, or was last; not one that sleeps or is elsewhere on the site. */
async function findReadTab(
	network: Network,
	matches: string[],
): Promise<Browser.tabs.Tab | undefined> {
	const { tabs: reports } = (await loadReports())[network];
	const stateOf = ({ id }: Browser.tabs.Tab): ReaderState | undefined =>
		reports.find(({ tabId }) => tabId === id)?.health.state;
	const tabs = (await browser.tabs.query({ url: matches })).filter(
		(tab) => tab.discarded !== true && tab.frozen !== true && stateOf(tab) !== 'dormant',
	);
	const rank = (tab: Browser.tabs.Tab): number => {
		const state = stateOf(tab);
		return Number(tab.active === true) + Number(state !== undefined && isRead(state));
	};
	return tabs.sort((a, b) => rank(b) - rank(a) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
