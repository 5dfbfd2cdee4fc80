import type { Chat, ShownMessage } from '@/lib/model';
import type { Access } from './access';
import { timerOf } from './due';
import { newestFirst } from './inbox-view';
import { chatMessages, showMessages } from './shown';
import type { Snapshot } from './snapshot';
import { recordKeys } from './view';

/** Records opened at a time: one round trip to the database for many chats. */
const stepRecords = 256;

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

/** Chat keys in the order of the list, as many at a time as have about one step of records. */
function stepsOf({ dir, view }: Snapshot): string[][] {
	const steps: string[][] = [];
	let step: string[] = [];
	let size = 0;
	for (const { key } of newestFirst(dir.chats.values())) {
		const count = view.records.get(key)?.length ?? 0;
		if (count === 0) continue;
		step.push(key);
		size += count;
		if (size < stepRecords) continue;
		steps.push(step);
		step = [];
		size = 0;
	}
	return step.length > 0 ? [...steps, step] : steps;
}
