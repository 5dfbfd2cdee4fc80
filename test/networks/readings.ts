import type { ChatReading, MessageReading, Reading } from '@/lib/model';

/** Readings for tests, each field as an untold page would give it. */
export function chatReading(given: Partial<ChatReading> = {}): ChatReading {
	return {
		id: 'chat-1',
		provisionalId: null,
		title: 'Ada Brandt',
		preview: null,
		previewSide: 'unknown',
		previewSender: null,
		unread: null,
		muted: null,
		pinned: null,
		archived: null,
		group: null,
		open: false,
		lastActivity: { from: null, to: null, precision: 'unknown' },
		networkTimerMs: null,
		...given,
	};
}

export function messageReading(given: Partial<MessageReading> = {}): MessageReading {
	return {
		id: 'message-1',
		side: 'theirs',
		sender: null,
		kind: 'text',
		text: 'hello',
		truncated: false,
		quote: null,
		sentAt: { from: null, to: null, precision: 'unknown' },
		edited: false,
		deleted: false,
		reactions: [],
		...given,
	};
}

export function reading(given: Partial<Reading> = {}): Reading {
	return {
		network: 'whatsapp',
		state: 'reading',
		layers: { chats: null, messages: null },
		account: 'account-1',
		chats: [],
		thread: null,
		problems: [],
		...given,
	};
}
