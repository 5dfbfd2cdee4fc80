const key = Symbol.for('stube.reader');

/**
 * Marks the caller as the newest reader of this page, in the world of the extension's own
 * scripts, which no page can reach. Returns whether it still is.
 */
export function claimPage(): () => boolean {
	const claim = Symbol('reader');
	Reflect.set(globalThis, key, claim);
	return () => Reflect.get(globalThis, key) === claim;
}
