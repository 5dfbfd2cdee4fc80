import type { ShownMessage } from '@/lib/model';
import { senderKey } from './sender-key';
import { certainDay } from './words/moments';

/** Messages of one sender in a row. */
export interface MessageRun {
	/** What was written before it may never have been seen. */
	isAfterGap: boolean;
	/** What stands before it, whatever its day; `null` at the beginning. */
	before: ShownMessage | null;
	messages: [ShownMessage, ...ShownMessage[]];
}

/** A stretch under one heading; `day` is `null` before the first message whose day is certain. */
export interface MessageDay {
	day: number | null;
	/** Stays the same when older messages come or go, so that what is drawn stays in place. */
	key: string;
	runs: MessageRun[];
}

/**
 * Splits messages, oldest first, into days and runs. A message whose day is uncertain
 * stays under the heading before it and says so itself.
 */
export function groupMessages(messages: readonly ShownMessage[]): MessageDay[] {
	const days: MessageDay[] = [];
	for (const [index, message] of messages.entries()) {
		const day = certainDay(message.sentAt);
		let current = days.at(-1);
		if (!current || (day !== null && day !== current.day)) {
			const before = days.filter((each) => each.day === day).length;
			current = { day, key: `${day} ${before}`, runs: [] };
			days.push(current);
		}
		const run = current.runs.at(-1);
		const isAfterGap = message.gapBefore === true;
		if (run && !isAfterGap && isSameSender(run.messages[0], message)) run.messages.push(message);
		else {
			const before = messages[index - 1] ?? null;
			current.runs.push({ isAfterGap, before, messages: [message] });
		}
	}
	return days;
}

function isSameSender(a: ShownMessage, b: ShownMessage): boolean {
	const isPlain = a.kind !== 'system' && b.kind !== 'system';
	return isPlain && a.side === b.side && senderKey(a.sender) === senderKey(b.sender);
}
