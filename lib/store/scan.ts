import type { Chat, ShownMessage } from '@/lib/model';
import type { Access, Reading } from './access';
import { newestFirst } from './inbox-view';
import type { PageEntry } from './page-lists';
import { lifespanOf } from './state';
import { chatMessages, showMessages } from './thread';

/** Pages of the first step: soon there, so that the newest hits are too. */
const firstStep = 256;

/** Newest chats first, newest messages first within each; `false` from the visitor ends it. */
export async function scanMessages(
	access: Access,
	now: number,
	visit: (chat: Chat, message: ShownMessage) => boolean | undefined,
): Promise<void> {
	for (const chatKeys of await access.read(stepsOf)) {
		const chats = await access.read(async (reading) => {
			await openAll(reading, chatKeys);
			return Promise.all(
				chatKeys.map(async (chatKey) => ({
					chat: reading.snapshot.state.chats.get(chatKey)?.chat,
					messages: showMessages(
						await chatMessages(reading, chatKey),
						lifespanOf(reading.snapshot.state, chatKey),
						now,
					),
				})),
			);
		});
		for (const { chat, messages } of chats) {
			if (!chat) continue;
			for (const message of messages.reverse()) if (visit({ ...chat }, message) === false) return;
		}
	}
}

/** All pages of a step at once. */
async function openAll(reading: Reading, chatKeys: readonly string[]): Promise<void> {
	const lists = await reading.lists(chatKeys);
	await reading.open(
		[...lists].flatMap(([chatKey, entries]) =>
			entries.map((entry: PageEntry) => ({ chatKey, entry })),
		),
	);
}

/** Chat keys in the order of the list, in steps: the newest chats first, and soon. */
async function stepsOf(reading: Reading): Promise<string[][]> {
	const chats = [...reading.snapshot.state.chats.values()].map(({ chat }) => chat);
	const keys = newestFirst(chats).map(({ key }) => key);
	const lists = await reading.lists(keys);
	const steps: string[][] = [];
	let size = 0;
	let limit = firstStep;
	let step: string[] = [];
	for (const key of keys) {
		step.push(key);
		size += lists.get(key)?.length ?? 0;
		if (size < limit) continue;
		steps.push(step);
		step = [];
		size = 0;
		limit *= 2;
	}
	return step.length > 0 ? [...steps, step] : steps;
}
