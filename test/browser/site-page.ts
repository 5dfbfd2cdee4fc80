import type { Page } from 'puppeteer-core';
import type { ScenarioNetwork, SiteAction } from '../sites/scenario.ts';

/** Where a person would open each messenger. */
const homes: Record<ScenarioNetwork, string> = {
	whatsapp: 'https://web.whatsapp.com/',
	messenger: 'https://www.facebook.com/messages/',
	instagram: 'https://www.instagram.com/direct/inbox/',
};

/** A tab with a stand-in messenger, and the person who sits in front of it. */
export interface SitePage {
	page: Page;
	act(action: SiteAction): Promise<void>;
	/** Scenario ids of the chats that are listed now. */
	shownChats(): Promise<string[]>;
	/** Scenario ids of the open chat's messages that are drawn now. */
	shownMessages(): Promise<string[]>;
	nativeMessageId(messageId: string): Promise<string | null>;
	/** Loads the page again: the scenario starts anew. */
	reload(): Promise<void>;
}

/** Opens a messenger's home, or any address of it, and waits until it is drawn. */
export async function openSitePage(
	page: Page,
	where: ScenarioNetwork | `https://${string}`,
): Promise<SitePage> {
	const ready = async (): Promise<void> => {
		// Not by frames: a tab in the background draws none.
		await page.waitForFunction(() => window.site !== undefined, { polling: 100 });
		await page.evaluate(() => window.site.ready);
	};
	const response = await page.goto(
		where.startsWith('https://') ? where : homes[where as ScenarioNetwork],
	);
	if (response?.ok() !== true) throw new Error(`${where} answered ${response?.status()}.`);
	await ready();
	return {
		page,
		act: (action) => page.evaluate((wanted) => window.site.act(wanted), action),
		shownChats: () => page.evaluate(() => window.site.shownChats()),
		shownMessages: () => page.evaluate(() => window.site.shownMessages()),
		nativeMessageId: (id) => page.evaluate((wanted) => window.site.nativeMessageId(wanted), id),
		async reload() {
			await page.reload();
			await ready();
		},
	};
}
