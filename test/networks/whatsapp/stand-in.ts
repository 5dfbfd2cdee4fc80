import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import type { Reading } from '@/lib/model';
import type { ReadContext } from '@/lib/networks/adapter';
import { adapter } from '@/lib/networks/whatsapp';
import type { Scenario, SiteControl } from '../../sites/scenario';
import { startSite } from '../../sites/stage';
import { drawing } from '../../sites/whatsapp/drawing';
import { address } from './address';

/** The stand-in, drawn into this test's document. */
export async function openStandIn(scenario: Scenario): Promise<SiteControl> {
	await new Promise((resolve) => {
		indexedDB.deleteDatabase('model-storage').onsuccess = resolve;
	});
	window.scenario = scenario;
	const site = startSite(drawing);
	await site.ready;
	return site;
}

/** What a reader sees on that page; one memory over all of its readings. */
export function watcher(languages: readonly string[], more: Partial<ReadContext> = {}) {
	const memory = new Map<string, unknown>();
	const openedAt = Date.now();
	return (now: Partial<ReadContext> = {}): Promise<Reading> =>
		adapter.read({
			document,
			url: address,
			now: Date.now(),
			languages,
			openedAt,
			visible: true,
			memory,
			indexedDB,
			localItem: (name) => localStorage.getItem(name),
			...more,
			...now,
		});
}

/** Reads until the page and its database say so. */
export async function readUntil(
	read: () => Promise<Reading>,
	isSo: (reading: Reading) => boolean,
): Promise<Reading> {
	return vi.waitFor(
		async () => {
			const reading = await read();
			if (!isSo(reading)) {
				throw new Error(`not yet: ${reading.state} ${reading.problems.join(' ')}`);
			}
			return reading;
		},
		{ timeout: 8_000, interval: 100 },
	);
}

/** Every row that stands there is known to the database. */
export function isLinked({ state, chats }: Reading): boolean {
	return state === 'reading' && chats.length > 0 && chats.every(({ id }) => id !== null);
}
