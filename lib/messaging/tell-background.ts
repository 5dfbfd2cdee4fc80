import { browser } from 'wxt/browser';
import type { CaptureProtocol, ReaderAnswer } from '../messaging';

/** How a reader's message looks on the wire. */
export interface ReaderMessage<Kind extends keyof CaptureProtocol = keyof CaptureProtocol> {
	protocol: 'capture';
	kind: Kind;
	payload: CaptureProtocol[Kind]['payload'];
}

/**
 * Tells the background something from a reader. `null` when nobody answered: the worker
 * died on the way, or the extension was reloaded; the reader tries again or ends.
 */
export async function tellBackground<Kind extends keyof CaptureProtocol>(
	kind: Kind,
	payload: CaptureProtocol[Kind]['payload'],
): Promise<ReaderAnswer | null> {
	const message: ReaderMessage<Kind> = { protocol: 'capture', kind, payload };
	try {
		const answer = (await browser.runtime.sendMessage(message)) as
			| Partial<ReaderAnswer>
			| undefined;
		return isAnswer(answer) ? answer : null;
	} catch {
		// Rejects with texts that differ by browser; each means that nobody answered.
		return null;
	}
}

function isAnswer(answer: Partial<ReaderAnswer> | undefined): answer is ReaderAnswer {
	return answer?.stop !== undefined && answer.stored !== undefined;
}
