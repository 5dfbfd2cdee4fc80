import {
	type Chat,
	type ChatRow,
	dayMs,
	type Message,
	type Moment,
	type Preview,
	type ShownMessage,
	weekMs,
} from '@/lib/model';

/** Monday noon: far from midnight and from the ends of the year. */
export const now = new Date(2026, 10, 23, 12, 0).getTime();

export const exactly = (at: number): Moment => ({ from: at, to: at, precision: 'exact' });

export function makeRow(
	chat: Partial<Chat> = {},
	row: Partial<Omit<ChatRow, 'chat'>> = {},
	preview: Partial<Preview> | null = {},
): ChatRow {
	const lastActivity = chat.lastActivity ?? exactly(now - 5 * 60_000);
	return {
		chat: {
			key: `key-${chat.title ?? 'Ann'}`,
			network: 'whatsapp',
			account: 'account',
			nativeId: null,
			title: 'Ann',
			unread: 0,
			muted: false,
			pinned: false,
			archived: false,
			group: false,
			seenAt: now,
			tombstones: [],
			lastActivity,
			...chat,
		},
		preview: preview && {
			text: 'see you at 6',
			side: 'theirs',
			sender: null,
			sentAt: lastActivity,
			firstSeenAt: now,
			...preview,
		},
		timer: 4 * weekMs,
		timerFrom: 'default',
		nextExpiryAt: now + 2 * dayMs,
		messageCount: 3,
		...row,
	};
}

let made = 0;

export function makeMessage(message: Partial<Message & ShownMessage> = {}): ShownMessage {
	made += 1;
	return {
		key: `message-${made}`,
		rank: made,
		side: 'theirs',
		sender: null,
		kind: 'text',
		text: 'Hello',
		truncated: false,
		quote: null,
		sentAt: exactly(now - 60_000),
		firstSeenAt: now,
		edited: false,
		deleted: false,
		reactions: [],
		signature: 'signature',
		expiresAt: now + dayMs,
		...message,
	};
}
