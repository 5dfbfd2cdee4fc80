import { browser } from 'wxt/browser';

/** Opens the inbox in a tab of its own. Its address names the page and nothing else. */
export async function openFullTab(): Promise<void> {
	await browser.tabs.create({ url: browser.runtime.getURL('/inbox.html') });
}
