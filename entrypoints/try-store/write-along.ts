import { sendCommand } from '@/lib/messaging/send-command';
import { hourMs, weekMs } from '@/lib/model';
import { openStore } from '@/lib/store/open-store';
import { momentAt, sampleChat, sampleMessage } from '../../test/store/samples';

/** A chat into which every writer writes, and one for each step of the background. */
const shared = 'shared';
const retimedBy = (n: number): string => `retimed-${n}`;

/** The product's own store, with the chats into which all write. */
export async function beginAlong(count: number): Promise<void> {
	const keys = [shared, ...Array.from({ length: count }, (_, n) => retimedBy(n))];
	const lastActivity = momentAt(Date.now() - hourMs);
	await (await openStore()).put({
		chats: keys.map((key) => sampleChat(key, { timer: 'off', lastActivity, seenAt: Date.now() })),
	});
}

/** One message after the other, as a page's own changes come; each is there once it is told. */
export async function writeAlong(writer: string, count: number): Promise<void> {
	const store = await openStore();
	for (let n = 0; n < count; n += 1) {
		const message = sampleMessage(`${writer}-${n}`, n);
		await store.put({ messages: [{ chatKey: shared, messages: [message] }] });
		if (n % 10 === 9) await store.merge();
	}
}

/** Has the background write: one timer for each chat. Resolves with how many it says are set. */
export async function retimeAlong(count: number): Promise<number> {
	let set = 0;
	for (let n = 0; n < count; n += 1) {
		const command = { command: 'set-chat-timer', chatKey: retimedBy(n), timer: weekMs } as const;
		if ((await sendCommand(command)).done) set += 1;
	}
	return set;
}

/** What a page finds that opens the store later. */
export async function readAlong(): Promise<{ messages: string[]; retimed: number }> {
	const store = await openStore();
	const chats = await store.chats();
	return {
		messages: (await store.messages(shared)).map(({ key }) => key),
		retimed: chats.filter(({ timer }) => timer === weekMs).length,
	};
}
