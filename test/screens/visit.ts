/** Stube with a house full of invented people, and a person who goes from view to view. */
import type { Page } from 'puppeteer-core';
import { openExtensionPage } from '../browser/extension-page.ts';
import { Inbox } from '../browser/inbox.ts';
import type { Stube } from '../browser/stube.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { Scenario } from '../sites/scenario.ts';
import type { Screen } from './screens.ts';

/** Messengers that are open and signed in, and show no chats of their own. */
export const quietHouse: Scenario = {
	seed: 14,
	language: 'en',
	people: [{ id: 'mara', name: 'Mara Holm', handle: 'mara.holm.keramik' }],
	accounts: [
		{ network: 'whatsapp', personId: 'mara', id: '4917139200100' },
		{ network: 'messenger', personId: 'mara', id: '100087355512001' },
		{ network: 'instagram', personId: 'mara', id: 'mara.holm.keramik' },
	],
	chats: [],
	events: [],
};

/** Puts the house's chats into the store, as if they had been read; or those that stretch a view. */
export async function fillInbox(
	stube: Stube,
	chats: 'fillInbox' | 'fillCorners' = 'fillInbox',
): Promise<void> {
	const page = await openExtensionPage(stube.launched, 'try-inbox');
	await page.waitForSelector('[data-ready]');
	await page.evaluate(`${chats}()`);
	await page.close();
}

/** Opens a frame as if for the first time and goes to the view; the caller closes its page. */
export async function visit(stube: Stube, screen: Screen): Promise<Inbox> {
	await placeFrames(stube, screen.place ?? {});
	const page = await stube.launched.browser.newPage();
	await page.setViewport(screen.size);
	await page.goto(`${stube.launched.extensionOrigin}/${screen.frame}.html`);
	await waitUntil(
		() =>
			page.evaluate(
				() =>
					document.querySelector('main h1') !== null &&
					document.querySelector('.skeleton') === null &&
					document.querySelector(
						'[aria-busy=true], [data-state=loading], .settings-section > h2:only-child',
					) === null,
			),
		(isDrawn) => isDrawn,
		{ that: `${screen.frame} is drawn, and what it shows is at rest` },
	);
	await page.bringToFront();
	const inbox = new Inbox(page, stube.launched);
	await screen.reach?.(inbox);
	return inbox;
}

/** A page that keeps no place, open as long as the browser: one that does may keep its own over the one wanted. */
const placers = new WeakMap<Stube, Promise<Page>>();

async function placeFrames(stube: Stube, place: NonNullable<Screen['place']>): Promise<void> {
	const placer = placers.get(stube) ?? stube.openPage('welcome');
	placers.set(stube, placer);
	const places = Object.fromEntries(
		['popup', 'panel', 'tab'].map((frame) => [`place:${frame}`, place]),
	);
	await (await placer).evaluate(
		`(globalThis.browser ?? chrome).storage.session.set(${JSON.stringify(places)})`,
	);
}
