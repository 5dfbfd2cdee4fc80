import { describe, expect, test } from 'vitest';
import { isEmpty } from '@/lib/inbox/changes';
import { buryMessages, tombstoneLimit } from '@/lib/inbox/tombstones';
import { hourMs, type Moment } from '@/lib/model';
import { now, openInbox, type TestInbox } from './open-inbox';

const minuteMs = 60_000;
const unknown: Moment = { from: null, to: null, precision: 'unknown' };

/** Reads a page under a timer of one hour, and lets the hour pass. */
async function openAfterAnHour(page: Parameters<TestInbox['read']>[0]): Promise<TestInbox> {
	const inbox = await openInbox('instagram');
	await inbox.store.put({ settings: { defaultTimer: hourMs } });
	await inbox.read(page);
	await inbox.store.expire(now + hourMs);
	return inbox;
}

const later = now + 2 * hourMs;

describe('what expired without a time of its own', () => {
	test('is not captured again while the page still shows it', async () => {
		const page = { thread: ['a', 'b', 'c'], title: 'Ada' };
		const inbox = await openAfterAnHour(page);
		await inbox.read({ ...page, at: later });
		expect(await inbox.texts('Ada')).toEqual([]);
		expect(isEmpty(await inbox.read({ ...page, at: later }))).toBe(true);
	});

	test('does not keep what is new from being captured', async () => {
		const inbox = await openAfterAnHour({ thread: ['a', 'ok', 'c'], title: 'Ada' });
		await inbox.read({ title: 'Ada', thread: ['a', 'ok', 'c', 'ok', 'e'], at: later });
		expect(await inbox.texts('Ada')).toEqual(['ok', 'e']);
		await inbox.read({ title: 'Ada', thread: ['c', 'ok', 'e', 'f'], at: later });
		expect(await inbox.texts('Ada')).toEqual(['ok', 'e', 'f']);
	});

	test('takes what stands before it along when the page is scrolled up', async () => {
		const inbox = await openAfterAnHour({ thread: ['c', 'd'], title: 'Ada' });
		await inbox.read({ title: 'Ada', thread: ['a', 'b', 'c', 'd'], at: later });
		expect(await inbox.texts('Ada')).toEqual([]);
	});

	test('does not refuse an equal one whose time is known', async () => {
		const inbox = await openAfterAnHour({ thread: ['ok'], title: 'Ada' });
		const sentAt: Moment = { from: later, to: later, precision: 'exact' };
		await inbox.read({ title: 'Ada', thread: [{ id: null, text: 'ok', sentAt }], at: later });
		expect(await inbox.texts('Ada')).toEqual(['ok']);
	});

	test('is refused also where its network names it', async () => {
		const page = { thread: [{ id: '1', text: 'a', sentAt: unknown }], title: 'Ada' };
		const inbox = await openAfterAnHour(page);
		await inbox.read({ ...page, at: later });
		expect(await inbox.texts('Ada')).toEqual([]);
	});

	test('is refused also when the page was loaded anew and tells less of its time', async () => {
		const inbox = await openInbox('instagram');
		await inbox.store.put({ settings: { defaultTimer: hourMs } });
		const watched: Moment = { from: now - 1_000, to: now, precision: 'interval' };
		await inbox.read({
			thread: [{ id: null, text: 'a', sentAt: watched }],
			title: 'Ada',
		});
		await inbox.store.expire(later);
		const untimed: Moment = { from: null, to: later, precision: 'interval' };
		await inbox.read({
			title: 'Ada',
			thread: [{ id: null, text: 'a', sentAt: untimed }],
			at: later,
		});
		expect(await inbox.texts('Ada')).toEqual([]);
	});

	test('stays away when its chat, which went by its row, becomes known by its id', async () => {
		const page = { provisionalId: 'row', thread: ['a', 'ok', 'c'], title: 'Ada' };
		const inbox = await openAfterAnHour({ ...page, chatId: null });
		await inbox.read({ ...page, chatId: '1', thread: ['a', 'ok', 'c', 'ok', 'e'], at: later });
		expect(await inbox.texts('Ada')).toEqual(['ok', 'e']);
		await inbox.read({ ...page, chatId: '1', thread: ['a', 'ok', 'c', 'ok', 'e'], at: later });
		expect(await inbox.texts('Ada')).toEqual(['ok', 'e']);
	});

	test('takes no equal one along that is alive when its chat becomes known by its id', async () => {
		const page = { provisionalId: 'row', title: 'Ada' };
		const inbox = await openAfterAnHour({ ...page, chatId: null, thread: ['a', 'ok'] });
		await inbox.read({ ...page, chatId: null, thread: ['a', 'ok', 'ok'], at: later });
		await inbox.read({ ...page, chatId: '1', thread: ['a', 'ok', 'ok'], at: later });
		expect(await inbox.texts('Ada')).toEqual(['ok']);
	});

	test('is remembered only as far back as pages reach', () => {
		const messages = Array.from({ length: tombstoneLimit + 1 }, (_, index) => ({
			sentAt: unknown,
			signature: `sign-${index}`,
		}));
		const tombstones = buryMessages([], messages);
		expect(tombstones).toHaveLength(tombstoneLimit);
		expect(tombstones.at(-1)).toBe(`sign-${tombstoneLimit}`);
	});
});

describe('a last line that expired without a time', () => {
	const row = (preview: string) => [{ title: 'Ada', preview }];

	test('stays away while its row shows it', async () => {
		const inbox = await openAfterAnHour({ chats: row('See you') });
		await inbox.read({ chats: row('See you'), at: later });
		expect(await inbox.preview('Ada')).toBeNull();
	});

	test('stays away when its row becomes known by its id', async () => {
		const named = { ...row('See you')[0], id: null, provisionalId: 'row' };
		const inbox = await openAfterAnHour({ chats: [named] });
		await inbox.read({ chats: [{ ...named, id: '1' }], at: later });
		expect(await inbox.preview('Ada')).toBeNull();
		await inbox.read({ chats: [{ ...named, id: '1' }], at: later });
		expect(await inbox.preview('Ada')).toBeNull();
	});

	test('may come again after another one', async () => {
		const inbox = await openAfterAnHour({ chats: row('ok') });
		await inbox.read({ chats: row('Another'), at: later });
		await inbox.read({ chats: row('ok'), at: later });
		expect(await inbox.preview('Ada')).toBe('ok');
	});

	test('stays away while a page that sleeps shows its old "5 minutes ago"', async () => {
		const ago = (at: number): Moment => ({
			from: at - 6 * minuteMs,
			to: at - 5 * minuteMs,
			precision: 'interval',
		});
		const line = (at: number) => [{ title: 'Ada', preview: 'See you', lastActivity: ago(at) }];
		const inbox = await openAfterAnHour({ chats: line(now) });
		await inbox.read({ chats: line(later), at: later });
		expect(await inbox.preview('Ada')).toBeNull();
	});

	test('may come again when one more is unread', async () => {
		const ago: Moment = { from: later - 6 * minuteMs, to: later, precision: 'interval' };
		const first: Moment = { from: now - 6 * minuteMs, to: now, precision: 'interval' };
		const inbox = await openAfterAnHour({
			chats: [{ title: 'Ada', preview: 'ok', unread: 0, lastActivity: first }],
		});
		const chats = [{ title: 'Ada', preview: 'ok', unread: true as const, lastActivity: ago }];
		await inbox.read({ chats, at: later });
		expect(await inbox.preview('Ada')).toBe('ok');
	});
});
