/**
 * The two protocols. What a reader says comes from a hostile page's process and is
 * checked by sender, size and schema; what a page of ours says is refused unless the
 * sender is one of our own pages. Answers to readers carry no user data.
 */
import * as v from 'valibot';
import {
	clocks,
	networks,
	ownFlagsSchema,
	type RawCapture,
	readerStates,
	type SettledOrder,
	timerSchema,
} from './model';

/** From a content script to the background. */
export interface CaptureProtocol {
	/** A reader has started on a page. */
	hello: { payload: null; answer: ReaderAnswer };
	capture: { payload: RawCapture; answer: ReaderAnswer };
	health: { payload: HealthReport; answer: ReaderAnswer };
	'catch-up': { payload: CatchUpProgress; answer: ReaderAnswer };
}

/**
 * `stop`: this network is turned off, the reader ends. `stored`: the capture is on disk.
 * `refused`: it will never be: not to be sent again. `dateOrder`: how the capture's account
 * writes its dates, where any page of it has proven that.
 */
export interface ReaderAnswer {
	stop: boolean;
	stored: boolean;
	refused?: true;
	dateOrder?: SettledOrder;
}

/** How a reader is doing: structure and counts, never text. */
export const healthSchema = v.object({
	state: v.picklist(readerStates),
	readAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
	layers: v.object({
		chats: v.nullable(v.pipe(v.string(), v.maxLength(60))),
		messages: v.nullable(v.pipe(v.string(), v.maxLength(60))),
	}),
	counts: v.object({ chats: v.number(), messages: v.number() }),
	problems: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(50)),
});
export type HealthReport = v.InferOutput<typeof healthSchema>;

export const catchUpStates = [
	'running',
	/** The end of the list was reached. */
	'done',
	/** By the user's word to Stube. */
	'stopped',
	/** The person scrolled or clicked in the list, or elsewhere on the page. */
	'touched',
	'interrupted',
	'hidden',
	/** As far as one run goes. */
	'bounded',
	'no-list',
	/** The page went elsewhere, or its reader ended. */
	'left',
] as const;

/** How far a page's chat list was read on: counts, never text. */
export const catchUpSchema = v.object({
	state: v.picklist(catchUpStates),
	/** Different chats whose rows were read. */
	chats: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** Of the list's length as the page gives it, which may grow: 0 to 1. */
	share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
export type CatchUpProgress = v.InferOutput<typeof catchUpSchema>;

/** Own flags of a chat to set anew; `null` gives one back to the network. */
const flagPatchSchema = v.object({
	pinned: v.nullish(v.boolean()),
	muted: v.nullish(v.boolean()),
	notifies: v.nullish(v.boolean()),
	archived: v.nullish(v.boolean()),
	read: v.nullish(v.boolean()),
	snooze: v.nullish(v.unwrap(ownFlagsSchema.entries.snooze)),
	labels: v.nullish(v.unwrap(ownFlagsSchema.entries.labels)),
});

/** From one of our own pages to the background, as a list of what may be asked. */
export const inboxCommandSchema = v.variant('command', [
	/** `timer: null` returns the chat to the default. */
	v.object({
		command: v.literal('set-chat-timer'),
		chatKey: v.string(),
		timer: v.nullable(timerSchema),
		/** Absent: as it was. */
		clock: v.optional(v.picklist(clocks)),
	}),
	/** `timer: null` returns the network to the default. */
	v.object({
		command: v.literal('set-network-timer'),
		network: v.picklist(networks),
		timer: v.nullable(timerSchema),
	}),
	v.object({ command: v.literal('set-default-timer'), timer: timerSchema }),
	/** Sets own flags of chats, see `OwnFlags`; their networks are told nothing. */
	v.object({
		command: v.literal('flag-chats'),
		patches: v.array(v.object({ chatKey: v.string(), patch: flagPatchSchema })),
	}),
	/** Deletes Stube's copies of chats; what their networks still show of them is not read again. */
	v.object({ command: v.literal('delete-chats'), chatKeys: v.array(v.string()) }),
	/** Keeps a message past its time, or no longer. */
	v.object({
		command: v.literal('keep-message'),
		chatKey: v.string(),
		messageKey: v.string(),
		isKept: v.boolean(),
	}),
	v.object({
		command: v.literal('delete-message'),
		chatKey: v.string(),
		messageKey: v.string(),
	}),
	/** Messages were shown in a chat whose clocks run from first reading. */
	v.object({
		command: v.literal('note-read'),
		chatKey: v.string(),
		messageKeys: v.array(v.string()),
	}),
	/** Deletes all copies of an account, by its key. */
	v.object({ command: v.literal('delete-account'), account: v.string() }),
	v.object({ command: v.literal('delete-network'), network: v.picklist(networks) }),
	/** Effaces every key, then deletes all that is stored, settings too. */
	v.object({ command: v.literal('delete-everything') }),
	/** Unregisters the readers and gives the hosts back to the browser. */
	v.object({ command: v.literal('turn-off'), network: v.picklist(networks) }),
	/** Scrolls a network's own list of chats so that its rows are read; `show` brings its tab to the front. */
	v.object({
		command: v.literal('catch-up'),
		network: v.picklist(networks),
		show: v.boolean(),
	}),
	v.object({ command: v.literal('end-catch-up'), network: v.picklist(networks) }),
	/** Takes the key away everywhere, and frees the memory that has seen it. */
	v.object({ command: v.literal('lock') }),
	/** Somebody unlocked in a page: what waited for that is done. */
	v.object({ command: v.literal('unlocked') }),
	/** The answer to "keep until it expires, or delete now" after a network was turned off. */
	v.object({
		command: v.literal('settle-turned-off'),
		network: v.picklist(networks),
		keep: v.boolean(),
	}),
]);
export type InboxCommand = v.InferOutput<typeof inboxCommandSchema>;

/** What became of a command; a `reason` is a code that the interface puts into words. */
export const commandAnswerSchema = v.variant('done', [
	v.object({ done: v.literal(true) }),
	v.object({
		done: v.literal(false),
		reason: v.picklist([
			'refused',
			'no-answer',
			'unknown-chat',
			'unknown-message',
			'host-required',
			'no-tab',
			'unknown-version',
			'unreadable',
			'locked',
			'quota',
			'failed',
		]),
	}),
]);
export type CommandAnswer = v.InferOutput<typeof commandAnswerSchema>;
