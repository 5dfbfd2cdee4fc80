import { describe, expect, it } from 'vitest';
import { createNewsDesk } from '@/lib/networks/news';
import { intervalMoment } from '@/lib/networks/time/moments';
import { chatReading, messageReading, reading } from './readings';

const thread = (...texts: string[]) => ({
	chatId: 'c',
	provisionalId: null,
	title: null,
	messages: texts.map((text) => messageReading({ id: text, text })),
});

describe('what is new in a reading', () => {
	it('is everything the first time and nothing the second', () => {
		const take = createNewsDesk();
		const page = reading({ chats: [chatReading()], thread: thread('one') });
		const first = take(page);
		expect(first.chats).toHaveLength(1);
		expect(first.thread).not.toBeNull();
		first.settle();
		expect(take(page)).toMatchObject({ chats: [], thread: null });
	});

	it('comes again until it was stored', () => {
		const take = createNewsDesk();
		const page = reading({ chats: [chatReading()], thread: thread('one') });
		take(page);
		expect(take(page).chats).toHaveLength(1);
		expect(take(page).thread).not.toBeNull();
	});

	it('is all of it once more when the order of its dates is proven, and then nothing', () => {
		const take = createNewsDesk();
		const page = reading({ chats: [chatReading()], thread: thread('one') });
		take(page).settle();
		const proven = take({ ...page, dateOrder: 'dmy' });
		expect(proven.chats).toHaveLength(1);
		expect(proven.thread).not.toBeNull();
		proven.settle();
		expect(take({ ...page, dateOrder: 'dmy' })).toMatchObject({ chats: [], thread: null });
		expect(take(page)).toMatchObject({ chats: [], thread: null });
	});

	it('is only the chat that changed', () => {
		const take = createNewsDesk();
		const calm = chatReading({ id: 'calm' });
		take(reading({ chats: [calm, chatReading({ id: 'busy', unread: 1 })] })).settle();
		const busy = chatReading({ id: 'busy', unread: 2 });
		expect(take(reading({ chats: [calm, busy] })).chats).toEqual([busy]);
	});

	it('is not a relative time that ticked on', () => {
		const take = createNewsDesk();
		take(reading({ chats: [chatReading({ lastActivity: intervalMoment(100, 200) })] })).settle();
		const ticked = chatReading({ lastActivity: intervalMoment(150, 250) });
		expect(take(reading({ chats: [ticked] })).chats).toEqual([]);
	});

	it('is a relative time that can only mean new activity', () => {
		const take = createNewsDesk();
		take(reading({ chats: [chatReading({ lastActivity: intervalMoment(100, 200) })] })).settle();
		const later = chatReading({ lastActivity: intervalMoment(300, 400) });
		expect(take(reading({ chats: [later] })).chats).toEqual([later]);
	});

	it('is everything when another account signs in', () => {
		const take = createNewsDesk();
		take(reading({ chats: [chatReading()] })).settle();
		expect(take(reading({ account: 'other', chats: [chatReading()] })).chats).toHaveLength(1);
	});
});
