import { browser } from 'wxt/browser';

/** From the background to readers. Carries no user data: a page's process hears it. */
export interface ReaderOrder {
	protocol: 'reader';
	/** `ping` asks whether a reader lives in the tab; the others are for the origins. */
	order: 'ping' | 'stop' | 'catch-up' | 'end-catch-up';
	origins: string[];
}

/** What a script of ours does when told to; a `ping` is only answered. */
export type Obedience = Partial<Record<Exclude<ReaderOrder['order'], 'ping'>, () => void>>;

/**
 * In a script of ours on a page of `origin`: answers that it lives, and does what is ordered
 * for that origin; orders that it does not know are another's. Returns the unsubscriber.
 * Without schemas, since every page loads it.
 */
export function obeyBackground(origin: string, obedience: Obedience): () => void {
	const hear: Hear = (message, _sender, respond) => {
		if (!isOrder(message)) return undefined;
		if (message.order !== 'ping') {
			const act = obedience[message.order];
			if (!act) return undefined;
			if (message.origins.includes(origin)) act();
		}
		// Chrome took no promise for an answer before 144, and readers are without the polyfill.
		respond(true);
		return Promise.resolve(true);
	};
	browser.runtime.onMessage.addListener(hear);
	return () => browser.runtime.onMessage.removeListener(hear);
}

type Hear = (
	message: unknown,
	sender: unknown,
	respond: (answer: boolean) => void,
) => Promise<boolean> | undefined;

function isOrder(message: unknown): message is ReaderOrder {
	const order = message as Partial<ReaderOrder> | null;
	return order?.protocol === 'reader' && Array.isArray(order.origins);
}
