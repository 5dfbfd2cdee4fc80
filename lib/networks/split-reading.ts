import { captureLimits } from '../limits';
import type { ChatReading, MessageReading, RawCapture, Reading } from '../model';
import { capText } from './dom';

/** Below the limit, for what JSON and the frame around the items add. */
const itemBytes = captureLimits.bytes - 8 * 1024;
/** Messages repeated at the seam of two captures, so that those without an id can be aligned. */
const seam = 20;

/**
 * The captures that carry a reading's chats and messages, none over the limits. Chats
 * come first. A thread of more than one capture goes oldest part first.
 */
export function splitReading(
	reading: Pick<Reading, 'account' | 'thread' | 'dateOrder'>,
	chats: readonly ChatReading[],
	readAt: number,
): RawCapture[] {
	const { account, dateOrder } = reading;
	const frame = { account, readAt, ...(dateOrder && { dateOrder }) };
	const captures: RawCapture[] = pack(chats, 0).map((part) => ({
		...frame,
		chats: part,
		thread: null,
	}));
	if (reading.thread) {
		const { messages, ...thread } = reading.thread;
		for (const part of pack(messages.map(fitMessage), seam)) {
			captures.push({ ...frame, chats: [], thread: { ...thread, messages: part } });
		}
	}
	return captures;
}

function pack<Item>(items: readonly Item[], overlap: number): Item[][] {
	const parts: Item[][] = [];
	let part: Item[] = [];
	let bytes = 0;
	for (const item of items) {
		const size = jsonBytes(item);
		if (part.length > 0 && (part.length >= captureLimits.items || bytes + size > itemBytes)) {
			parts.push(part);
			part = repeatable(part, overlap);
			bytes = part.reduce((sum, repeated) => sum + jsonBytes(repeated), 0);
			if (bytes + size > itemBytes) {
				part = [];
				bytes = 0;
			}
		}
		part.push(item);
		bytes += size;
	}
	if (part.length > 0) parts.push(part);
	return parts;
}

/** A message too large for any capture is cut, and says so. */
function fitMessage(message: MessageReading): MessageReading {
	const size = jsonBytes(message);
	if (size <= itemBytes) return message;
	const quote = message.quote === null ? null : capText(message.quote, 2_000);
	const rest = jsonBytes({ ...message, quote, text: null });
	const text = message.text ?? '';
	const share = (itemBytes - rest) / jsonBytes(text);
	const length = Math.floor(text.length * Math.min(1, share));
	// Characters differ in bytes: what is left may be denser than the average, so ask again.
	const cut = capText(text, share >= 1 ? text.length : Math.min(length, text.length - 1));
	return fitMessage({ ...message, quote, text: cut, truncated: true });
}

function repeatable<Item>(part: readonly Item[], overlap: number): Item[] {
	return overlap === 0 ? [] : part.slice(-overlap);
}

const encoder = new TextEncoder();

function jsonBytes(item: unknown): number {
	return encoder.encode(JSON.stringify(item)).length + 1;
}
