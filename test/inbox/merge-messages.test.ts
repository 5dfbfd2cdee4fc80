import { describe, expect, test } from 'vitest';
import { isEmpty } from '@/lib/inbox/changes';
import { dayMs, hourMs, type MessageReading, type Moment, weekMs } from '@/lib/model';
import { now, openInbox } from './open-inbox';

const minuteMs = 60_000;
const unknown: Moment = { from: null, to: null, precision: 'unknown' };
const exactly = (at: number): Moment => ({ from: at, to: at, precision: 'exact' });
const minuteAt = (from: number): Moment => ({ from, to: from + minuteMs - 1, precision: 'minute' });

/** A message that its network names. */
const named = (id: string, changes: Partial<MessageReading> = {}): Partial<MessageReading> => ({
	id,
	text: `Text of ${id}`,
	sentAt: exactly(now - hourMs),
	...changes,
});

describe('messages that their network names', () => {
	test('are stored once, in the order shown', async () => {
		const inbox = await openInbox();
		const page = { thread: [named('1'), named('2'), named('3')], title: 'Ada' };
		await inbox.read(page);
		expect(isEmpty(await inbox.read(page))).toBe(true);
		await inbox.read({ thread: [named('2'), named('3'), named('4')] });
		await inbox.read({ thread: [named('0'), named('1')] });
		expect(await inbox.texts('Ada')).toEqual([0, 1, 2, 3, 4].map((n) => `Text of ${n}`));
	});

	test('stay apart though they are equal', async () => {
		const inbox = await openInbox();
		const ok = { text: 'ok', sentAt: minuteAt(now) };
		await inbox.read({ thread: [named('1', ok), named('2', ok)], title: 'Ada' });
		await inbox.read({ thread: [named('2', ok), named('3', ok)] });
		expect(await inbox.texts('Ada')).toEqual(['ok', 'ok', 'ok']);
	});

	test('change with their sender, and are marked as their page marks them', async () => {
		const inbox = await openInbox();
		await inbox.read({ thread: [named('1'), named('2')], title: 'Ada' });
		await inbox.read({
			thread: [named('1', { text: 'Better words', edited: true, reactions: ['❤️'] }), named('2')],
		});
		expect(await inbox.messages('Ada')).toMatchObject([
			{ text: 'Better words', edited: true, reactions: ['❤️'] },
			{ text: 'Text of 2', edited: false },
		]);
	});

	test('lose everything but their place when their sender deletes them, for good', async () => {
		const inbox = await openInbox();
		const full = named('1', { quote: 'A quote', reactions: ['👍'], edited: true });
		await inbox.read({ thread: [full, named('2')], title: 'Ada' });
		await inbox.read({ thread: [named('1', { deleted: true, kind: 'deleted', text: null })] });
		await inbox.read({ thread: [full] });
		expect(await inbox.messages('Ada')).toMatchObject([
			{ kind: 'deleted', deleted: true, text: null, quote: null, reactions: [], edited: false },
			{ text: 'Text of 2' },
		]);
	});

	test('lose nothing when they are read before they are drawn', async () => {
		const inbox = await openInbox();
		const drawn = named('1', { side: 'mine', sender: 'Me', quote: 'A quote', kind: 'photo' });
		await inbox.read({ thread: [drawn], title: 'Ada' });
		const shell = { id: '1', text: null, side: 'unknown', kind: 'unsupported' } as const;
		expect(isEmpty(await inbox.read({ thread: [{ ...shell, sentAt: unknown }] }))).toBe(true);
	});

	test('gain what was not drawn at first', async () => {
		const inbox = await openInbox();
		await inbox.read({
			thread: [named('1', { text: null, side: 'unknown', sentAt: unknown })],
			title: 'Ada',
		});
		await inbox.read({ thread: [named('1', { side: 'theirs', sender: 'Ada' })] });
		expect(await inbox.messages('Ada')).toMatchObject([
			{ text: 'Text of 1', side: 'theirs', sender: 'Ada', sentAt: exactly(now - hourMs) },
		]);
	});

	test('are not cut again once they were read whole', async () => {
		const inbox = await openInbox();
		const cut = named('1', { text: 'A long', truncated: true });
		const whole = named('1', { text: 'A long story' });
		await inbox.read({ thread: [cut], title: 'Ada' });
		await inbox.read({ thread: [whole] });
		await inbox.read({ thread: [cut] });
		expect(await inbox.messages('Ada')).toMatchObject([{ text: 'A long story', truncated: false }]);
	});

	test('keep their time unless a better one is read', async () => {
		const inbox = await openInbox();
		const timed = (sentAt: Moment) => ({ thread: [named('1', { sentAt })], title: 'Ada' });
		const read = async (sentAt: Moment) => {
			await inbox.read(timed(sentAt));
			return (await inbox.messages('Ada'))[0]?.sentAt;
		};
		const day: Moment = { from: now - dayMs, to: now, precision: 'day' };
		expect(await read(day)).toEqual(day);
		expect(await read(minuteAt(now - hourMs))).toEqual(minuteAt(now - hourMs));
		expect(await read(minuteAt(now))).toEqual(minuteAt(now - hourMs));
		expect(await read(day)).toEqual(minuteAt(now - hourMs));
		expect(await read(exactly(now - hourMs + 5))).toEqual(exactly(now - hourMs + 5));
		expect(await read(unknown)).toEqual(exactly(now - hourMs + 5));
	});

	test('stand by their times where the page leaves a gap', async () => {
		const inbox = await openInbox();
		const at = (id: string, agoMs: number) => named(id, { sentAt: exactly(now - agoMs) });
		await inbox.read({ thread: [at('5', 5 * hourMs), at('6', 4 * hourMs)], title: 'Ada' });
		await inbox.read({ thread: [at('1', 9 * hourMs), at('2', 8 * hourMs)] });
		await inbox.read({ thread: [at('8', 2 * hourMs)] });
		expect(await inbox.texts('Ada')).toEqual([1, 2, 5, 6, 8].map((n) => `Text of ${n}`));
		expect((await inbox.messages('Ada')).map(({ gapBefore }) => gapBefore === true)).toEqual([
			false,
			false,
			true,
			false,
			true,
		]);
		await inbox.read({ thread: [at('6', 4 * hourMs), at('7', 3 * hourMs), at('8', 2 * hourMs)] });
		expect(await inbox.texts('Ada')).toEqual([1, 2, 5, 6, 7, 8].map((n) => `Text of ${n}`));
		expect((await inbox.messages('Ada')).filter(({ gapBefore }) => gapBefore)).toHaveLength(1);
	});

	test('of which one was not drawn at first go between their neighbours', async () => {
		const inbox = await openInbox();
		await inbox.read({ thread: [named('1'), named('3')], title: 'Ada' });
		await inbox.read({ thread: [named('1'), named('2'), named('3')] });
		expect(await inbox.texts('Ada')).toEqual(['Text of 1', 'Text of 2', 'Text of 3']);
	});
});

describe('messages without an id', () => {
	test('are not stored again, wherever the window lies', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ thread: ['c', 'd', 'e'], title: 'Ada' });
		await inbox.read({ thread: ['d', 'e', 'f'] });
		await inbox.read({ thread: ['a', 'b', 'c', 'd'] });
		await inbox.read({ thread: ['b', 'c'] });
		await inbox.read({ thread: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] });
		expect(await inbox.texts('Ada')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
	});

	test('stay apart though they are equal, and new equal ones come at the end', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ thread: ['ok', 'ok'], title: 'Ada' });
		expect(isEmpty(await inbox.read({ thread: ['ok', 'ok'] }))).toBe(true);
		await inbox.read({ thread: ['ok', 'ok', 'ok'] });
		const messages = await inbox.messages('Ada');
		expect(messages.map(({ text }) => text)).toEqual(['ok', 'ok', 'ok']);
		expect(new Set(messages.map(({ key }) => key)).size).toBe(3);
	});

	test('are two of two senders', async () => {
		const inbox = await openInbox('instagram');
		const by = (side: 'mine' | 'theirs') => ({ id: null, text: 'ok', side });
		await inbox.read({ thread: [by('mine'), by('theirs')], title: 'Ada' });
		expect(await inbox.messages('Ada')).toMatchObject([{ side: 'mine' }, { side: 'theirs' }]);
	});

	test('stay one when they get a reaction', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ thread: ['a', 'b'], title: 'Ada' });
		await inbox.read({ thread: ['a', { id: null, text: 'b', reactions: ['❤️'] }] });
		expect(await inbox.messages('Ada')).toMatchObject([{ text: 'a' }, { reactions: ['❤️'] }]);
	});

	test('stay one when they are edited where neighbours prove it', async () => {
		const inbox = await openInbox('instagram');
		const thread = ['How are you?', 'Fine thnaks', 'And you?', 'Very well', 'Good to hear'];
		await inbox.read({ thread, title: 'Ada' });
		const edited = thread.with(1, 'Fine thanks');
		await inbox.read({ thread: edited });
		expect(await inbox.texts('Ada')).toEqual(edited);
		await inbox.read({ thread: [...edited, 'Bye'] });
		expect(await inbox.texts('Ada')).toEqual([...edited, 'Bye']);
	});

	test('stay one when the newest of them is edited, in a long chat and in a short one', async () => {
		for (const thread of [
			['Hi', 'How are you', 'Fine', 'And you', 'ok'],
			['Where do we meet tomorrow?', 'ok'],
		]) {
			const inbox = await openInbox('instagram');
			await inbox.read({ thread, title: 'Ada' });
			const edited = thread.with(-1, 'ok then');
			await inbox.read({ thread: edited });
			expect(await inbox.texts('Ada')).toEqual(edited);
			await inbox.read({ thread: [...edited, 'Bye'] });
			expect(await inbox.texts('Ada')).toEqual([...edited, 'Bye']);
		}
	});

	test('stay one when the first below a separator is edited, whatever follows it', async () => {
		const atNine = (text: string) => ({ id: null, text, sentAt: minuteAt(now - dayMs) });
		for (const after of [[], ['See you at the harbour'], ['ok'], ['ok', 'ok', 'See you there']]) {
			const inbox = await openInbox('instagram');
			await inbox.read({ thread: [atNine('Where?'), ...after], title: 'Ada' });
			await inbox.read({ thread: [atNine('Where to?'), ...after] });
			expect(await inbox.texts('Ada')).toEqual(['Where to?', ...after]);
		}
	});

	test('stay two when a separator of the same minute is now above the one after', async () => {
		const inbox = await openInbox('instagram');
		const atNine = (text: string) => ({ id: null, text, sentAt: minuteAt(now - dayMs) });
		await inbox.read({ thread: [atNine('Where?'), 'At the harbour', 'ok'], title: 'Ada' });
		await inbox.read({ thread: [atNine('At the harbour'), 'ok'] });
		expect(await inbox.texts('Ada')).toEqual(['Where?', 'At the harbour', 'ok']);
	});

	test('stay one when they say that they were edited', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ thread: ['a', 'b'], title: 'Ada' });
		await inbox.read({ thread: ['a', { id: null, text: 'B!', edited: true }] });
		expect(await inbox.texts('Ada')).toEqual(['a', 'B!']);
	});

	test('are not taken for an edit of another when one was taken back and a new one sent', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ thread: ['a', 'b', 'c'], title: 'Ada' });
		await inbox.read({ thread: ['a', 'b', 'd'] });
		expect(await inbox.texts('Ada')).toEqual(['a', 'b', 'c', 'd']);
	});

	test('stay one when the page leaves one out', async () => {
		const inbox = await openInbox('instagram');
		const thread = ['one', 'two', 'three', 'four', 'five', 'six'];
		await inbox.read({ thread: thread.filter((text) => text !== 'three'), title: 'Ada' });
		await inbox.read({ thread });
		expect(await inbox.texts('Ada')).toEqual(thread);
	});

	test('are other ones when their times say so', async () => {
		const inbox = await openInbox('instagram');
		const morning = (at: number) => ({ id: null, text: 'Morning', sentAt: minuteAt(at) });
		await inbox.read({ thread: [morning(now - 2 * dayMs), morning(now - dayMs)], title: 'Ada' });
		await inbox.read({ thread: [morning(now)] });
		expect(await inbox.texts('Ada')).toEqual(['Morning', 'Morning', 'Morning']);
	});

	test('close a gap when the page shows what lies in it', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ thread: ['a', 'b', 'c'], title: 'Ada' });
		await inbox.read({ thread: ['x', 'y', 'z'] });
		await inbox.read({ thread: ['w', 'x'] });
		expect((await inbox.messages('Ada')).map(({ gapBefore }) => gapBefore === true)).toEqual([
			false,
			false,
			false,
			true,
			false,
			false,
			false,
		]);
		await inbox.read({ thread: ['c', 'd', 'w'] });
		expect((await inbox.texts('Ada')).join('')).toBe('abcdwxyz');
		expect((await inbox.messages('Ada')).some(({ gapBefore }) => gapBefore)).toBe(false);
	});

	test('lose their words when their sender deletes them', async () => {
		const inbox = await openInbox('instagram');
		await inbox.read({ thread: ['a', 'b', 'c'], title: 'Ada' });
		const deleted = { id: null, text: null, kind: 'deleted', deleted: true } as const;
		const page = { thread: ['a', deleted, 'c'] };
		await inbox.read(page);
		expect(await inbox.texts('Ada')).toEqual(['a', null, 'c']);
		expect(isEmpty(await inbox.read(page))).toBe(true);
	});

	test('are found again after the others were read before they were drawn', async () => {
		const inbox = await openInbox('instagram');
		const unsure = { id: null, text: 'b', side: 'unknown' } as const;
		await inbox.read({ thread: ['a', unsure, 'c'], title: 'Ada' });
		await inbox.read({ thread: ['a', 'b', 'c'] });
		await inbox.read({ thread: ['a', unsure, 'c'] });
		expect(await inbox.messages('Ada')).toMatchObject([
			{ text: 'a' },
			{ text: 'b', side: 'theirs' },
			{ text: 'c' },
		]);
	});
});

describe('what is past its time', () => {
	test('is not captured', async () => {
		const inbox = await openInbox();
		const old = named('1', { sentAt: exactly(now - 4 * weekMs) });
		const young = named('2', { sentAt: exactly(now - 4 * weekMs + 1) });
		await inbox.read({ thread: [old, young], title: 'Ada' });
		expect(await inbox.texts('Ada')).toEqual(['Text of 2']);
	});

	test('takes what stands before it and has no time of its own along', async () => {
		const inbox = await openInbox('instagram');
		const at = (text: string, sentAt: Moment) => ({ id: null, text, sentAt });
		await inbox.read({
			thread: [
				at('before', unknown),
				at('old', minuteAt(now - 5 * weekMs)),
				at('after', unknown),
				at('new', minuteAt(now)),
			],
			title: 'Ada',
		});
		expect(await inbox.texts('Ada')).toEqual(['after', 'new']);
	});

	test('is not taken up again while it waits to be removed', async () => {
		const inbox = await openInbox();
		await inbox.read({ thread: [named('1')], title: 'Ada' });
		await inbox.store.put({ chats: [{ ...(await inbox.chat('Ada')), timer: hourMs }] });
		const changes = await inbox.read({ thread: [named('1', { reactions: ['❤️'] })] });
		expect(isEmpty(changes)).toBe(true);
	});
});
