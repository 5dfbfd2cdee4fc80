import { describe, expect, test } from 'vitest';
import { isEmpty } from '@/lib/inbox/changes';
import { dayMs, hourMs, type Moment, weekMs } from '@/lib/model';
import { now, openInbox } from './open-inbox';

const minuteMs = 60_000;
const minuteAt = (from: number): Moment => ({ from, to: from + minuteMs - 1, precision: 'minute' });
const between = (from: number, to: number): Moment => ({ from, to, precision: 'interval' });

describe('a list of chats', () => {
	test('becomes chats with their last lines', async () => {
		const inbox = await openInbox();
		await inbox.read({
			chats: [
				{ id: 'a', title: 'Ada Brandt', preview: 'See you', unread: 2, muted: true },
				{ id: 'b', title: 'Ben Okafor', unread: 0 },
			],
		});
		expect(await inbox.titles()).toEqual(['Ada Brandt', 'Ben Okafor']);
		expect(await inbox.chat('Ada Brandt')).toMatchObject({ unread: 2, muted: true, nativeId: 'a' });
		expect(await inbox.preview('Ada Brandt')).toBe('See you');
		expect(await inbox.preview('Ben Okafor')).toBeNull();
	});

	test('read again writes nothing', async () => {
		const inbox = await openInbox();
		const page = { chats: [{ title: 'Ada Brandt', preview: 'See you', unread: 1 }] };
		await inbox.read(page);
		expect(isEmpty(await inbox.read({ ...page, at: now + 59 * minuteMs }))).toBe(true);
	});

	test('is marked as seen once an hour', async () => {
		const inbox = await openInbox();
		const page = { chats: [{ title: 'Ada Brandt' }] };
		await inbox.read(page);
		expect((await inbox.read({ ...page, at: now + hourMs })).chats).toHaveLength(1);
		expect((await inbox.chat('Ada Brandt')).seenAt).toBe(now + hourMs);
	});

	test('changes only the chats that changed', async () => {
		const inbox = await openInbox();
		await inbox.read({
			chats: [
				{ id: 'a', title: 'Ada' },
				{ id: 'b', title: 'Ben' },
			],
		});
		const changes = await inbox.read({
			chats: [
				{ id: 'a', title: 'Ada' },
				{ id: 'b', title: 'Ben', unread: 1 },
			],
		});
		expect(changes.chats.map(({ title }) => title)).toEqual(['Ben']);
		expect(changes.previews).toEqual([]);
	});

	test('forgets nothing that it does not tell this time', async () => {
		const inbox = await openInbox();
		await inbox.read({
			chats: [{ title: 'Ada', unread: 3, muted: true, pinned: true, archived: false, group: true }],
		});
		await inbox.read({ chats: [{ title: '', unread: null }] });
		expect(await inbox.chat('Ada')).toMatchObject({
			unread: 3,
			muted: true,
			pinned: true,
			archived: false,
			group: true,
		});
	});

	test('of another account, or another network, is another list', async () => {
		const inbox = await openInbox();
		await inbox.read({ account: 'one', chats: [{ title: 'Ada' }] });
		await inbox.read({ account: 'two', chats: [{ title: 'Ada' }] });
		expect(await inbox.titles()).toEqual(['Ada', 'Ada']);
	});

	test('keeps the timer that the user set', async () => {
		const inbox = await openInbox();
		await inbox.read({ chats: [{ title: 'Ada', unread: 0 }] });
		await inbox.store.put({ chats: [{ ...(await inbox.chat('Ada')), timer: weekMs }] });
		await inbox.read({ chats: [{ title: 'Ada', unread: 5 }] });
		expect(await inbox.chat('Ada')).toMatchObject({ timer: weekMs, unread: 5 });
	});
});

describe('a chat whose id is not known yet', () => {
	const row = { id: null, provisionalId: 'ada.jpg|Ada' };

	test('is one chat however often its row is read', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ chats: [{ ...row, title: 'Ada' }] });
		await inbox.read({ chats: [{ ...row, title: 'Ada', unread: true }] });
		expect(await inbox.titles()).toEqual(['Ada']);
	});

	test('moves to its id with messages, last line and timer once both are shown together', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({
			chats: [{ ...row, title: 'Ada', preview: 'Later then' }],
			...{ thread: ['One', 'Two'], chatId: null, provisionalId: row.provisionalId },
		});
		const before = await inbox.chat('Ada');
		await inbox.store.put({ chats: [{ ...before, timer: weekMs }] });

		await inbox.read({ chats: [{ ...row, id: '17', title: 'Ada' }] });
		const after = await inbox.chat('Ada');
		expect(after.key).not.toBe(before.key);
		expect(after).toMatchObject({ nativeId: '17', timer: weekMs });
		expect(await inbox.texts('Ada')).toEqual(['One', 'Two']);
		expect(await inbox.preview('Ada')).toBe('Later then');
		expect(await inbox.store.messages(before.key)).toEqual([]);

		await inbox.read({ thread: ['One', 'Two', 'Three'], chatId: '17' });
		expect(await inbox.texts('Ada')).toEqual(['One', 'Two', 'Three']);
	});

	test('moves also when the open thread proves it', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ chats: [{ ...row, title: 'Ada', unread: true }] });
		await inbox.read({ thread: ['One'], chatId: '17', provisionalId: row.provisionalId });
		expect(await inbox.titles()).toEqual(['Ada']);
		expect(await inbox.chat('Ada')).toMatchObject({ nativeId: '17', unread: true });
		expect(await inbox.texts('Ada')).toEqual(['One']);
	});

	test('joins what is already stored under its id', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ thread: ['One', 'Two'], chatId: '17', title: 'Ada' });
		await inbox.read({ chats: [{ ...row, title: 'Ada' }] });
		await inbox.read({ thread: ['Two', 'Three'], chatId: null, provisionalId: row.provisionalId });
		expect(await inbox.titles()).toEqual(['Ada', 'Ada']);
		await inbox.read({ chats: [{ ...row, id: '17', title: 'Ada' }] });
		expect(await inbox.texts('Ada')).toEqual(['One', 'Two', 'Three']);
	});

	test('is known by its row alone from then on', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ chats: [{ ...row, id: '17', title: 'Ada' }] });
		await inbox.read({ chats: [{ ...row, title: 'Ada', unread: true }] });
		expect(await inbox.titles()).toEqual(['Ada']);
		expect(await inbox.chat('Ada')).toMatchObject({ nativeId: '17', unread: true });
	});

	test('is not guessed where two rows look alike', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({
			chats: [
				{ ...row, title: 'Ada', preview: 'I am one' },
				{ ...row, title: 'Ada', preview: 'I am another' },
			],
		});
		expect(await inbox.titles()).toEqual([]);
	});

	test('is not guessed where two chats were known by this row', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ chats: [{ ...row, id: '17', title: 'Ada' }] });
		await inbox.read({ chats: [{ ...row, id: '18', title: 'Ada' }] });
		const changes = await inbox.read({ chats: [{ ...row, title: 'Ada', unread: true }] });
		expect(isEmpty(changes)).toBe(true);
	});

	test('without any id is left out', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ chats: [{ id: null, provisionalId: null, title: 'Ada' }] });
		expect(await inbox.titles()).toEqual([]);
	});
});

describe('the last line of a chat', () => {
	test('changes when the page shows another one', async () => {
		const inbox = await openInbox();
		await inbox.read({
			chats: [{ title: 'Ada', preview: 'One', lastActivity: minuteAt(now - hourMs) }],
		});
		await inbox.read({ chats: [{ title: 'Ada', preview: 'Two', lastActivity: minuteAt(now) }] });
		expect(await inbox.preview('Ada')).toBe('Two');
		expect((await inbox.chat('Ada')).lastActivity).toEqual(minuteAt(now));
	});

	test('does not grow younger while a relative time is read again', async () => {
		const inbox = await openInbox('instagram');
		const shown = (at: number) => ({
			chats: [
				{ title: 'Ada', preview: 'One', lastActivity: between(at - 2 * hourMs, at - hourMs) },
			],
			at,
		});
		await inbox.read(shown(now));
		expect(isEmpty(await inbox.read(shown(now + 30 * minuteMs)))).toBe(true);
		// A tab that slept still says "1 h": the line is not newer for it.
		await inbox.read(shown(now + 5 * hourMs));
		const preview = await inbox.store.preview((await inbox.chat('Ada')).key);
		expect(preview?.sentAt).toEqual(between(now - 2 * hourMs, now - hourMs));
	});

	test('of the same words at a later minute is a new one', async () => {
		const inbox = await openInbox();
		await inbox.read({ chats: [{ title: 'Ada', preview: 'ok', lastActivity: minuteAt(now) }] });
		const later = minuteAt(now + dayMs);
		await inbox.read({
			chats: [{ title: 'Ada', preview: 'ok', lastActivity: later }],
			at: now + dayMs,
		});
		const chat = await inbox.chat('Ada');
		expect(chat.lastActivity).toEqual(later);
		expect((await inbox.store.preview(chat.key))?.sentAt).toEqual(later);
	});

	test('takes a better time, and side and sender when they become known', async () => {
		const inbox = await openInbox();
		await inbox.read({ chats: [{ title: 'Ada', preview: 'ok' }] });
		await inbox.read({
			chats: [
				{
					title: 'Ada',
					preview: 'ok',
					previewSide: 'theirs',
					previewSender: 'Ada',
					lastActivity: minuteAt(now - hourMs),
				},
			],
		});
		await inbox.read({ chats: [{ title: 'Ada', preview: 'ok' }] });
		expect(await inbox.store.preview((await inbox.chat('Ada')).key)).toMatchObject({
			side: 'theirs',
			sender: 'Ada',
			sentAt: minuteAt(now - hourMs),
			firstSeenAt: now,
		});
	});

	test('past its time is not stored, nor is what stood there before kept in its place', async () => {
		const inbox = await openInbox();
		await inbox.read({ chats: [{ title: 'Ada', preview: 'New', lastActivity: minuteAt(now) }] });
		await inbox.read({
			chats: [{ title: 'Ada', preview: 'Old', lastActivity: minuteAt(now - 5 * weekMs) }],
		});
		expect(await inbox.preview('Ada')).toBeNull();
	});
});
