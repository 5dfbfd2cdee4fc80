/**
 * The nouns of Stube. Schemas stand at every border (what a page sends, what a
 * store returns); types are inferred from them. Times are epoch milliseconds in
 * names ending in `At`, durations milliseconds in names ending in `Ms`.
 */
import * as v from 'valibot';
import { captureLimits, maxTextLength } from './limits';

export const networks = ['whatsapp', 'messenger', 'instagram'] as const;
export type Network = (typeof networks)[number];

const nullable = v.nullable;
const shortText = v.pipe(v.string(), v.maxLength(2_000));
const nativeId = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
/** More forms of one id than any network has are a page's invention. */
const otherIds = v.pipe(v.array(nativeId), v.maxLength(4));
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/**
 * When something happened, as far as a page tells. `from` and `to` bound it,
 * both inclusive, `null` where that side is open.
 * exact: to the millisecond · minute, day: that whole local minute or day ·
 * interval: any other bounds, one of which may be open · unknown: both open.
 */
export const momentSchema = v.object({
	from: nullable(time),
	to: nullable(time),
	precision: v.picklist(['exact', 'minute', 'day', 'interval', 'unknown']),
});
export type Moment = v.InferOutput<typeof momentSchema>;

export const sides = ['mine', 'theirs', 'unknown'] as const;
export type Side = (typeof sides)[number];

export const messageKinds = [
	'text',
	'photo',
	'video',
	'voice',
	'sticker',
	'file',
	'share',
	'call',
	'system',
	'deleted',
	'unsupported',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** `0` read · a count · `true` unread without a count · `null` cannot be told. */
export const unreadSchema = nullable(
	v.union([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), v.literal(true)]),
);
export type Unread = v.InferOutput<typeof unreadSchema>;

/** One chat as its network's list shows it. */
export const chatReadingSchema = v.object({
	/** The network's own id (JID, thread digits), `null` where it is ambiguous or not shown. */
	id: nullable(nativeId),
	/**
	 * Names the row while `id` is null, stable over readings (Instagram: avatar file
	 * names + title). Also given beside `id` when this reading proves that both are
	 * one chat: the stored provisional chat is then promoted.
	 */
	provisionalId: nullable(nativeId),
	/** Further ids that this reading proves to be the same chat (WhatsApp: the private form). */
	otherIds: v.optional(otherIds),
	title: shortText,
	preview: nullable(shortText),
	previewSide: v.picklist(sides),
	previewSender: nullable(shortText),
	unread: unreadSchema,
	muted: nullable(v.boolean()),
	pinned: nullable(v.boolean()),
	archived: nullable(v.boolean()),
	group: nullable(v.boolean()),
	open: v.boolean(),
	lastActivity: momentSchema,
	/** The network's own disappearing timer, where the page tells. */
	networkTimerMs: nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type ChatReading = v.InferOutput<typeof chatReadingSchema>;

/** One message of the open chat, in the order shown, oldest first. */
export const messageReadingSchema = v.object({
	/** The network's own id, `null` where the page has none (Instagram). */
	id: nullable(nativeId),
	side: v.picklist(sides),
	sender: nullable(shortText),
	kind: v.picklist(messageKinds),
	text: nullable(v.pipe(v.string(), v.maxLength(maxTextLength))),
	truncated: v.boolean(),
	quote: nullable(v.pipe(v.string(), v.maxLength(maxTextLength))),
	sentAt: momentSchema,
	edited: v.boolean(),
	deleted: v.boolean(),
	reactions: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(50)),
	/** Its page shows it as a reply to a story. */
	toStory: v.optional(v.boolean()),
});
export type MessageReading = v.InferOutput<typeof messageReadingSchema>;

export const readerStates = [
	'loading',
	'signed-out',
	'history-locked',
	'covered',
	'reading',
	'hidden',
	'degraded',
	'layout-changed',
	'dormant',
	'unknown-page',
] as const;
export type ReaderState = (typeof readerStates)[number];

/** Which comes first in an account's numeric dates, day or month. */
export const dateOrders = ['dmy', 'mdy'] as const;
export type SettledOrder = (typeof dateOrders)[number];

/** What an adapter found in one pass over its page. */
export interface Reading {
	network: Network;
	state: ReaderState;
	/** Which selector layer gave the chats and the messages, for diagnostics. */
	layers: { chats: string | null; messages: string | null };
	/** The signed-in account as the page names it; hashed before it is stored. */
	account: string | null;
	chats: ChatReading[];
	thread: ThreadReading | null;
	/** The order its numeric dates were read in, where that is proven; absent where it was guessed. */
	dateOrder?: SettledOrder;
	/** Short machine words (`row-without-title`), never page text. */
	problems: string[];
	/** The page will tell more without changing visibly (its database lags): look again after this. */
	rereadAfterMs?: number;
}

export interface ThreadReading {
	chatId: string | null;
	/** As in `ChatReading`, for a thread whose id is not known. */
	provisionalId: string | null;
	otherIds?: string[] | undefined;
	/**
	 * Two sound readings saw these messages one after the other, with nothing undrawn
	 * between: what is stored between two of them is there no more.
	 */
	joined?: boolean | undefined;
	title: string | null;
	messages: MessageReading[];
}

/** What one message from a reader carries: a part of a reading. */
export const captureSchema = v.object({
	account: nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(400))),
	/** Reader's clock when the page was read. */
	readAt: time,
	/** As in `Reading`. */
	dateOrder: v.optional(v.picklist(dateOrders)),
	/** Items are `unknown` here: a bad one is dropped alone, see `parseCapture`. */
	chats: v.pipe(v.array(v.unknown()), v.maxLength(captureLimits.items)),
	thread: nullable(
		v.object({
			chatId: nullable(nativeId),
			provisionalId: nullable(nativeId),
			otherIds: v.optional(otherIds),
			joined: v.optional(v.boolean()),
			title: nullable(shortText),
			messages: v.pipe(v.array(v.unknown()), v.maxLength(captureLimits.items)),
		}),
	),
});
export type RawCapture = v.InferOutput<typeof captureSchema>;

/** A capture after every item was checked. */
export interface Capture {
	network: Network;
	account: string | null;
	/** For whose the page was taken before it told: what is stored of that is the account's. */
	takenFor?: string | null | undefined;
	readAt: number;
	dateOrder?: SettledOrder | undefined;
	chats: ChatReading[];
	thread: ThreadReading | null;
}

/** Whose timer applies to a chat; `theirs` is the network's own disappearing timer. */
export type TimerFrom = 'chat' | 'network' | 'default' | 'theirs';

/** How long Stube's copy lives: milliseconds after sending, or `off` (kept). */
export const timerSchema = v.union([
	v.literal('off'),
	v.pipe(v.number(), v.integer(), v.minValue(60_000), v.maxValue(10 * 366 * 86_400_000)),
]);
export type Timer = v.InferOutput<typeof timerSchema>;

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const weekMs = 7 * dayMs;
/** Timers offered by name; any other is "custom". */
export const timerPresets: readonly Timer[] = [
	'off',
	hourMs / 2,
	hourMs,
	8 * hourMs,
	dayMs,
	weekMs,
	4 * weekMs,
	90 * dayMs,
];
export const firstTimer: Timer = 4 * weekMs;

/** From when a chat's clocks run: from sending, or from first reading here. */
export const clocks = ['sent', 'read'] as const;
export type Clock = (typeof clocks)[number];

/**
 * How long copies of a chat live: a timer from sending; or one from sending and one from first
 * reading here, whichever ends first.
 */
export type Lifespan = Timer | { sent: Timer; read: Timer };

/** More labels, or longer ones, than a person sets are a mistake. */
export const labelLimits = { count: 20, length: 40 } as const;

/**
 * What its user decided about a chat here; its network is told nothing of it. Absent: as the
 * network has it.
 */
export const ownFlagsSchema = v.object({
	pinned: v.optional(v.boolean()),
	muted: v.optional(v.boolean()),
	/** Whether notifications tell of it, whatever is chosen for its network. */
	notifies: v.optional(v.boolean()),
	archived: v.optional(v.boolean()),
	/** `true`: opened or marked read here since its newest message. `false`: marked unread here. */
	read: v.optional(v.boolean()),
	/** Put away until then; `untilAt: null` until somebody writes. */
	snooze: v.optional(v.object({ untilAt: nullable(time) })),
	labels: v.optional(
		v.pipe(
			v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(labelLimits.length))),
			v.maxLength(labelLimits.count),
		),
	),
});
export type OwnFlags = v.InferOutput<typeof ownFlagsSchema>;

/** A stored chat. `key` is an HMAC; nothing here is message text. */
export const chatSchema = v.object({
	key: v.string(),
	network: v.picklist(networks),
	/** HMAC of network + account. */
	account: v.string(),
	/** The network's own id, `null` while only a provisional one is known. */
	nativeId: nullable(v.string()),
	title: v.string(),
	unread: unreadSchema,
	muted: nullable(v.boolean()),
	pinned: nullable(v.boolean()),
	archived: nullable(v.boolean()),
	group: nullable(v.boolean()),
	lastActivity: momentSchema,
	/** Up to when its thread was read; absent where it never was, or shows no times. */
	readTo: v.optional(momentSchema),
	/** Its list told of a new line, unread, that its thread was not read with. */
	isBehind: v.optional(v.boolean()),
	/** When its network's list or thread last showed it. */
	seenAt: v.number(),
	/** The chat's own timer; absent = its network's, or the default for all. */
	timer: v.optional(timerSchema),
	/** `read`: its clocks run from first reading here; absent = from sending. */
	clock: v.optional(v.literal('read')),
	/** The network's own disappearing timer, as its list last told; absent = none. */
	networkTimerMs: v.optional(v.number()),
	/**
	 * What was sent by then was past its time under an earlier timer: it stays away though the
	 * present one is longer. By the early end of what is known.
	 */
	expiredThrough: v.optional(v.number()),
	/** The same of what its user sent, where that was past its time sooner: see `clock`. */
	ownExpiredThrough: v.optional(v.number()),
	/** When it was deleted here: what was sent by then stays away. */
	deletedThrough: v.optional(v.number()),
	/** When the clock of the oldest message started that a reply quotes and nobody keeps; absent = of none. */
	quotesFrom: v.optional(v.number()),
	/** It went, and only what refuses it is left: see lib/inbox/gone-chats. It is shown nowhere. */
	isGone: v.optional(v.boolean()),
	/** What expired here without a time of its own, see lib/inbox/tombstones: never captured again. */
	tombstones: v.array(v.string()),
	/** HMACs of provisional ids that were proven to be this chat: rows that carry only those are it. */
	aliases: v.optional(v.array(v.string())),
	/**
	 * Keys that this chat had, or has by another id of its own: that id is this chat, and its
	 * messages may be named by any of them.
	 */
	otherKeys: v.optional(v.array(v.string())),
	own: v.optional(ownFlagsSchema),
});
export type Chat = v.InferOutput<typeof chatSchema>;

/** The last line of a chat as its list showed it: a message like any other, it expires. */
export const previewSchema = v.object({
	text: v.string(),
	side: v.picklist(sides),
	sender: nullable(v.string()),
	sentAt: momentSchema,
	firstSeenAt: v.number(),
	/** When it was first read here; told only where the chat's clock runs from that. */
	readAt: v.optional(v.number()),
});
export type Preview = v.InferOutput<typeof previewSchema>;

/** A stored message. */
export const messageSchema = v.object({
	/** HMAC of chat + network id, or of chat + signature + ordinal. */
	key: v.string(),
	/** Order within the chat: lower is older. Fractions insert between neighbours. */
	rank: v.number(),
	side: v.picklist(sides),
	sender: nullable(v.string()),
	kind: v.picklist(messageKinds),
	text: nullable(v.string()),
	truncated: v.boolean(),
	quote: nullable(v.string()),
	sentAt: momentSchema,
	firstSeenAt: v.number(),
	edited: v.boolean(),
	deleted: v.boolean(),
	reactions: v.array(v.string()),
	/** HMAC of side, sender, kind and text: aligns messages that have no id. */
	signature: v.string(),
	/** The stretch between this message and the one before it may never have been seen. */
	gapBefore: v.optional(v.boolean()),
	/** Its user keeps it past its time. */
	kept: v.optional(v.boolean()),
	/** As in `Preview`. */
	readAt: v.optional(v.number()),
	/** A reply to a story: it goes when the story does. */
	toStory: v.optional(v.boolean()),
	/** What its quote is of, where that is known: when its clocks started, and whether it is kept. */
	quoteOf: v.optional(
		v.object({
			key: v.string(),
			startAt: v.number(),
			readAt: v.optional(v.number()),
			kept: v.optional(v.boolean()),
		}),
	),
});
export type Message = v.InferOutput<typeof messageSchema>;

/** A message by name and by its place within its chat. */
export type Spot = Pick<Message, 'key' | 'rank'>;

const networkTimerEntries = {
	whatsapp: timerSchema,
	messenger: timerSchema,
	instagram: timerSchema,
};

/** A timer that the user changed; `null` gave back what stands behind it. */
const timerChangeSchema = v.object({
	at: time,
	scope: v.picklist(['chat', 'network', 'default']),
	chatKey: v.optional(v.string()),
	network: v.optional(v.picklist(networks)),
	timer: nullable(timerSchema),
	/** Where it was changed. */
	clock: v.optional(v.picklist(clocks)),
});
export type TimerChange = v.InferOutput<typeof timerChangeSchema>;

export const settingsSchema = v.object({
	/** Applies to every chat without a timer of its own or of its network. */
	defaultTimer: timerSchema,
	/** Apply to all chats of a network that have none of their own. */
	networkTimers: v.optional(v.partial(v.object(networkTimerEntries))),
	/** What the user changed lately, the last first; see lib/inbox/timer-log. */
	timerLog: v.optional(v.array(timerChangeSchema)),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** A row of the inbox list, ready to show: everything due is already out. */
export interface ChatRow {
	chat: Chat;
	preview: Preview | null;
	/** The timer that applies and where it comes from. */
	timer: Timer;
	timerFrom: TimerFrom;
	/** When the next message or preview of this chat goes, `null` if none will. */
	nextExpiryAt: number | null;
	messageCount: number;
}

export interface InboxView {
	rows: ChatRow[];
	settings: Settings;
}

/** A message as a page shows it. */
export interface ShownMessage extends Message {
	expiresAt: number | null;
	/** When its quote goes, where that is known. */
	quoteExpiresAt?: number;
}

/** A message that its user keeps past its time. */
export interface KeptMessage {
	chatKey: string;
	message: ShownMessage;
}

/** What the interface says about one network, from worst to best. */
export type NetworkState = 'off' | 'no-tab' | 'asleep' | ReaderState;
export interface NetworkStatus {
	network: Network;
	state: NetworkState;
	/** As of when it was last read, or since when it sleeps; `null` if never. */
	since: number | null;
	/** What its reader doubts, in machine words. */
	problems: readonly string[];
	/** Captures dropped since the browser started. */
	droppedCaptures: number;
}
