import 'fake-indexeddb/auto';
import type { Changes } from '@/lib/inbox/changes';
import { isEmpty } from '@/lib/inbox/changes';
import { mergeCapture } from '@/lib/inbox/merge-capture';
import type { Capture, Chat, ChatReading, Message, MessageReading, Network } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import { chatReading, messageReading } from '../networks/readings';
import { newDatabaseName } from '../store/samples';
import { openTestStore } from '../store/test-store';

/** What a page shows at one moment, with only what matters to a test. */
export interface Page {
	account?: string | null;
	/** The order of day and month, where the page has proven it. */
	dateOrder?: Capture['dateOrder'];
	chats?: Partial<ChatReading>[];
	/** Messages of the open chat; strings are texts without an id, as on Instagram. */
	thread?: (Partial<MessageReading> | string)[];
	chatId?: string | null;
	otherIds?: string[];
	joined?: boolean;
	provisionalId?: string | null;
	title?: string | null;
	at?: number;
}

/** The real store and the merge in front of it: what a page shows goes in, the inbox comes out. */
export class TestInbox {
	readonly store: Store;
	readonly network: Network;

	constructor(store: Store, network: Network) {
		this.store = store;
		this.network = network;
	}

	/** Reads a page and returns what that changed. */
	async read(page: Page): Promise<Changes> {
		const at = page.at ?? now;
		const { changes } = await mergeCapture(captureOf(page, this.network), this.store, at);
		if (!isEmpty(changes)) await this.store.put(changes);
		return changes;
	}

	async chat(title: string): Promise<Chat> {
		const found = (await this.store.chats()).filter((chat) => chat.title === title);
		const [chat] = found;
		if (!chat || found.length > 1) throw new Error(`${found.length} chats are called ${title}`);
		return chat;
	}

	async titles(): Promise<string[]> {
		return (await this.store.chats()).map(({ title }) => title).sort();
	}

	async messages(title: string): Promise<Message[]> {
		return this.store.messages((await this.chat(title)).key);
	}

	async texts(title: string): Promise<(string | null)[]> {
		return (await this.messages(title)).map(({ text }) => text);
	}

	async preview(title: string): Promise<string | null> {
		return (await this.store.preview((await this.chat(title)).key))?.text ?? null;
	}
}

/** Some Tuesday. */
export const now = Date.UTC(2026, 10, 24, 12);

export async function openInbox(network: Network = 'whatsapp'): Promise<TestInbox> {
	return new TestInbox(await openTestStore(newDatabaseName()), network);
}

export function captureOf(page: Page, network: Network): Capture {
	const {
		account = 'me',
		dateOrder,
		chats = [],
		thread,
		chatId = 'chat-1',
		provisionalId = null,
		otherIds,
		joined,
	} = page;
	return {
		network,
		account,
		readAt: page.at ?? now,
		...(dateOrder && { dateOrder }),
		chats: chats.map(chatReading),
		thread: thread
			? {
					chatId,
					provisionalId,
					...(otherIds && { otherIds }),
					...(joined && { joined }),
					title: page.title ?? 'Ada Brandt',
					messages: thread.map((message) =>
						messageReading(typeof message === 'string' ? { id: null, text: message } : message),
					),
				}
			: null,
	};
}
