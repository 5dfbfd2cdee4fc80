import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Message, Preview, Settings, Timer } from '@/lib/model';
import type { Bucket } from './bucket';
import type { BucketEntry, ChatEntry, Dir } from './dir';
import type { Replaced, Tail } from './tail';
import type { View } from './view';

type ByChat<Value> = ReadonlyMap<string, ReadonlyMap<string, Value>>;

/** What stands in dir and view with all later commits laid over it. */
export interface State {
	settings: Settings;
	chats: ReadonlyMap<string, ChatEntry>;
	buckets: ReadonlyMap<Bucket, BucketEntry>;
	previews: ReadonlyMap<string, Preview>;
	/** By chat and message key: what is in no page yet, or in none in its latest state. */
	recent: ByChat<Message>;
	/** By chat and message key: the older states of those. */
	replaced: ByChat<Replaced>;
	/** Chats of which something must go before its time. */
	rotating: ReadonlySet<string>;
}

export function stateOf(dir: Dir, view: View, tails: readonly Tail[]): State {
	const chats = new Map(dir.chats);
	const buckets = new Map(dir.buckets);
	const previews = new Map(view.previews);
	const recent = new Map<string, Map<string, Message>>();
	const replaced = new Map<string, Map<string, Replaced>>();
	const rotating = new Set<string>();
	for (const tail of tails) {
		for (const entry of tail.chats) chats.set(entry.chat.key, entry);
		for (const [bucket, entry] of tail.buckets) buckets.set(bucket, entry);
		for (const chatKey of tail.removedPreviews) previews.delete(chatKey);
		for (const one of tail.replaced) within(replaced, one.chatKey).set(one.key, one);
		for (const chatKey of tail.rotating) rotating.add(chatKey);
		for (const { chatKey, preview, messages } of tail.bodies) {
			if (preview) previews.set(chatKey, preview);
			const known = messages.length > 0 && within(recent, chatKey);
			if (known) for (const message of messages) known.set(message.key, message);
		}
	}
	// Where a newer state could not be opened the older one stands.
	for (const [chatKey, older] of replaced)
		for (const key of older.keys()) if (!recent.get(chatKey)?.has(key)) older.delete(key);
	return { settings: dir.settings, chats, buckets, previews, recent, replaced, rotating };
}

export function timerOf(
	{ chats, settings }: Pick<State, 'chats' | 'settings'>,
	chatKey: string,
): Timer {
	return resolveTimer(chats.get(chatKey)?.chat ?? {}, settings).timer;
}

function within<Value>(
	byChat: Map<string, Map<string, Value>>,
	chatKey: string,
): Map<string, Value> {
	const known = byChat.get(chatKey) ?? new Map<string, Value>();
	byChat.set(chatKey, known);
	return known;
}
