import type { Moment, Reading } from '../model';
import type { Adapter, ReadContext } from '../networks/adapter';
import { createKeptReadings } from '../networks/kept-readings';

/** What stands in for a live page's surroundings when a saved one is read. */
export interface InspectionOptions {
	/** The address under which the page was saved. */
	url: string;
	/** Epoch ms; relative times and day words are read as of then. */
	now: number;
	/** BCP 47, most wanted first. */
	languages: string[];
}

/** A reading as `npm run inspect` prints it: times in UTC, chats in visual order. */
export type Inspection = ReturnType<typeof presentReading>;

/** Longer than any reader waits for a page to settle, and shorter than it believes a spinner. */
const settledMs = 70_000;
/** Readers confirm three times that nothing is there. */
const passes = 4;

/** Reads a page and tells all that is in it. */
export async function inspectPage(
	adapter: Adapter,
	document: Document,
	options: InspectionOptions,
): Promise<Inspection> {
	// A saved page stays as it is: what one pass read of its elements holds for the next.
	const { keep } = createKeptReadings();
	return presentReading(await readSettled(adapter, document, options, { keep }));
}

/**
 * Reads a page as a reader would that had watched it long enough, without the wait.
 *
 * @param live What a page that runs has beside its tree; a saved one has none of it.
 */
export async function readSettled(
	adapter: Adapter,
	document: Document,
	{ url, now, languages }: InspectionOptions,
	live: Partial<ReadContext> = {},
): Promise<Reading> {
	const memory = new Map<string, unknown>();
	let reading: Reading | undefined;
	for (let pass = 0; pass < passes; pass += 1) {
		reading = await adapter.read({
			document,
			url: new URL(url),
			now,
			languages,
			openedAt: pass === 0 ? now : now - settledMs,
			visible: true,
			memory,
			cookie: () => null,
			...live,
		});
	}
	if (!reading) throw new Error('the page was not read');
	return reading;
}

function presentReading(reading: Reading) {
	const { network, state, layers, account, chats, thread, problems } = reading;
	return {
		network,
		state,
		layers,
		account,
		chats: chats.map((chat) => ({
			id: chat.id,
			title: chat.title,
			preview: chat.preview,
			unread: chat.unread,
			muted: chat.muted,
			pinned: chat.pinned,
			group: chat.group,
			open: chat.open,
			lastActivity: presentMoment(chat.lastActivity),
		})),
		thread: thread && {
			chatId: thread.chatId,
			title: thread.title,
			messages: thread.messages.map((message, index) => ({
				// Where the page has no ids, only the place in this reading names a message.
				id: message.id ?? `place-${index + 1}`,
				side: message.side,
				sender: message.sender,
				kind: message.kind,
				text: message.text,
				quote: message.quote,
				sentAt: presentTime(message.sentAt.from ?? message.sentAt.to),
				precision: message.sentAt.precision,
				edited: message.edited,
				deleted: message.deleted,
				reactions: message.reactions,
			})),
		},
		problems,
	};
}

function presentMoment({ from, to, precision }: Moment) {
	return { from: presentTime(from), to: presentTime(to), precision };
}

function presentTime(at: number | null): string | null {
	return at === null ? null : new Date(at).toISOString();
}
