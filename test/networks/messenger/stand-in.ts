import { vi } from 'vitest';
import type { Reading } from '@/lib/model';
import type { ReadContext } from '@/lib/networks/adapter';
import { adapter } from '@/lib/networks/messenger';
import type { Scenario, SiteControl } from '../../sites/scenario';

/** Whole pages in jsdom are slow on a busy machine; nothing here waits for the clock. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** For states that come by themselves. */
export const patience = { timeout: 30_000 };

declare global {
	/** vitest's own jsdom, to put a page under another address. */
	var jsdom: { reconfigure(settings: { url: string }): void };
}

/** The stand-in as freshly loaded at an address. */
export async function openStandIn(
	scenario: Scenario,
	url = 'https://www.facebook.com/messages/',
): Promise<SiteControl> {
	vi.resetModules();
	jsdom.reconfigure({ url });
	document.head.replaceChildren();
	document.body.replaceChildren();
	window.scenario = scenario;
	await import('../../sites/messenger/main');
	await window.site.ready;
	return window.site;
}

/** Reads this page as a content script would: again, where the reader asks for that. */
export async function readPage(changes: Partial<ReadContext> = {}): Promise<Reading> {
	const memory = changes.memory ?? new Map<string, unknown>();
	const first = await readOnce({ ...changes, memory });
	return first.rereadAfterMs === undefined ? first : readOnce({ ...changes, memory });
}

/** One pass over this page. */
export function readOnce(changes: Partial<ReadContext> = {}): Promise<Reading> {
	const now = changes.now ?? Date.now();
	return adapter.read({
		document,
		url: new URL(location.href),
		now,
		languages: ['en'],
		openedAt: now - 1_000,
		visible: true,
		memory: new Map(),
		cookie: (name) =>
			document.cookie
				.split('; ')
				.find((part) => part.startsWith(`${name}=`))
				?.slice(name.length + 1) ?? null,
		...changes,
	});
}

/** Reads a piece of a page that is not this one. */
export function readHtml(
	html: string,
	{ lang = 'en', ...changes }: Partial<ReadContext> & { lang?: string } = {},
): Promise<Reading> {
	const parsed = new DOMParser().parseFromString(
		`<!DOCTYPE html><html lang="${lang}"><body>${html}</body></html>`,
		'text/html',
	);
	return readPage({
		document: parsed,
		url: new URL('https://www.facebook.com/messages/t/1/'),
		cookie: () => null,
		...changes,
	});
}
