/** How long it takes from the moment a page shows something until the inbox shows it. */
import type { Page } from 'puppeteer-core';
import type { SitePage } from '../../browser/site-page.ts';
import type { SiteAction } from '../../sites/scenario.ts';
import { makeArrival } from './arrivals.ts';
import { busyChat, chatIdAt, guestName } from './crowd.ts';

export interface Latency {
	count: number;
	medianMs: number;
	worstMs: number;
}

const openings = 6;
const messages = 20;
const giveUpMs = 60_000;

/** What a row of the inbox must show. */
interface Wanted {
	title: string;
	atLeast?: number;
	preview?: string;
}

/** Milliseconds from the first drawing of the page's list until the inbox has all its rows. */
export async function measureList(
	site: SitePage,
	inbox: Page,
	{ shownAt, wave }: { shownAt: number; wave: number },
): Promise<number> {
	const listed = (await site.shownChats()).map((id) => ({ title: guestName(id, wave) }));
	return (await showsAt(inbox, listed)) - shownAt;
}

/** Opens some chats, at last the busy one. */
export async function measureOpenings(site: SitePage, inbox: Page, wave: number): Promise<Latency> {
	const measured: number[] = [];
	for (let index = 1; index <= openings; index += 1) {
		const chatId = index === openings ? busyChat : chatIdAt(index);
		const drawnAt = await actAt(site, { do: 'open', chatId });
		const atLeast = (await site.shownMessages()).length;
		const title = guestName(chatId, wave);
		measured.push((await showsAt(inbox, [{ title, atLeast }])) - drawnAt);
	}
	return latencyOf(measured);
}

/** Lets single messages arrive in the open busy chat. */
export async function measureMessages(site: SitePage, inbox: Page, wave: number): Promise<Latency> {
	const measured: number[] = [];
	for (let index = 0; index < messages; index += 1) {
		const message = makeArrival(busyChat);
		const drawnAt = await actAt(site, { do: 'arrive', chatId: busyChat, message });
		const wanted = { title: guestName(busyChat, wave), preview: message.text ?? '' };
		measured.push((await showsAt(inbox, [wanted])) - drawnAt);
	}
	return latencyOf(measured);
}

function actAt({ page }: SitePage, action: SiteAction): Promise<number> {
	return page.evaluate(async (wanted) => {
		await window.site.act(wanted);
		return Date.now();
	}, action);
}

/** When the inbox first shows all of this: looked at with each change of the page, not asked for. */
function showsAt(inbox: Page, wanted: readonly Wanted[]): Promise<number> {
	return inbox.evaluate(
		(all, longestMs) =>
			new Promise<number>((resolve, reject) => {
				const isShown = (): boolean => {
					const rows = new Map(
						[...document.querySelectorAll<HTMLElement>('button[data-unread]')].map((row) => [
							row.querySelector('[data-part="title"]')?.textContent?.trim(),
							row,
						]),
					);
					return all.every(({ title, atLeast = 0, preview = '' }) => {
						const row = rows.get(title);
						if (!row || Number(row.dataset.count) < atLeast) return false;
						return row.textContent?.includes(preview) ?? false;
					});
				};
				const look = (): void => {
					if (!isShown()) return;
					observer.disconnect();
					clearTimeout(end);
					resolve(Date.now());
				};
				const observer = new MutationObserver(look);
				observer.observe(document.body, {
					subtree: true,
					childList: true,
					characterData: true,
					attributes: true,
				});
				const end = setTimeout(() => {
					observer.disconnect();
					reject(new Error(`The inbox does not show ${JSON.stringify(all.slice(0, 2))}.`));
				}, longestMs);
				look();
			}),
		wanted,
		giveUpMs,
	);
}

export function latencyOf(measured: readonly number[]): Latency {
	const sorted = measured.map((ms) => Math.max(0, ms)).sort((one, other) => one - other);
	return {
		count: sorted.length,
		medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
		worstMs: sorted.at(-1) ?? 0,
	};
}
