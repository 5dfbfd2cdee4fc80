import { browser } from 'wxt/browser';

/**
 * Calls back when a key that begins so was set or removed in `storage.local` or
 * `storage.session`, by whichever context. Returns the unsubscriber.
 */
export function watchKeys(
	area: 'local' | 'session',
	beginning: string,
	listener: () => void,
): () => void {
	const hear = (changes: Record<string, unknown>, changed: string): void => {
		if (changed !== area) return;
		if (Object.keys(changes).some((key) => key.startsWith(beginning))) listener();
	};
	browser.storage.onChanged.addListener(hear);
	return () => browser.storage.onChanged.removeListener(hear);
}
