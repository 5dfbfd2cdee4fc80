import type { Lifespan, Message } from '@/lib/model';
import { MovedOn } from '@/lib/store/moved-on';
import { packPages } from '@/lib/store/page-codec';
import { entryOf } from '@/lib/store/page-lists';
import type { PageSource, SearchedChat, Standing } from '@/lib/store/page-source';
import type { LostPage } from '@/lib/store/pages';
import type { Replaced } from '@/lib/store/tail';

interface MemoryChat extends SearchedChat {
	pages: { page: LostPage; bytes: Uint8Array<ArrayBuffer>; messages: readonly Message[] }[];
	recent: Map<string, Message>;
}

/** Pages as a store has them, in memory: what is put stands in tails until it is merged. */
export class MemoryPages implements PageSource {
	readonly reads: string[][] = [];
	/** Row keys of pages that do not open. */
	readonly damaged = new Set<string>();
	private readonly chats = new Map<string, MemoryChat>();
	private readonly listeners = new Set<() => void>();
	private commit = 0;
	private pageCount = 0;
	private readonly messagesAPage: number;

	constructor(messagesAPage = 4) {
		this.messagesAPage = messagesAPage;
	}

	put(chatKey: string, messages: readonly Message[], chat: Partial<SearchedChat> = {}): void {
		const known = this.chatOf(chatKey);
		Object.assign(known, chat);
		for (const message of messages) known.recent.set(message.key, message);
		this.committed();
	}

	/** Puts everything recent into new pages, without the older states. */
	merge(chatKey: string): void {
		const chat = this.chatOf(chatKey);
		const kept = chat.pages.flatMap(({ messages }) => messages);
		const all = [...kept.filter(({ key }) => !chat.recent.has(key)), ...chat.recent.values()];
		chat.recent = new Map();
		chat.pages = [];
		for (let at = 0; at < all.length; at += this.messagesAPage) {
			for (const { messages, bytes } of packPages(all.slice(at, at + this.messagesAPage))) {
				const entry = entryOf(`page-${this.pageCount++}`, 'eternal', messages, {
					lifespan: chat.lifespan,
				});
				chat.pages.push({ page: { chatKey, entry }, bytes, messages });
			}
		}
		this.committed();
	}

	remove(chatKey: string): void {
		this.chats.delete(chatKey);
		this.committed();
	}

	async standing(): Promise<Standing> {
		const { commit } = this;
		const pages = [...this.chats.values()].flatMap((chat) => chat.pages);
		const byKey = new Map(pages.map((one) => [one.page.entry.key, one]));
		return {
			commit: String(commit),
			pages: pages.map(({ page }) => page).sort((a, b) => b.entry.starts[1] - a.entry.starts[1]),
			chats: new Map(
				[...this.chats].map(([key, { title, lifespan }]) => [key, { title, lifespan }]),
			),
			recent: new Map([...this.chats].map(([key, { recent }]) => [key, new Map(recent)])),
			replaced: new Map([...this.chats].map(([key, chat]) => [key, replacedIn(key, chat)])),
			read: async (wanted) => {
				await new Promise((resolve) => setTimeout(resolve));
				this.reads.push(wanted.map(({ entry }) => entry.key));
				const now = new Set([...this.chats.values()].flatMap(({ pages: own }) => own));
				return wanted.map(({ entry }) => {
					const found = byKey.get(entry.key);
					if (!found || !now.has(found)) throw new MovedOn();
					return this.damaged.has(entry.key) ? null : found.bytes;
				});
			},
		};
	}

	watch(_known: string, listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	setTimer(chatKey: string, lifespan: Lifespan): void {
		this.chatOf(chatKey).lifespan = lifespan;
		this.committed();
	}

	private chatOf(chatKey: string): MemoryChat {
		const chat = this.chats.get(chatKey) ?? {
			title: `Title of ${chatKey}`,
			lifespan: 'off',
			pages: [],
			recent: new Map(),
		};
		this.chats.set(chatKey, chat);
		return chat;
	}

	private committed(): void {
		this.commit += 1;
		for (const listener of this.listeners) listener();
	}
}

function replacedIn(chatKey: string, { pages, recent }: MemoryChat): Map<string, Replaced> {
	const older = pages.flatMap(({ page, messages }) =>
		messages
			.filter(({ key }) => recent.has(key))
			.map(({ key }): [string, Replaced] => [
				key,
				{ chatKey, key, page: page.entry.key, start: 0 },
			]),
	);
	return new Map(older);
}
