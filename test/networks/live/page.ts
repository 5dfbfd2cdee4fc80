import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import type { Network, Reading } from '@/lib/model';
import type { Adapter } from '@/lib/networks/adapter';
import { adapter as instagram } from '@/lib/networks/instagram';
import { adapter as messenger } from '@/lib/networks/messenger';
import { adapter as whatsapp } from '@/lib/networks/whatsapp';
import type { Scenario, SiteControl } from '../../sites/scenario';

declare global {
	/** vitest's own jsdom, to put a page under another address. */
	var jsdom: { reconfigure(settings: { url: string }): void };
}

const sites: Record<Network, { home: string; adapter: Adapter; load: () => Promise<unknown> }> = {
	whatsapp: {
		home: 'https://web.whatsapp.com/',
		adapter: whatsapp,
		load: () => import('../../sites/whatsapp/main'),
	},
	messenger: {
		home: 'https://www.facebook.com/messages/',
		adapter: messenger,
		load: () => import('../../sites/messenger/main'),
	},
	instagram: {
		home: 'https://www.instagram.com/direct/inbox/',
		adapter: instagram,
		load: () => import('../../sites/instagram/main'),
	},
};

/** A stand-in drawn in this document, and the reader that watches it. */
export interface LivePage {
	site: SiteControl;
	read(visible: boolean): Promise<Reading>;
}

/** Loads a stand-in as a browser would: nothing of the page before is left. */
export async function openPage(network: Network, scenario: Scenario): Promise<LivePage> {
	const { home, adapter, load } = sites[network];
	const now = Date.now();
	vi.clearAllTimers();
	// Clearing turns the clock back as well.
	vi.setSystemTime(now);
	vi.resetModules();
	jsdom.reconfigure({ url: home });
	document.head.replaceChildren();
	document.body.replaceChildren();
	window.scenario = scenario;
	await load();
	await passUntil(window.site.ready);
	if (network === 'whatsapp') await passUntil(pageDatabase());
	const memory = new Map<string, unknown>();
	const openedAt = Date.now();
	return {
		site: window.site,
		read: (visible) =>
			adapter.read({
				document,
				url: new URL(location.href),
				now: Date.now(),
				languages: ['en'],
				openedAt,
				visible,
				memory,
				indexedDB,
				localItem: (name) => localStorage.getItem(name),
				cookie: (name) =>
					document.cookie
						.split('; ')
						.find((part) => part.startsWith(`${name}=`))
						?.slice(name.length + 1) ?? null,
			}),
	};
}

/** A signed-in page's own database, as none was there before. */
export async function forgetPageDatabase(): Promise<void> {
	await new Promise((resolve) => {
		indexedDB.deleteDatabase('model-storage').onsuccess = resolve;
	});
}

/** The page makes it in its own time, which no clock of a test moves. */
async function pageDatabase(): Promise<void> {
	for (;;) {
		const known = await indexedDB.databases();
		if (known.some(({ name }) => name === 'model-storage')) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** Lets time pass, in the test's own clock, until something is done. */
export async function passUntil(done: Promise<unknown>): Promise<void> {
	let isDone = false;
	const settled = done.finally(() => {
		isDone = true;
	});
	while (!isDone) await vi.advanceTimersByTimeAsync(10);
	await settled;
}
