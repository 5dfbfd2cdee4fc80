import type { ChatReading, Moment, Reading, SettledOrder, ThreadReading } from '../model';

/** What of a reading has not been stored yet. */
export interface News {
	chats: ChatReading[];
	thread: ThreadReading | null;
	/** Call once all of it is on disk. */
	settle(): void;
}

/**
 * Remembers what was stored, so that a page that only redraws itself, or whose "7m"
 * becomes "8m", sends nothing.
 */
export function createNewsDesk(): (reading: Reading) => News {
	let account: string | null = null;
	let dateOrder: SettledOrder | undefined;
	let knownChats = new Map<string, { chat: ChatReading; text: string }>();
	let knownThread = '';
	return (reading) => {
		// Who signs in after a sign-out may be somebody else, also where the page does not tell.
		if (reading.account !== account || reading.state === 'signed-out') {
			account = reading.account;
			dateOrder = undefined;
			knownChats = new Map();
			knownThread = '';
		}
		// What was stored as a guess is proven now, also where it looks the same.
		if (reading.dateOrder && reading.dateOrder !== dateOrder) {
			dateOrder = reading.dateOrder;
			knownChats = new Map();
			knownThread = '';
		}
		const chats = reading.chats.filter((chat) => {
			const known = knownChats.get(nameOf(chat));
			if (!known) return true;
			// The same object is what was stored: a reader keeps what did not change.
			if (known.chat === chat) return false;
			return known.text !== timeless(chat) || isNews(chat.lastActivity, known.chat.lastActivity);
		});
		const threadText = reading.thread ? JSON.stringify(reading.thread) : '';
		const thread = threadText === knownThread ? null : reading.thread;
		return {
			chats,
			thread,
			settle() {
				for (const chat of chats) knownChats.set(nameOf(chat), { chat, text: timeless(chat) });
				if (thread) knownThread = threadText;
			},
		};
	};
}

function nameOf(chat: ChatReading): string {
	return chat.id ?? chat.provisionalId ?? `title:${chat.title}`;
}

function timeless({ lastActivity: _, ...chat }: ChatReading): string {
	return JSON.stringify(chat);
}

/** A relative time read again overlaps what it was; new activity, or a better reading, does not. */
function isNews(moment: Moment, known: Moment): boolean {
	if (moment.precision !== known.precision) return true;
	if (moment.precision !== 'interval') {
		return moment.from !== known.from || moment.to !== known.to;
	}
	const isLater = moment.from !== null && known.to !== null && moment.from > known.to;
	return isLater || width(moment) < width(known) / 2;
}

function width({ from, to }: Moment): number {
	return from === null || to === null ? Number.POSITIVE_INFINITY : to - from;
}
