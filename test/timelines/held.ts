import { createHash } from 'node:crypto';
import { countUnreadChats } from '@/lib/inbox/filter';
import { isMessageFound, parseQuery } from '@/lib/inbox/search';
import { showMessage } from '@/lib/inbox/show-message';
import { type Capture, type ChatRow, dayMs, type ShownMessage } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import { PlainInbox } from '../store/plain-inbox';

/** What every message says. */
export const commonWord = 'words';

/** All that can be read of an inbox: list, chats, search, count, badge. */
export interface Seen {
	rows: ChatRow[];
	/** By chat title, oldest first. */
	chats: Map<string, ShownMessage[]>;
	/** Texts of what a search finds, in some order, and how many it counts. */
	found: (string | null)[];
	count: number;
	badge: number;
}

/** An inbox that is lived with: what the background does it with, and what becomes of it. */
export interface Held {
	store: Store;
	look(now: number): Promise<Seen>;
	lock(): Promise<void>;
	unlock(): Promise<void>;
	restart(): Promise<void>;
	/** What a page shows while it is locked. */
	keep(capture: Capture, at: number): Promise<void>;
	/** Makes unreadable what can be while it is locked. */
	effaceLocked(now: number, lifeMs: number): Promise<void>;
	/** Hands out what was kept, in order. */
	takeKept(take: (capture: Capture, at: number) => Promise<void>): Promise<void>;
	close(): Promise<void>;
}

/** On plain maps: no disk, no keys. */
export function holdPlainly(): Held {
	const inbox = new PlainInbox();
	const hash = async (identity: string): Promise<string> =>
		createHash('sha256').update(identity).digest('base64url').slice(0, 22);
	const stored = {
		hash,
		settings: async () => inbox.settings,
		chats: async () => inbox.present(),
		goneChats: async () => [...inbox.chats.values()].filter(({ isGone }) => isGone),
		preview: async (chatKey: string) => inbox.previews.get(chatKey) ?? null,
		messages: async (chatKey: string) => inbox.stored(chatKey),
	};
	const store = {
		...stored,
		async update(job: Parameters<Store['update']>[0]) {
			inbox.put((await job(stored)) ?? {});
		},
		put: async (batch: Parameters<Store['put']>[0]) => inbox.put(batch),
		expire: (now: number) => inbox.expire(now, hash),
		removeMessages: async (chatKey: string, keys: readonly string[], now: number) =>
			inbox.removeMessages(chatKey, keys, now),
		merge: async () => {},
	} as unknown as Store;
	let kept: { capture: Capture; at: number }[] = [];

	return {
		store,
		async look(now) {
			const rows = inbox.listed(now).map((chat): ChatRow => {
				const { timer, timerFrom } = inbox.timer(chat.key);
				return {
					chat,
					preview: inbox.livePreview(chat.key, now),
					timer,
					timerFrom,
					nextExpiryAt: inbox.nextExpiryAt(chat.key, now),
					messageCount: inbox.live(chat.key, now).length,
				};
			});
			const chats = new Map(
				rows.map(({ chat }) => [
					chat.title,
					inbox
						.live(chat.key, now)
						.map((message) => showMessage(message, inbox.timer(chat.key).lifespan, now)),
				]),
			);
			const words = parseQuery(commonWord);
			const found = [...chats].flatMap(([title, messages]) =>
				messages.filter((message) => isMessageFound(words, { title }, message)),
			);
			return {
				rows,
				chats,
				found: found.map(({ text }) => text),
				count: found.length,
				badge: countUnreadChats(rows, now),
			};
		},
		async lock() {},
		async unlock() {},
		async restart() {},
		async keep(capture, at) {
			kept.push({ capture: structuredClone(capture), at });
		},
		async effaceLocked(now, lifeMs) {
			kept = kept.filter(({ at }) => !isLost(at, lifeMs, now));
		},
		async takeKept(take) {
			for (const { capture, at } of kept.splice(0)) await take(capture, at);
		},
		async close() {},
	};
}

/** Whether what was kept while it was locked had to go unread, with all of its day. */
export function isLost(at: number, lifeMs: number, now: number): boolean {
	return (Math.floor(at / dayMs) + 1) * dayMs + lifeMs <= now;
}
