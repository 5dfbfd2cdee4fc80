import { type Hash, previewId } from '../ids';
import {
	type Capture,
	type Chat,
	type ChatReading,
	dayMs,
	type Message,
	type Preview,
	type Settings,
} from '../model';
import { beginningOf } from './beginning-of';
import { type Changes, isSame, noChanges } from './changes';
import { earliest } from './earliest';
import { findUnkept } from './find-unkept';
import { stillGone, withoutGone } from './gone-chats';
import { identifyCapture } from './identify-capture';
import {
	identifyMessages,
	identifyStored,
	nameDrafts,
	type ReadMessage,
} from './identify-messages';
import { isLineOf } from './is-line-of';
import { firstQuoteOf, matchQuotes } from './match-quotes';
import { mergeChat, withTimersOf } from './merge-chat';
import { type MergedPreview, mergePreview } from './merge-preview';
import { mergeThread, type ThreadFacts } from './merge-thread';
import { promoteChat } from './promote-chat';
import { withOpenRow, withThreadRead } from './read-to';
import { findRemoved } from './removed-messages';
import { renewTombstones } from './renew-tombstones';
import { type ChatTarget, resolveChats } from './resolve-chats';
import { resolveTimer } from './resolve-timer';
import { ageTombstones, buryLine, markOfPreview, shortOf } from './tombstones';

/** What is stored, as far as a merge asks. */
export interface StoredInbox {
	hash: Hash;
	settings(): Promise<Settings>;
	chats(): Promise<Chat[]>;
	/** What is left of chats that went. */
	goneChats(): Promise<Chat[]>;
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
	/** Names of messages that were shown and are past their time, see `findUnkept`. */
	unkept: ReadonlySet<string>;
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
	const [identified, settings, present, gone] = await Promise.all([
		identifyCapture(capture, inbox.hash),
		inbox.settings(),
		inbox.chats(),
		inbox.goneChats(),
	]);
	const chats = [...present, ...gone];
	const { targets, skippedRows } = resolveChats(identified, chats);
	const byKey = new Map(chats.map((chat) => [chat.key, chat]));
	const unkept = new Set<string>();
	const facts = {
		network: capture.network,
		account: identified.account,
		isAccountProven: identified.takenFor !== null,
		now,
		isOrderSettled: capture.dateOrder !== undefined,
		unkept,
	};
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
	return { changes, skippedRows, unkept };
}

interface MergeFacts {
	network: Capture['network'];
	account: string;
	isAccountProven: boolean;
	now: number;
	isOrderSettled: boolean;
	byKey: ReadonlyMap<string, Chat>;
	settings: Settings;
	inbox: StoredInbox;
	/** Filled by what is not kept. */
	unkept: Set<string>;
}

async function mergeTarget(target: ChatTarget, facts: MergeFacts): Promise<Changes> {
	const { byKey, settings, inbox, now, isOrderSettled } = facts;
	const { key, row, thread } = target;
	const stored = byKey.get(key) ?? null;
	const absorbed = [target.alias, ...target.otherKeys].flatMap((other) => {
		const chat = other === null || other === key ? undefined : byKey.get(other);
		return chat ? [chat] : [];
	});
	const promoted = absorbed.reduce<Chat | null>(
		(chat, other) => promoteChat(other, chat, key),
		stored,
	);
	const known = promoted && (await renewTombstones(promoted, target, inbox.hash));
	const told = known && withTimersOf(known, row, { settings, now });
	const timed = known ? { ...known, ...told } : { network: facts.network, ...ownTimer(row) };
	const { lifespan } = resolveTimer(timed, settings);
	const through = told ?? {};
	const deletedThrough = known?.deletedThrough ?? null;
	const changes = noChanges();

	const storedPreview = await inbox.preview(key);
	const knownPreview = storedPreview ?? (await firstPreview(absorbed, inbox));
	const previewSignature = row?.preview ? await inbox.hash(previewId(key, row.preview)) : null;
	const readLine = (isSaid: boolean): MergedPreview =>
		row && previewSignature !== null
			? mergePreview(knownPreview, row, {
					lifespan,
					through,
					deletedThrough,
					chat: known,
					signature: previewSignature,
					isSaid,
					now,
					isOrderSettled,
				})
			: { preview: knownPreview, isNewLine: false, isBuried: false };
	const { isNewLine, isBuried, ...line } = readLine(false);

	let chat = mergeChat(known, target, { ...facts, isNewLine, previewSignature });
	if (row?.open && row.unread === 0) chat = withOpenRow(chat);
	const isLineShown = (mark: string) =>
		previewSignature !== null && mark === markOfPreview(previewSignature);
	let isShown = isLineShown;
	let last: Message | undefined;
	let lastRemoved: string | null = null;
	if (thread || absorbed.length > 0) {
		const merged = await mergeMessages(target, absorbed, chat, inbox, {
			lifespan,
			through,
			deletedThrough,
			tombstones: known?.tombstones ?? [],
			now,
			isOrderSettled,
		});
		const { changed, newest, marks } = merged;
		last = newest;
		lastRemoved = merged.lastRemoved;
		const quotesFrom = earliest(
			...[chat, ...absorbed].map((each) => each.quotesFrom),
			firstQuoteOf(changed),
		);
		if (quotesFrom !== chat.quotesFrom) chat = { ...chat, quotesFrom };
		for (const name of merged.unkept) facts.unkept.add(name);
		if (changed.length > 0) changes.messages.push({ chatKey: key, messages: changed });
		const times = {
			shown: thread?.messages.at(-1)?.sentAt,
			newest: newest?.sentAt,
			listed: chat.lastActivity,
		};
		chat = withThreadRead(chat, times, isOrderSettled);
		isShown = (mark) => isLineShown(mark) || marks.has(mark);
	} else if (isBuried) last = (await inbox.messages(key, now - dayMs)).at(-1);
	// The same words, but of a message that is there.
	const says = (text: string | null = null): boolean => isLineOf(row?.preview ?? '', text);
	const isSaid = isBuried && says(last?.text);
	// Other words, but of a message that was deleted here and edited there since.
	const isOfRemoved = line.preview !== null && says(lastRemoved) && !says(last?.text);
	const { preview } = isSaid ? readLine(true) : isOfRemoved ? { preview: null } : line;
	if (isOfRemoved && previewSignature !== null)
		chat = { ...chat, tombstones: buryLine(chat.tombstones, previewSignature) };
	if (!isSame(preview, storedPreview)) changes.previews.push({ chatKey: key, preview });
	if (known?.isGone) chat = afterGone(known, chat, changes, now);
	const tombstones = ageTombstones(chat.tombstones, isShown, now);
	if (tombstones !== chat.tombstones) chat = { ...chat, tombstones };
	// All that is stored of a chat was sent until then, see `forgottenChat`.
	const isAnyStored = changes.messages.length > 0 || changes.previews.length > 0;
	if (isAnyStored && chat.seenAt < now) chat = { ...chat, seenAt: now };
	if (chat !== stored) changes.chats.push(chat);
	for (const other of absorbed) changes.removedChats.push(other.key);
	return changes;
}

/** What was deleted is back only with something new; what was forgotten with its page. */
function afterGone(known: Chat, chat: Chat, { previews, messages }: Changes, now: number): Chat {
	const isBack =
		known.deletedThrough === undefined ||
		messages.length > 0 ||
		previews.some(({ preview }) => preview !== null);
	return isBack ? withoutGone(chat) : stillGone(known, chat, now);
}

function ownTimer(row: ChatReading | null): { networkTimerMs?: number } {
	return row?.networkTimerMs ? { networkTimerMs: row.networkTimerMs } : {};
}

async function firstPreview(
	chats: readonly Chat[],
	inbox: Pick<StoredInbox, 'preview'>,
): Promise<Preview | null> {
	for (const { key } of chats) {
		const preview = await inbox.preview(key);
		if (preview) return preview;
	}
	return null;
}

interface MergedMessages {
	changed: Message[];
	newest: Message | undefined;
	marks: ReadonlySet<string>;
	unkept: string[];
	/** The text of the last message shown, where it was deleted here. */
	lastRemoved: string | null;
}

/** New and changed messages of one chat; all of those that it takes in. */
async function mergeMessages(
	{ key, thread }: ChatTarget,
	absorbed: readonly Chat[],
	{ otherKeys = [] }: Chat,
	{ hash, messages }: StoredInbox,
	facts: ThreadFacts,
): Promise<MergedMessages> {
	const { lifespan, through, deletedThrough = null, now, isOrderSettled } = facts;
	const since = absorbed.length > 0 ? undefined : beginningOf(thread?.messages ?? []);
	let known: readonly Message[] = await messages(key, since);
	let changed: readonly Message[] = [];
	const merge = async (
		window: readonly ReadMessage[],
		tombstones: ThreadFacts['tombstones'],
		read: Pick<ThreadFacts, 'deletedThrough' | 'joined' | 'isOrderSettled'> = {},
	): Promise<void> => {
		const merged = mergeThread(known, window, {
			lifespan,
			through,
			now,
			tombstones,
			...read,
		});
		const drafts = await nameDrafts(key, merged, known, hash);
		known = withChanges(known, drafts);
		changed = withChanges(changed, drafts);
	};
	for (const other of absorbed) {
		// What is stored is alive, also where it equals what expired.
		await merge(await identifyStored(key, await messages(other.key), hash), []);
	}
	const names = { key, otherKeys, stored: new Set(known.map((message) => message.key)) };
	const window = await identifyMessages(names, thread?.messages ?? [], hash, now);
	const joined = thread?.joined === true;
	await merge(window, facts.tombstones, { deletedThrough, joined, isOrderSettled });
	const quotes = matchQuotes(known, window);
	known = withChanges(known, quotes);
	changed = withChanges(changed, quotes);
	const removed = findRemoved(window, facts.tombstones);
	const unkept = findUnkept(window, known, (index) => removed[index] != null);
	const removedMarks = removed.filter((mark) => mark !== null);
	const marks = new Set([...removedMarks, ...window.map(({ signature }) => shortOf(signature))]);
	const lastRemoved = removed.at(-1) == null ? null : (window.at(-1)?.reading.text ?? null);
	return { changed: [...changed], newest: known.at(-1), marks, unkept, lastRemoved };
}

/** Messages by rank after others replaced or joined them. */
function withChanges(messages: readonly Message[], changed: readonly Message[]): Message[] {
	const byKey = new Map(messages.map((message) => [message.key, message]));
	for (const message of changed) byKey.set(message.key, message);
	return [...byKey.values()].sort((a, b) => a.rank - b.rank);
}
