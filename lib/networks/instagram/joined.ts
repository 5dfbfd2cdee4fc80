import type { PageMemory } from './memory';

/** Between two readings that must agree: a page that is being redrawn is done by then. */
export const joinedRereadMs = 1_500;

/** One sound reading of a chat. */
export interface SoundLook {
	chatId: string;
	/** Kind and text of each message, in the order shown. */
	looks: readonly string[];
	/** Whether something between the first and the last message is not drawn. */
	hasHoles: boolean;
	now: number;
}

/**
 * Whether two readings saw the same messages one after the other, with nothing undrawn
 * between. Instagram draws nothing in the place of an unsent message (2026): that its
 * neighbours are joined is all the evidence there is. `null`: ask again later.
 */
export function isJoined(
	{ chatId, looks, hasHoles, now }: SoundLook,
	memory: PageMemory,
): boolean | null {
	if (hasHoles) {
		memory.whole = null;
		return false;
	}
	const look = looks.join('\n');
	const known = memory.whole;
	if (known === null || known.chatId !== chatId || known.look !== look) {
		memory.whole = { chatId, look, since: now };
		return null;
	}
	return now - known.since >= joinedRereadMs / 2 ? true : null;
}
