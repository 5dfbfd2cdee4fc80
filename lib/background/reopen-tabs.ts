import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { reportFailure } from './report-failure';

/** In `storage.local`, for the moment between the end of the extension and its new start. */
const key = 'tabs-to-reopen';

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const rememberedSchema = v.object({
	tabs: v.array(
		v.object({
			windowId: place,
			index: place,
			active: v.boolean(),
			pinned: v.boolean(),
			/** Which page of ours, and nothing of what it showed. */
			page: v.picklist(['/inbox.html', '/welcome.html']),
		}),
	),
	/** Tabs that only keep a window from closing with the last of ours. */
	placeholders: v.array(place),
});
type Remembered = v.InferOutput<typeof rememberedSchema>;

/** Notes the full tabs that a reload of the extension is going to close. */
export async function rememberTabs(): Promise<void> {
	const own = await browser.tabs.query({ url: browser.runtime.getURL('/*' as '/inbox.html') });
	const tabs = own.flatMap((tab): Remembered['tabs'] => {
		const page = pageOf(tab);
		if (page === null || tab.windowId === undefined) return [];
		const { windowId, index, active, pinned } = tab;
		return [{ windowId, index, active, pinned, page }];
	});
	if (tabs.length === 0) return;
	const placeholders = await keepWindowsOpen(own);
	const remembered: Remembered = { tabs, placeholders };
	await browser.storage.local.set({ [key]: remembered });
}

/** Opens again what a reload closed; to be called once at every start. */
export async function reopenTabs(): Promise<void> {
	const found = v.safeParse(rememberedSchema, (await browser.storage.local.get(key))[key]);
	if (!found.success) return;
	// First: what cannot be opened must not be tried again at each start.
	await browser.storage.local.remove(key);
	for (const tab of found.output.tabs) await reopen(tab);
	for (const id of found.output.placeholders) {
		await browser.tabs.remove(id).catch((error: unknown) => reportFailure('tidying up', error));
	}
}

async function reopen({ page, windowId, ...tab }: Remembered['tabs'][number]): Promise<void> {
	const url = browser.runtime.getURL(page);
	try {
		await browser.tabs.create({ url, windowId, ...tab });
	} catch (error) {
		// Its window is gone.
		reportFailure('opening a tab again', error);
		await browser.tabs.create({ url });
	}
}

/** With its last tab a window closes, and with the last window mostly the browser. */
async function keepWindowsOpen(own: readonly Browser.tabs.Tab[]): Promise<number[]> {
	const placeholders: number[] = [];
	for (const windowId of new Set(own.map((tab) => tab.windowId))) {
		const all = await browser.tabs.query({ windowId });
		if (all.length > own.filter((tab) => tab.windowId === windowId).length) continue;
		const { id } = await browser.tabs.create({ windowId, active: false, url: 'about:blank' });
		if (id !== undefined) placeholders.push(id);
	}
	return placeholders;
}

function pageOf({ url }: Browser.tabs.Tab): Remembered['tabs'][number]['page'] | null {
	if (url === undefined || !URL.canParse(url)) return null;
	const { pathname } = new URL(url);
	return pathname === '/inbox.html' || pathname === '/welcome.html' ? pathname : null;
}
