import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { readKey } from './read-keys';
import { watchKeys } from './watch-keys';

/**
 * How many messages pages showed that were past their time when they were first seen, since
 * the browser started: by short keyed names, in memory alone, so that none counts twice.
 */
const mark = 'unkept';
const namesSchema = v.array(v.string());
/** More than these are not counted. */
const unkeptMost = 5_000;
const nameLength = 12;

/** To be called for one capture after the other. */
export async function noteUnkept(names: Iterable<string>): Promise<void> {
	const known = await load();
	const all = new Set(known);
	for (const name of names) if (all.size < unkeptMost) all.add(name.slice(0, nameLength));
	if (all.size > known.length) await browser.storage.session.set({ [mark]: [...all] });
}

export async function countUnkept(): Promise<number> {
	return (await load()).length;
}

/** Calls back when there are more. Returns the unsubscriber. */
export const watchUnkept = (listener: () => void): (() => void) =>
	watchKeys('session', mark, listener);

async function load(): Promise<string[]> {
	const names = v.safeParse(namesSchema, await readKey('session', mark));
	return names.success ? names.output : [];
}
