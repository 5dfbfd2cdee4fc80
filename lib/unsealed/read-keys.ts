import { browser } from 'wxt/browser';

type Area = 'local' | 'session';
type Found = Record<string, unknown>;

interface Asking {
	keys: Set<string>;
	answer: Promise<Found>;
}

const asking: Partial<Record<Area, Asking>> = {};

/**
 * Reads keys of `storage.local` or `storage.session`. What is asked for in one turn is one
 * question to the browser: a page that opens asks for some twenty of them, and draws once when
 * all have come.
 */
export function readKeys(area: Area, keys: readonly string[]): Promise<Found> {
	const current = asking[area] ?? begin(area);
	for (const key of keys) current.keys.add(key);
	return current.answer;
}

function begin(area: Area): Asking {
	const keys = new Set<string>();
	const answer = Promise.resolve().then(() => {
		delete asking[area];
		return browser.storage[area].get([...keys]);
	});
	const begun = { keys, answer };
	asking[area] = begun;
	return begun;
}

/** One of them. */
export async function readKey(area: Area, key: string): Promise<unknown> {
	return (await readKeys(area, [key]))[key];
}
