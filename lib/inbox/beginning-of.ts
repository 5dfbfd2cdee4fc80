import { dayMs, type MessageReading } from '../model';

/** What was stored of a message may tell a less exact time than this reading: of its whole day. */
const slackMs = dayMs;

/**
 * From when on what is stored decides where the messages of a window belong. `undefined`
 * where only all of the chat does: a message without an id is known by how many like it there
 * are, and one without a time may be from any.
 */
export function beginningOf(
	window: readonly Pick<MessageReading, 'id' | 'sentAt'>[],
): number | undefined {
	let earliest = Number.POSITIVE_INFINITY;
	for (const { id, sentAt } of window) {
		const at = sentAt.from ?? sentAt.to;
		if (id === null || at === null) return undefined;
		earliest = Math.min(earliest, at);
	}
	return earliest === Number.POSITIVE_INFINITY ? undefined : earliest - slackMs;
}
