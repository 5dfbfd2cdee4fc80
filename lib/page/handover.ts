import * as v from 'valibot';
import { browser } from 'wxt/browser';

/**
 * What one frame tells the full tab it opens: in the browser's memory, since the tab's
 * address must not carry it.
 */
const handoverSchema = v.object({
	view: v.picklist(['inbox', 'settings']),
	chatKey: v.nullable(v.string()),
});
export type Handover = v.InferOutput<typeof handoverSchema>;

const key = 'handover';

/** Opens the full tab at a place. */
export async function openFullTab(handover: Handover): Promise<void> {
	await browser.storage.session.set({ [key]: handover });
	await browser.tabs.create({ url: browser.runtime.getURL('/inbox.html') });
}

/** What the frame that opened this tab left for it; taken once. */
export async function takeHandover(): Promise<Handover | null> {
	const found = await browser.storage.session.get(key);
	await browser.storage.session.remove(key);
	const handover = v.safeParse(handoverSchema, found[key]);
	return handover.success ? handover.output : null;
}
