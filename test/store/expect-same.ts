import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Store } from '@/lib/store/store';
import { expected, type Look, looks, shown } from './look';
import type { PlainInbox } from './plain-inbox';

/** Reads give what plain maps hold. */
export async function expectSame(
	store: Store,
	model: PlainInbox,
	now: number,
	wanted: readonly Look[] = looks,
): Promise<void> {
	for (const look of wanted) {
		const [found, right] = [await shown(store, look, now), expected(model, look, now)];
		// Many times quicker than a matcher, which is wanted for what it says.
		if (!isDeepStrictEqual(found, right)) expect(found, look).toEqual(right);
	}
}

/** Which of several inboxes the store shows. */
export async function whichOf(
	store: Store,
	models: readonly PlainInbox[],
	now: number,
): Promise<PlainInbox | undefined> {
	let left = [...models];
	for (const look of looks) {
		const found = await shown(store, look, now);
		left = left.filter((model) => isDeepStrictEqual(found, expected(model, look, now)));
	}
	return left[0];
}
