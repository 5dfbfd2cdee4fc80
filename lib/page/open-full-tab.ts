import { browser } from 'wxt/browser';
import { keepPlace } from '@/lib/unsealed/kept-places';

/** Opens the inbox in a tab of its own, at the same place. Its address names the page and nothing else. */
export async function openFullTab(place: object): Promise<void> {
	await keepPlace('tab', place);
	await openLockedTab();
}

/** The same while there is no place to go on at. */
export async function openLockedTab(): Promise<void> {
	await browser.tabs.create({ url: browser.runtime.getURL('/inbox.html') });
}
