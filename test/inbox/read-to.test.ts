import { describe, expect, it } from 'vitest';
import { isNewestUnseen, withThreadRead } from '@/lib/inbox/read-to';
import { type Chat, hourMs, type Moment } from '@/lib/model';
import { makeRow } from '../components/rows';
import { now, openInbox } from './open-inbox';

const at = (time: number): Moment => ({ from: time, to: time, precision: 'exact' });
const within = (from: number, to: number): Moment => ({ from, to, precision: 'interval' });
const unknown: Moment = { from: null, to: null, precision: 'unknown' };
const minuteMs = 60_000;
const chat = (known: Moment | undefined, lastActivity: Moment): Chat => ({
	...makeRow({ lastActivity }).chat,
	...(known && { readTo: known }),
});

describe('the newest part of a chat', () => {
	it('was not seen when the list tells of something that is certainly newer', () => {
		expect(isNewestUnseen(chat(at(0), at(10 * minuteMs)))).toBe(true);
		expect(isNewestUnseen(chat(at(0), within(hourMs, 2 * hourMs)))).toBe(true);
	});

	it('counts as seen where that cannot be told', () => {
		expect(isNewestUnseen(chat(undefined, at(hourMs)))).toBe(false);
		expect(isNewestUnseen(chat(at(0), unknown))).toBe(false);
		expect(isNewestUnseen(chat(at(30 * minuteMs), within(0, hourMs)))).toBe(false);
		// Two clocks may differ so much.
		expect(isNewestUnseen(chat(at(0), at(minuteMs)))).toBe(false);
	});
});

describe('a chat is read', () => {
	const moments = { shown: at(hourMs), newest: at(hourMs), listed: at(hourMs) };
	const read = (known: Moment | undefined, times: Parameters<typeof withThreadRead>[1]) =>
		withThreadRead(chat(known, unknown), times).readTo;

	it('up to the last message that its thread showed', () => {
		expect(read(undefined, moments)).toEqual(at(hourMs));
	});

	it('up to what the list told by then, as a reaction moves that', () => {
		expect(read(undefined, { ...moments, listed: at(2 * hourMs) })).toEqual(at(2 * hourMs));
		expect(read(undefined, { ...moments, shown: unknown, newest: unknown })).toEqual(at(hourMs));
	});

	it('no further by a look at an older part, or at one without times', () => {
		expect(read(at(0), { ...moments, shown: at(minuteMs) })).toEqual(at(0));
		expect(read(at(0), { shown: unknown, newest: undefined, listed: unknown })).toEqual(at(0));
		expect(read(at(2 * hourMs), moments)).toEqual(at(2 * hourMs));
	});
});

describe('a chat that was read and moved on without its thread', () => {
	const row = (time: number, preview: string) => ({
		id: 'chat-1',
		title: 'Ada Brandt',
		preview,
		lastActivity: at(time),
	});
	const message = (id: string, time: number) => ({ id, text: id, sentAt: at(time) });

	it('is known to have a newest part that was not seen, until its thread is', async () => {
		const inbox = await openInbox('messenger');
		await inbox.read({
			chats: [row(now - hourMs, 'two')],
			thread: [message('one', now - 2 * hourMs), message('two', now - hourMs)],
		});
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(false);
		await inbox.read({ chats: [row(now, 'three')] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(true);
		// An older part changes nothing of that.
		await inbox.read({ thread: [message('one', now - 2 * hourMs)] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(true);
		await inbox.read({ thread: [message('two', now - hourMs), message('three', now)] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(false);
	});

	it('is not said to have one while it stands open in its page', async () => {
		const inbox = await openInbox('messenger');
		await inbox.read({
			chats: [row(now - hourMs, 'two')],
			thread: [message('two', now - hourMs)],
		});
		// A reaction to something far above moves the row alone.
		await inbox.read({ chats: [{ ...row(now, 'Reacted to a message'), open: true, unread: 0 }] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(false);
		await inbox.read({ chats: [{ ...row(now + hourMs, 'three'), open: true, unread: true }] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(true);
	});

	it('of which nothing was ever read has none', async () => {
		const inbox = await openInbox('messenger');
		await inbox.read({ chats: [row(now - hourMs, 'one')] });
		await inbox.read({ chats: [row(now, 'two')] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(false);
	});

	it('is behind by a new unread line, whatever its times tell', async () => {
		const inbox = await openInbox('instagram');
		const line = (preview: string, unread: 0 | true) => ({
			...row(now, preview),
			lastActivity: unknown,
			unread,
		});
		await inbox.read({ chats: [line('two', 0)], thread: ['one', 'two'] });
		await inbox.read({ chats: [line('two', true)] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(false);
		await inbox.read({ chats: [line('two', 0)] });
		await inbox.read({ chats: [line('three', true)] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(true);
		await inbox.read({ chats: [line('three', 0)] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(true);
		await inbox.read({ thread: ['one', 'two', 'three'] });
		expect(isNewestUnseen(await inbox.chat('Ada Brandt'))).toBe(false);
	});
});
