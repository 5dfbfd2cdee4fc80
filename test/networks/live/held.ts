import 'fake-indexeddb/auto';
import { expect } from 'vitest';
import type { Changes } from '@/lib/inbox/changes';
import { isEmpty } from '@/lib/inbox/changes';
import { isExpired } from '@/lib/inbox/expiry';
import { mergeCapture, type StoredInbox } from '@/lib/inbox/merge-capture';
import { parseCapture } from '@/lib/inbox/parse-capture';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Chat, Message, Network, RawCapture, Reading } from '@/lib/model';
import { createNewsDesk } from '@/lib/networks/news';
import { splitReading } from '@/lib/networks/split-reading';
import { openStore } from '@/lib/store/open-store';
import type { Batch } from '@/lib/store/store';
import { PlainInbox } from '../../store/plain-inbox';
import { newDatabaseName } from '../../store/samples';

interface Keeper extends StoredInbox {
	put(batch: Batch): void | Promise<void>;
}

/** An inbox that readings go into, by the same way as in the browser. */
export class HeldInbox {
	readonly #keeper: Keeper;
	readonly #network: Network;
	#takeNews = createNewsDesk();

	private constructor(keeper: Keeper, network: Network) {
		this.#keeper = keeper;
		this.#network = network;
	}

	static async open(network: Network, isStored: boolean): Promise<HeldInbox> {
		const keeper = isStored ? await openStore({ databaseName: newDatabaseName() }) : plainKeeper();
		return new HeldInbox(keeper, network);
	}

	/** A page that was loaded anew has sent nothing yet. */
	forgetNews(): void {
		this.#takeNews = createNewsDesk();
	}

	/** What of a reading is new goes in, as the loop that watches a page sends it. */
	async take(reading: Reading, now: number): Promise<void> {
		const news = this.#takeNews(reading);
		await this.#merge(splitReading({ ...reading, thread: news.thread }, news.chats, now), now);
		news.settle();
	}

	/** The whole of a reading again: returns what that changed. */
	async takeAgain(reading: Reading, now: number): Promise<Changes[]> {
		return this.#merge(splitReading(reading, reading.chats, now), now);
	}

	async #merge(captures: readonly RawCapture[], now: number): Promise<Changes[]> {
		const changed: Changes[] = [];
		for (const raw of captures) {
			const sent: unknown = JSON.parse(JSON.stringify(raw));
			const { capture, refusal, droppedRows } = parseCapture(sent, this.#network, now);
			expect({ refusal, droppedRows }).toEqual({ refusal: null, droppedRows: 0 });
			if (!capture) continue;
			const { changes } = await mergeCapture(capture, this.#keeper, now);
			if (isEmpty(changes)) continue;
			await this.#keeper.put(changes);
			changed.push(changes);
		}
		return changed;
	}

	chats(): Promise<Chat[]> {
		return this.#keeper.chats();
	}

	async preview(chat: Chat): Promise<string | null> {
		return (await this.#keeper.preview(chat.key))?.text ?? null;
	}

	/** What is shown of a chat, oldest first. */
	async messages(chat: Chat, now: number): Promise<Message[]> {
		const { lifespan } = resolveTimer(chat, await this.#keeper.settings());
		const messages = await this.#keeper.messages(chat.key);
		return messages.filter((message) => !isExpired(message, lifespan, now));
	}
}

/** Identities as they are: two that differ stay different, and a failure can be read. */
function plainKeeper(): Keeper {
	const inbox = new PlainInbox();
	return {
		hash: async (identity) => identity,
		settings: async () => inbox.settings,
		chats: async () => inbox.present(),
		goneChats: async () => [],
		preview: async (chatKey) => inbox.previews.get(chatKey) ?? null,
		messages: async (chatKey) => inbox.stored(chatKey),
		put: (batch) => inbox.put(batch),
	};
}
