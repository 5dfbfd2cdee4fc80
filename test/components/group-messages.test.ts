import { describe, expect, it } from 'vitest';
import { groupMessages } from '@/components/group-messages';
import type { ShownMessage } from '@/lib/model';

const from = (sender: string | null, key: string): ShownMessage => ({
	key,
	rank: 0,
	side: 'theirs',
	sender,
	kind: 'text',
	text: key,
	truncated: false,
	quote: null,
	sentAt: { from: null, to: null, precision: 'unknown' },
	firstSeenAt: 0,
	edited: false,
	deleted: false,
	reactions: [],
	signature: key,
	expiresAt: null,
});

describe('messages in runs of one sender', () => {
	it('know somebody who is not saved by both forms of their name', () => {
		const senders = ['~Karl', 'Karl', '~ Karl', 'Karla', null];
		const [day] = groupMessages(senders.map((sender, index) => from(sender, String(index))));
		expect(day?.runs.map(({ messages }) => messages.map(({ sender }) => sender))).toEqual([
			['~Karl', 'Karl', '~ Karl'],
			['Karla'],
			[null],
		]);
	});
});
