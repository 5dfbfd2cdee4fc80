import type { Chat, ShownMessage } from '@/lib/model';
import type { Access } from './access';
import { timerOf } from './due';
import { newestFirst } from './inbox-view';
import { chatMessages, showMessages } from './shown';
import type { Snapshot } from './snapshot';
import { recordKeys } from './view';

/** Records of the first step: soon there, so that the newest hits are too. */
const firstStep = 256;

/** Newest chats first, newest messages first within each; `false` from the visitor ends it. */
export async function scanMessages(
	access: Access,
	now: number,
	visit: (chat: Chat, message: ShownMessage) => boolean | undefined,
): Promise<void> {
	const { snapshot } = await access.load(() => []);
	for (const chatKeys of stepsOf(snapshot)) {
		const found = await access.load(({ view }) =>
			chatKeys.flatMap((chatKey) => recordKeys(view, chatKey)),
		);
		for (const chatKey of chatKeys) {
			const chat = found.snapshot.dir.chats.get(chatKey);
			if (!chat) continue;
			const messages = chatMessages(found.snapshot, found.opened, chatKey);
			const shown = showMessages(messages, timerOf(found.snapshot, chatKey), now);
			for (const message of shown.reverse()) if (visit({ ...chat }, message) === false) return;
		}
	}
}

/** Chat keys in the order of the list, in two steps: the newest chats, then all others. */
function stepsOf({ dir, view }: Snapshot): [string[], string[]] {
	const first: string[] = [];
	const rest: string[] = [];
	let size = 0;
	for (const { key } of newestFirst(dir.chats.values())) {
		(size < firstStep ? first : rest).push(key);
		size += recordKeys(view, key).length;
	}
	return [first, rest];
}
