import { describe, expect, test } from 'vitest';
import { isEmpty } from '@/lib/inbox/changes';
import { dayMs, type MessageReading, type Moment } from '@/lib/model';
import { openInbox } from './open-inbox';

const minuteOf = (iso: string): Moment => {
	const from = Date.parse(iso);
	return { from, to: from + 59_999, precision: 'minute' };
};
const dayOf = (iso: string): Moment => {
	const from = Date.parse(`${iso}T00:00`);
	return { from, to: Date.parse(`${iso}T23:59:59.999`), precision: 'day' };
};
/** "4/3/2026" of a message that was sent on 4 March. */
const guessed = minuteOf('2026-04-03T10:00');
const sent = minuteOf('2026-03-04T10:00');
const at = Date.parse('2026-04-10T12:00');
const message = (sentAt: Moment): Partial<MessageReading> => ({ id: '1', sentAt });

describe('a message first shown on 3 April that was sent on 4 March', () => {
	test('is put right once the order of day and month is known', async () => {
		const inbox = await openInbox();
		await inbox.store.put({ settings: { defaultTimer: 'off' } });
		await inbox.read({ thread: [message(guessed)], title: 'Ada', at });
		await inbox.read({ thread: [message(sent)], dateOrder: 'dmy', at });
		expect(await inbox.messages('Ada')).toMatchObject([{ sentAt: sent }]);
		expect((await inbox.chat('Ada')).readTo).toEqual(sent);
	});

	test('is not moved by a page that only guesses, before or after', async () => {
		const inbox = await openInbox();
		await inbox.store.put({ settings: { defaultTimer: 'off' } });
		await inbox.read({ thread: [message(guessed)], title: 'Ada', at });
		expect(isEmpty(await inbox.read({ thread: [message(sent)], at }))).toBe(true);
		await inbox.read({ thread: [message(sent)], dateOrder: 'dmy', at });
		expect(isEmpty(await inbox.read({ thread: [message(guessed)], at }))).toBe(true);
		expect(await inbox.messages('Ada')).toMatchObject([{ sentAt: sent }]);
	});

	test('goes when its real time is over', async () => {
		const inbox = await openInbox();
		await inbox.store.put({ settings: { defaultTimer: 28 * dayMs } });
		await inbox.read({ thread: [message(guessed)], title: 'Ada', at });
		expect(await inbox.texts('Ada')).toHaveLength(1);
		await inbox.read({ thread: [message(sent)], dateOrder: 'dmy', at });
		await inbox.store.expire(at);
		expect(await inbox.texts('Ada')).toEqual([]);
	});
});

test('a row of the list is put right in the same way', async () => {
	const inbox = await openInbox();
	await inbox.store.put({ settings: { defaultTimer: 'off' } });
	const row = (day: string) => ({ title: 'Ada', preview: 'hello', lastActivity: dayOf(day) });
	await inbox.read({ chats: [row('2026-04-03')], at });
	await inbox.read({ chats: [row('2026-03-04')], at });
	expect((await inbox.chat('Ada')).lastActivity).toEqual(dayOf('2026-04-03'));
	await inbox.read({ chats: [row('2026-03-04')], dateOrder: 'dmy', at });
	const { key, lastActivity } = await inbox.chat('Ada');
	expect(lastActivity).toEqual(dayOf('2026-03-04'));
	expect((await inbox.store.preview(key))?.sentAt).toEqual(lastActivity);
});
