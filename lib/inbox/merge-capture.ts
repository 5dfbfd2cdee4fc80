import { type Hash, previewId } from '../ids';
import type { Capture, Chat, Message, Preview, Settings } from '../model';
import { beginningOf } from './beginning-of';
import { type Changes, isSame, noChanges } from './changes';
import { resolveTimer } from './expiry';
import { identifyCapture } from './identify-capture';
import { identifyMessages, identifyStored, nameDrafts } from './identify-messages';
import { mergeChat } from './merge-chat';
import { mergePreview } from './merge-preview';
import { mergeThread, type ThreadFacts } from './merge-thread';
import { promoteChat } from './promote-chat';
import { type ChatTarget, resolveChats } from './resolve-chats';

/** What is stored, as far as a merge asks. */
export interface StoredInbox {
	hash: Hash;
	settings(): Promise<Settings>;
	chats(): Promise<Chat[]>;
	preview(chatKey: string): Promise<Preview | null>;
	/**
	 * What is stored of one chat by rank, also what is due but not yet removed. `since` may
	 * leave out what is older, but for some of it.
	 */
	messages(chatKey: string, since?: number): Promise<Message[]>;
}

export interface MergedCapture {
	changes: Changes;
	/** Rows and messages that belong to no one chat. */
	skippedRows: number;
}

/**
 * What a capture changes in the inbox. The same capture again changes nothing, whatever
 * happened in between; nothing is written here.
 */
export async function mergeCapture(
	capture: Capture,
	inbox: StoredInbox,
	now: number,
): Promise<MergedCapture> {
	const [identified, settings, chats] = await Promise.all([
		identifyCapture(capture, inbox.hash),
		inbox.settings(),
		inbox.chats(),
	]);
	const { targets, skippedRows } = resolveChats(identified, chats);
	const byKey = new Map(chats.map((chat) => [chat.key, chat]));
	const facts = { network: capture.network, account: identified.account, now };
	const parts = await Promise.all(
		targets.map((target) => mergeTarget(target, { ...facts, byKey, settings, inbox })),
	);
	const changes = noChanges();
	for (const part of parts) {
		changes.chats.push(...part.chats);
		changes.previews.push(...part.previews);
		changes.messages.push(...part.messages);
		changes.removedChats.push(...part.removedChats);
	}
	return { changes, skippedRows };
}

interface MergeFacts {
	network: Capture['network'];
	account: string;
	now: number;
	byKey: ReadonlyMap<string, Chat>;
	settings: Settings;
	inbox: StoredInbox;
}

async function mergeTarget(target: ChatTarget, facts: MergeFacts): Promise<Changes> {
	const { byKey, settings, inbox, now } = facts;
	const { key, row, thread } = target;
	const stored = byKey.get(key) ?? null;
	const provisional = (target.alias !== null && byKey.get(target.alias)) || null;
	const known = provisional ? promoteChat(provisional, stored, key) : stored;
	const { timer } = resolveTimer(known ?? {}, settings);
	const changes = noChanges();

	const storedPreview = await inbox.preview(key);
	const knownPreview = storedPreview ?? (provisional ? await inbox.preview(provisional.key) : null);
	const previewSignature = row?.preview ? await inbox.hash(previewId(key, row.preview)) : null;
	const { preview, isNewLine } =
		row && previewSignature !== null
			? mergePreview(knownPreview, row, { timer, chat: known, signature: previewSignature, now })
			: { preview: knownPreview, isNewLine: false };
	if (!isSame(preview, storedPreview)) changes.previews.push({ chatKey: key, preview });

	const chat = mergeChat(known, target, { ...facts, isNewLine, previewSignature });
	if (chat !== stored) changes.chats.push(chat);

	if (thread || provisional) {
		const messages = await mergeMessages(target, provisional, inbox, {
			timer,
			tombstones: known?.tombstones ?? [],
			now,
		});
		if (messages.length > 0) changes.messages.push({ chatKey: key, messages });
	}
	if (provisional) changes.removedChats.push(provisional.key);
	return changes;
}

/** New and changed messages of one chat; all of a provisional one's, where it is promoted. */
async function mergeMessages(
	{ key, thread }: ChatTarget,
	provisional: Chat | null,
	{ hash, messages }: StoredInbox,
	facts: ThreadFacts,
): Promise<Message[]> {
	const since = provisional ? undefined : beginningOf(thread?.messages ?? []);
	const stored = await messages(key, since);
	const moved = provisional ? await messages(provisional.key) : [];
	const movedDrafts = mergeThread(stored, await identifyStored(key, moved, hash), facts);
	const movedMessages = await nameDrafts(key, movedDrafts, stored, hash);
	const known = withChanges(stored, movedMessages);
	const window = await identifyMessages(key, thread?.messages ?? [], hash, facts.now);
	const drafts = mergeThread(known, window, facts);
	const read = await nameDrafts(key, drafts, known, hash);
	return withChanges(movedMessages, read);
}

/** Messages by rank after others replaced or joined them. */
function withChanges(messages: readonly Message[], changed: readonly Message[]): Message[] {
	const byKey = new Map(messages.map((message) => [message.key, message]));
	for (const message of changed) byKey.set(message.key, message);
	return [...byKey.values()].sort((a, b) => a.rank - b.rank);
}
