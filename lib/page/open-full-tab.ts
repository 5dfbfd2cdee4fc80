import { browser } from 'wxt/browser';
import { keepPlace } from '@/lib/kept-places';

/** Opens the inbox in a tab of its own, at the same place. Its address names the page and nothing else. */
export async function openFullTab(place: object): Promise<void> {
	await keepPlace('tab', place);
	await browser.tabs.create({ url: browser.runtime.getURL('/inbox.html') });
}
