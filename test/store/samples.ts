import { type Chat, hourMs, type Message, type Moment, type Preview } from '@/lib/model';

/** Some Monday; all sample times hang on it. */
export const noon = Date.UTC(2026, 10, 23, 12);

const unknownMoment: Moment = { from: null, to: null, precision: 'unknown' };

export function momentAt(at: number): Moment {
	return { from: at, to: at, precision: 'exact' };
}

export function sampleChat(key: string, changes: Partial<Chat> = {}): Chat {
	return {
		key,
		network: 'whatsapp',
		account: 'account-1',
		nativeId: `${key}@c.us`,
		title: `Title of ${key}`,
		unread: 0,
		muted: false,
		pinned: null,
		archived: false,
		group: false,
		lastActivity: unknownMoment,
		seenAt: noon,
		tombstones: [],
		...changes,
	};
}

/** A message `ageMs` before noon. */
export function sampleMessage(
	key: string,
	ageMs = hourMs,
	changes: Partial<Message> = {},
): Message {
	const sentAt = noon - ageMs;
	return {
		key,
		rank: -ageMs,
		side: 'theirs',
		sender: 'Ottilie',
		kind: 'text',
		text: `Text of ${key}`,
		truncated: false,
		quote: null,
		sentAt: momentAt(sentAt),
		firstSeenAt: noon,
		edited: false,
		deleted: false,
		reactions: [],
		signature: `${key}-signature`,
		...changes,
	};
}

export function samplePreview(ageMs = hourMs, changes: Partial<Preview> = {}): Preview {
	return {
		text: 'Last line',
		side: 'theirs',
		sender: null,
		sentAt: momentAt(noon - ageMs),
		firstSeenAt: noon,
		...changes,
	};
}

let count = 0;
/** A database that no other test has. */
export function newDatabaseName(): string {
	count += 1;
	return `test-${count}-${Math.random().toString(36).slice(2)}`;
}
