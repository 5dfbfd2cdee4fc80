import { previewId } from '@/lib/ids';
import { expiresAt, isExpired, isForgotten } from '@/lib/inbox/expiry';
import { forgottenChat } from '@/lib/inbox/gone-chats';
import { goneOnceRead, removalOf } from '@/lib/inbox/removed-messages';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import {
	addTombstones,
	buryLine,
	needsPreviewTombstone,
	needsTombstone,
	shortOf,
} from '@/lib/inbox/tombstones';
import {
	type Chat,
	firstTimer,
	type Message,
	type Network,
	type Preview,
	type Settings,
} from '@/lib/model';
import type { Batch, Expired, Hash } from '@/lib/store/store';

/** What the store must be like, as simply as it can be said: plain maps, no disk, no keys. */
export class PlainInbox {
	settings: Settings = { defaultTimer: firstTimer };
	chats = new Map<string, Chat>();
	previews = new Map<string, Preview>();
	messages = new Map<string, Map<string, Message>>();

	/** Those that are shown. */
	present(): Chat[] {
		return [...this.chats.values()].filter(({ isGone }) => !isGone);
	}

	/** Those that the list shows. */
	listed(now: number): Chat[] {
		return this.present().filter(
			(chat) =>
				this.live(chat.key, now).length > 0 ||
				this.livePreview(chat.key, now) !== null ||
				!isForgotten(chat, this.settings, now),
		);
	}

	put(batch: Batch): void {
		for (const key of batch.removedChats ?? []) this.remove(key);
		for (const chat of batch.chats ?? []) this.chats.set(chat.key, chat);
		if (batch.settings) this.settings = batch.settings;
		for (const { chatKey, preview } of batch.previews ?? []) {
			if (preview === null) this.previews.delete(chatKey);
			else if (this.chats.has(chatKey)) this.previews.set(chatKey, preview);
		}
		for (const { chatKey, messages } of batch.messages ?? []) {
			if (!this.chats.has(chatKey)) continue;
			const stored = this.messages.get(chatKey) ?? new Map<string, Message>();
			for (const message of messages) stored.set(message.key, message);
			this.messages.set(chatKey, stored);
		}
	}

	copy(): PlainInbox {
		const other = new PlainInbox();
		other.settings = this.settings;
		other.chats = new Map(this.chats);
		other.previews = new Map(this.previews);
		other.messages = new Map([...this.messages].map(([key, stored]) => [key, new Map(stored)]));
		return other;
	}

	removeNetwork(network: Network): void {
		for (const { key, network: own } of [...this.chats.values()])
			if (own === network) this.remove(key);
	}

	remove(chatKey: string): void {
		this.chats.delete(chatKey);
		this.previews.delete(chatKey);
		this.messages.delete(chatKey);
	}

	/** What a page may still show of what was removed is remembered, like what expired. */
	removeMessages(chatKey: string, keys: readonly string[], now: number): void {
		const chat = this.chats.get(chatKey);
		if (!chat) return;
		const stored = this.stored(chatKey);
		const removed = stored.filter(({ key }) => keys.includes(key));
		const marks = removed.map((message) => removalOf(stored, stored.indexOf(message), now));
		this.chats.set(chatKey, { ...chat, tombstones: addTombstones(chat.tombstones, marks) });
		for (const { key } of removed) this.messages.get(chatKey)?.delete(key);
	}

	/** Keys of the stored messages of a chat, oldest first. */
	stored(chatKey: string): Message[] {
		return [...(this.messages.get(chatKey)?.values() ?? [])].sort(
			(a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1),
		);
	}

	live(chatKey: string, now: number): Message[] {
		const { lifespan } = this.timer(chatKey);
		return this.stored(chatKey).filter((message) => !isExpired(message, lifespan, now));
	}

	livePreview(chatKey: string, now: number): Preview | null {
		const preview = this.previews.get(chatKey);
		return preview && !isExpired(preview, this.timer(chatKey).lifespan, now) ? preview : null;
	}

	nextExpiryAt(chatKey: string, now: number): number | null {
		const { lifespan } = this.timer(chatKey);
		const preview = this.livePreview(chatKey, now);
		const times = [...this.live(chatKey, now), ...(preview ? [preview] : [])]
			.map((copy) => expiresAt(copy, lifespan))
			.filter((at) => at !== null);
		return times.length > 0 ? Math.min(...times) : null;
	}

	async expire(now: number, hash: Hash): Promise<Expired> {
		const expired: Expired = { messages: 0, previews: 0, nextDueAt: null };
		for (const chatKey of this.chats.keys()) {
			await this.bury(chatKey, now, hash);
			const live = this.live(chatKey, now);
			expired.messages += this.stored(chatKey).length - live.length;
			this.messages.set(chatKey, new Map(live.map((message) => [message.key, message])));
			if (this.previews.has(chatKey) && !this.livePreview(chatKey, now)) {
				expired.previews += 1;
				this.previews.delete(chatKey);
			}
			const nextAt = this.nextExpiryAt(chatKey, now);
			if (nextAt !== null) expired.nextDueAt = Math.min(expired.nextDueAt ?? nextAt, nextAt);
		}
		for (const [chatKey, chat] of this.chats) {
			const isEmpty = this.stored(chatKey).length === 0 && !this.previews.has(chatKey);
			if (!isEmpty || !isForgotten(chat, this.settings, now)) continue;
			const shell = forgottenChat(chat);
			this.remove(chatKey);
			if (!chat.isGone && !isForgotten(shell, this.settings, now)) this.chats.set(chatKey, shell);
		}
		return expired;
	}

	/** What a page may still show of what is due is remembered, see lib/inbox/tombstones. */
	private async bury(chatKey: string, now: number, hash: Hash): Promise<void> {
		const chat = this.chats.get(chatKey);
		if (!chat) return;
		const stored = this.stored(chatKey);
		const marks = stored.flatMap((message) => {
			if (!this.isDue(chatKey, message, now)) return [];
			if (message.readAt !== undefined) return goneOnceRead(message, message.readAt);
			return needsTombstone(message.sentAt) ? shortOf(message.signature) : [];
		});
		let tombstones = addTombstones(chat.tombstones, marks);
		const preview = this.previews.get(chatKey);
		if (preview && !this.livePreview(chatKey, now)) {
			const signature = await hash(previewId(chatKey, preview.text));
			if (needsPreviewTombstone(preview)) tombstones = buryLine(tombstones, signature);
		}
		this.chats.set(chatKey, { ...chat, tombstones });
	}

	/** Messages whose clock, under the timers of now, has run out. */
	isDue(chatKey: string, message: Message, now: number): boolean {
		return isExpired(message, this.timer(chatKey).lifespan, now);
	}

	timer(chatKey: string) {
		return resolveTimer(this.chats.get(chatKey) ?? {}, this.settings);
	}
}
