import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { Lifespan, Message, Preview, Settings } from '@/lib/model';
import type { Bucket } from './bucket';
import type { BucketEntry, ChatEntry, Dir } from './dir';
import type { Mark } from './page-lists';
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
	/** By chat and message key: the older states of those, and of such that are effaced. */
	replaced: ByChat<Replaced>;
	/** By chat and message key: what the chat must remember of those that are effaced, if anything. */
	gone: ByChat<Mark | null>;
	/** By chat: the signature of a preview that is effaced, where it must be remembered. */
	gonePreviews: ReadonlyMap<string, string | null>;
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
	const gone = new Map<string, Map<string, Mark | null>>();
	const gonePreviews = new Map<string, string | null>();
	for (const tail of tails) {
		for (const entry of tail.chats) chats.set(entry.chat.key, entry);
		for (const [bucket, entry] of tail.buckets) buckets.set(bucket, entry);
		for (const chatKey of tail.removedPreviews) {
			previews.delete(chatKey);
			gonePreviews.delete(chatKey);
		}
		for (const one of tail.replaced) within(replaced, one.chatKey).set(one.key, one);
		for (const chatKey of tail.rotating) rotating.add(chatKey);
		for (const { chatKey, preview, messages } of tail.bodies) {
			if (preview) {
				previews.set(chatKey, preview);
				gonePreviews.delete(chatKey);
			}
			const known = messages.length > 0 && within(recent, chatKey);
			if (known) for (const message of messages) known.set(message.key, message);
			for (const { key } of messages) gone.get(chatKey)?.delete(key);
		}
		// What went with its time does not come back as what stood there before it.
		for (const { chatKey, marks, older, preview } of tail.effaced ?? []) {
			if (preview) {
				previews.delete(chatKey);
				gonePreviews.set(chatKey, preview.signature);
			}
			for (const key of older) {
				recent.get(chatKey)?.delete(key);
				within(gone, chatKey).set(key, null);
			}
			for (const mark of marks) within(gone, chatKey).set(mark[1], mark);
		}
	}
	// Where a newer state is damaged the older one stands.
	for (const [chatKey, older] of replaced)
		for (const key of older.keys()) {
			const isNewer = recent.get(chatKey)?.has(key) || gone.get(chatKey)?.has(key);
			if (!isNewer) older.delete(key);
		}
	return {
		settings: dir.settings,
		chats,
		buckets,
		previews,
		recent,
		replaced,
		gone,
		gonePreviews,
		rotating,
	};
}

export function lifespanOf(
	{ chats, settings }: Pick<State, 'chats' | 'settings'>,
	chatKey: string,
): Lifespan {
	return resolveTimer(chats.get(chatKey)?.chat ?? {}, settings).lifespan;
}

function within<Value>(
	byChat: Map<string, Map<string, Value>>,
	chatKey: string,
): Map<string, Value> {
	const known = byChat.get(chatKey) ?? new Map<string, Value>();
	byChat.set(chatKey, known);
	return known;
}
