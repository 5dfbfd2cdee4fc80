import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { networks } from '@/lib/model';
import { readKey } from './read-keys';
import { watchKeys } from './watch-keys';

/**
 * How a person wants the interface itself: nothing of anyone's chats, so it lies in clear
 * and is known before anything is unlocked.
 */
const key = 'preferences';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Each falls back alone: a value that is not understood costs itself. */
const schema = v.object({
	theme: v.fallback(v.picklist(themes), 'system'),
	/** Whether letters and signs alone are shortcuts (WCAG 2.1.4). */
	hasSingleKeys: v.fallback(v.boolean(), true),
	/** Names and texts are blurred until they are pointed at. */
	isDiscreet: v.fallback(v.boolean(), false),
	/** Networks that are not used: the list does not offer to turn them on. */
	unused: v.fallback(v.array(v.picklist(networks)), []),
	/** Of which networks notifications tell; content only where that is wanted as well. */
	notifies: v.fallback(v.array(v.picklist(networks)), []),
	notifiesWithText: v.fallback(v.boolean(), false),
	/** Whether the button's number goes while Stube is locked. */
	hidesBadgeWhenLocked: v.fallback(v.boolean(), true),
});
export type Preferences = v.InferOutput<typeof schema>;

export const firstPreferences: Preferences = v.parse(schema, {});

export async function loadPreferences(): Promise<Preferences> {
	const found = await readKey('local', key);
	const parsed = v.safeParse(schema, found ?? {});
	return parsed.success ? parsed.output : firstPreferences;
}

/** Keeps what is changed, and the rest as it was. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
	await browser.storage.local.set({ [key]: { ...(await loadPreferences()), ...change } });
}

/** Calls back when any of them was changed. Returns the unsubscriber. */
export const watchPreferences = (listener: () => void): (() => void) =>
	watchKeys('local', key, listener);
