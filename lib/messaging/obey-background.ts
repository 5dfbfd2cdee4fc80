import { browser } from 'wxt/browser';

/** From the background to readers. Carries no user data: a page's process hears it. */
export interface ReaderOrder {
	protocol: 'reader';
	/** `ping` asks whether a reader lives in the tab; `stop` ends those of the origins. */
	order: 'ping' | 'stop';
	origins: string[];
}

/**
 * In a reader on a page of `origin`: answers that it lives, and ends when that origin is
 * turned off. Returns the unsubscriber. Without schemas, since every page loads it.
 */
export function obeyBackground(origin: string, stop: () => void): () => void {
	const hear = (message: unknown): Promise<boolean> | undefined => {
		if (!isOrder(message)) return undefined;
		if (message.order === 'stop' && message.origins.includes(origin)) stop();
		return Promise.resolve(true);
	};
	browser.runtime.onMessage.addListener(hear);
	return () => browser.runtime.onMessage.removeListener(hear);
}

function isOrder(message: unknown): message is ReaderOrder {
	return (
		typeof message === 'object' &&
		message !== null &&
		'protocol' in message &&
		message.protocol === 'reader' &&
		'origins' in message &&
		Array.isArray(message.origins)
	);
}
