import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekMs } from '@/lib/model';
import { tellInTime } from '../tell-in-time';
import { now, openInbox, type Page } from './open-inbox';

/** One person, as WhatsApp has stored their chat: under a private id, and by phone number. */
const privateId = '103590000000001@lid';
const phoneId = '49170000001@c.us';

const said = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
const windowOf = (from: number, length: number) =>
	said.slice(from, from + length).map((text) => ({
		id: `3EB0${text}`,
		text,
		sentAt: {
			from: now - 60_000 * (20 - said.indexOf(text)),
			to: now - 60_000 * (20 - said.indexOf(text)) + 59_999,
			precision: 'minute' as const,
		},
	}));

describe('a chat that its network knows under two ids', () => {
	test('stays one when the second becomes known, with messages, last line and timer', async () => {
		const inbox = await openInbox();
		await inbox.read({
			chats: [{ id: privateId, title: 'Ada', preview: 'Two' }],
			...{ thread: windowOf(0, 2), chatId: privateId },
		});
		await inbox.store.put({ chats: [{ ...(await inbox.chat('Ada')), timer: weekMs }] });

		await inbox.read({
			chats: [{ id: phoneId, otherIds: [privateId], title: 'Ada', preview: 'Three' }],
			...{ thread: windowOf(1, 2), chatId: phoneId },
		});
		expect(await inbox.texts('Ada')).toEqual(['One', 'Two', 'Three']);
		expect(await inbox.preview('Ada')).toBe('Three');
		expect(await inbox.chat('Ada')).toMatchObject({ nativeId: phoneId, timer: weekMs });
	});

	test('is joined where both were stored before', async () => {
		const inbox = await openInbox();
		await inbox.read({ thread: windowOf(0, 2), chatId: privateId, title: 'Ada' });
		await inbox.read({ thread: windowOf(1, 2), chatId: phoneId, title: 'Ada' });
		expect(await inbox.titles()).toEqual(['Ada', 'Ada']);
		await inbox.read({ chats: [{ id: phoneId, otherIds: [privateId], title: 'Ada' }] });
		expect(await inbox.texts('Ada')).toEqual(['One', 'Two', 'Three']);
		await inbox.read({ thread: windowOf(0, 4), chatId: privateId, title: 'Ada' });
		expect(await inbox.texts('Ada')).toEqual(['One', 'Two', 'Three', 'Four']);
	});

	test('that went by its title before its id was known keeps each message once', async () => {
		const inbox = await openInbox();
		const provisionalId = 'title:Ada';
		await inbox.read({
			chats: [{ id: null, provisionalId, title: 'Ada' }],
			...{ thread: windowOf(0, 3), chatId: null, provisionalId },
		});
		await inbox.read({
			chats: [{ id: phoneId, provisionalId, title: 'Ada' }],
			...{ thread: windowOf(1, 3), chatId: phoneId, provisionalId },
		});
		expect(await inbox.texts('Ada')).toEqual(['One', 'Two', 'Three', 'Four']);
	});

	test('is one for good, and has each message once, in whatever order its ids are seen', async () => {
		const page = fc.record({
			face: fc.constantFrom('private', 'phone', 'both'),
			part: fc.constantFrom('row', 'thread', 'row and thread'),
			from: fc.nat({ max: 4 }),
			length: fc.integer({ min: 2, max: 4 }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(page, { minLength: 2, maxLength: 7 }), async (pages) => {
				const inbox = await openInbox();
				const seen = new Set<string>();
				const show = async ({ face, part, from, length }: (typeof pages)[number]) => {
					const id = face === 'private' ? privateId : phoneId;
					const otherIds = face === 'both' ? [privateId] : undefined;
					const shown: Page = { title: 'Ada' };
					if (part !== 'thread') shown.chats = [{ id, otherIds, title: 'Ada' }];
					if (part !== 'row') {
						shown.thread = windowOf(from, length);
						shown.chatId = id;
						shown.otherIds = otherIds;
						for (const { text } of shown.thread as { text: string }[]) seen.add(text);
					}
					await inbox.read(shown);
				};
				for (const shown of pages) await show(shown);
				await show({ face: 'both', part: 'row', from: 0, length: 2 });
				expect(await inbox.titles()).toEqual(['Ada']);
				const texts = await inbox.texts('Ada');
				expect([...texts].sort()).toEqual([...seen].sort());
				for (const shown of pages) await show(shown);
				expect(await inbox.titles()).toEqual(['Ada']);
				expect((await inbox.texts('Ada')).sort()).toEqual([...seen].sort());
			}),
			{ numRuns: 150, ...tellInTime() },
		);
	});
});
