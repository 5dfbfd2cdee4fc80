import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { CaptureProtocol, ReaderAnswer } from '../messaging';
import type { Network } from '../model';
import { isReader, senderNetwork, senderOrigin } from './sender';

/** What came from a reader, with the sender checked and the payload not. */
export interface ReaderSays {
	kind: keyof CaptureProtocol;
	payload: unknown;
	/** From the sender's origin, never from the payload. */
	network: Network;
	origin: string;
	tabId: number;
}

const messageSchema = v.object({
	protocol: v.literal('capture'),
	kind: v.picklist(['hello', 'capture', 'health', 'catch-up']),
	payload: v.unknown(),
});

/**
 * Listens to readers. `refuse` hears of messages from a wrong frame or origin, with the
 * network if the origin is one of its own; they are answered with "stop".
 */
export function hearReaders(
	answer: (says: ReaderSays) => Promise<ReaderAnswer>,
	refuse: (network: Network | null, kind: ReaderSays['kind']) => Promise<void>,
): void {
	browser.runtime.onMessage.addListener((message: unknown, sender) => {
		const parsed = v.safeParse(messageSchema, message);
		if (!parsed.success) return undefined;
		const network = senderNetwork(sender);
		const origin = senderOrigin(sender);
		if (network === null || origin === null || !isReader(sender, browser.runtime.id)) {
			return refuse(network, parsed.output.kind).then(() => ({ stop: true, stored: false }));
		}
		const { kind, payload } = parsed.output;
		return answer({ kind, payload, network, origin, tabId: sender.tab?.id ?? -1 });
	});
}
