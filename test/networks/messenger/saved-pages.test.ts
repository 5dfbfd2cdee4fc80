// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Moment } from '@/lib/model';
import { businessPages, hasSavedPages, savedPage, skipReason } from './saved-pages';
import { readHtml } from './stand-in';

/** A Saturday after all pages were saved; local noon. */
const now = new Date(2026, 7, 22, 12).getTime();

const local = (month: number, day: number, hour: number, minute: number): Moment => {
	const from = new Date(2026, month - 1, day, hour, minute).getTime();
	return { from, to: from + 59_999, precision: 'minute' };
};

/** Ids of these pages were made up when they were saved: their times come from the labels. */
const madeUpIds = ['ids-out-of-range', 'no-chat-list'];

describe.skipIf(!hasSavedPages)(`saved pages of Messenger${skipReason}`, () => {
	it('the thread with weekdays is read message by message', async () => {
		const { state, problems, layers, thread } = await readHtml(
			savedPage('postpuller-thread-weekday-dates.html'),
			{ now, openedAt: now - 20_000 },
		);
		expect(state).toBe('degraded');
		// Its words were replaced one by one, so labels and texts differ.
		expect(problems.sort()).toEqual([...madeUpIds, 'texts-disagree-with-labels'].sort());
		expect(layers).toEqual({ chats: null, messages: 'message-id' });
		expect(thread?.chatId).toBe('1');
		const rows = thread?.messages ?? [];
		expect(rows.map(({ id }) => id)).toEqual(
			[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) =>
				n < 10 ? `mid.$fq1cny9kv6hs3ep0bmx8ju5gr2do${n}` : `mid.$fq1cny9kv6hs3ep0bmx8ju5gr2d${n}`,
			),
		);
		const mine = [true, false, false, false, false, true, false, true, false, true, true];
		expect(rows.map(({ side }) => side)).toEqual(mine.map((is) => (is ? 'mine' : 'theirs')));
		expect(rows.map(({ sender }) => sender)).toEqual(mine.map((is) => (is ? null : 'Bea Lambert')));
		expect(rows.map(({ kind }) => kind)).toEqual([
			...Array.from({ length: 8 }, () => 'text'),
			'share',
			'share',
			'text',
		]);
		expect(rows.map(({ text }) => text)).toEqual([
			'quibus',
			'anima',
			'anima ani quib lu nectar \ntempus nec lucem ani silva anim',
			'silv nectar silva',
			'lucem ani silva ratio te certus mirum mir quibus orbi tempus ferunt',
			expect.stringMatching(/^or mirum mir si orbi .* te or mirum ra$/u),
			'silva anima tempus qu lu quib',
			'ratio ferunt silv ra nect un te certus ne',
			null,
			null,
			'unda or ne ra und cer miru ferunt lucem ra',
		]);
		expect(rows.map(({ quote }) => quote !== null)).toEqual(rows.map((_row, index) => index === 5));
		expect(rows.map(({ toStory }) => toStory === true)).toEqual(
			rows.map((_row, index) => index === 10),
		);
		expect(rows[5]?.quote).toBe('anima ani quib lu nectar \ntempus nec lucem ani silva anim');
		expect(rows.map(({ reactions }) => reactions.join())).toEqual([
			...['', '❤️', '❤️', '🤗', '', '', '❤️', '', '', '😆', ''],
		]);
		expect(rows.map(({ sentAt }) => sentAt)).toEqual([
			local(8, 18, 14, 51),
			local(8, 18, 20, 6),
			local(8, 18, 20, 6),
			local(8, 18, 20, 7),
			local(8, 18, 20, 9),
			local(8, 18, 20, 13),
			local(8, 18, 20, 25),
			local(8, 18, 20, 36),
			local(8, 18, 20, 42),
			local(8, 18, 20, 47),
			local(8, 22, 8, 10),
		]);
		expect(rows.some(({ edited, deleted }) => edited || deleted)).toBe(false);
	});

	it('the thread with reactions is read with its reply and without its avatar', async () => {
		const { thread, problems } = await readHtml(
			savedPage('postpuller-thread-reactions.excerpt.html'),
			{ now, openedAt: now - 20_000, url: new URL('https://www.facebook.com/messages/e2ee/t/9/') },
		);
		expect(problems.sort()).toEqual([...madeUpIds].sort());
		expect(thread?.chatId).toBe('9');
		expect(thread?.messages).toMatchObject([
			{
				id: '307418529630741@msgr.3074185296307418521',
				side: 'theirs',
				sender: 'Bea Lambert',
				text: expect.stringMatching(/^qu anima an temp .* ratio unda certus$/u),
				quote: null,
				reactions: [],
				sentAt: local(8, 21, 16, 15),
			},
			{
				id: '307418529630741@msgr.3074185296307418522',
				side: 'mine',
				sender: null,
				text: 'anima an ferunt fer nectar silva sil mi lu mirum',
				quote: 'nect ratio mi certus ce mir mirum orb orbi an feru nectar silva feru mi',
				reactions: ['😆'],
				sentAt: local(8, 21, 16, 15),
			},
		]);
	});

	it('the rows cut from the live list are read, and the unread ones told apart', async () => {
		const { state, layers, chats, thread } = await readHtml(
			savedPage('inline-crm-chatrows-live.en.html'),
			{ now, url: new URL('https://www.facebook.com/messages/') },
		);
		const threeMinutes = {
			from: now - 4 * 60_000 + 1,
			to: now - 3 * 60_000,
			precision: 'interval',
		};
		expect(state).toBe('reading');
		expect(layers.chats).toBe('grid');
		expect(thread).toBeNull();
		expect(chats).toMatchObject([
			{
				id: '8085507334848841',
				title: 'Nicole, Joseph',
				preview: 'Joseph sent a photo.',
				unread: true,
				lastActivity: threeMinutes,
			},
			{
				id: '8085507334848842',
				title: 'Nicole, Joseph',
				preview: 'Joseph sent a photo.',
				unread: 0,
				lastActivity: threeMinutes,
			},
			{ id: '123', title: 'Rhoda F. Taylor', preview: 'You: Ok', unread: true },
		]);
	});

	it('bare rows are read by their links: one chat per thread, muted where marked', async () => {
		const { state, layers, chats } = await readHtml(
			savedPage('inline-deskwrapper-unread-rows.en.html'),
			{ now, url: new URL('https://www.facebook.com/messages/') },
		);
		expect(state).toBe('degraded');
		expect(layers.chats).toBe('links');
		const name = 'RAOB Currock Lodge';
		expect(chats.map(({ id, title, unread, muted }) => ({ id, title, unread, muted }))).toEqual([
			{ id: '6382594055138206', title: name, unread: true, muted: false },
			{ id: '222', title: 'Read', unread: 0, muted: false },
			{ id: '333', title: name, unread: true, muted: true },
		]);
	});

	it('the drawer names its chats and leaves out the link to itself', async () => {
		const html = savedPage('inline-soloagency-drawer.en.html');
		const { layers, chats, state } = await readHtml(html, {
			now,
			url: new URL('https://www.facebook.com/messages/'),
		});
		expect(state).toBe('degraded');
		expect(layers.chats).toBe('drawer');
		expect(chats.map(({ id, title, unread }) => ({ id, title, unread }))).toEqual([
			{ id: '8869945636392752', title: 'Vo', unread: null },
			{ id: '7668669486530168', title: 'Le', unread: null },
		]);
		const feed = await readHtml(html, { now, url: new URL('https://www.facebook.com/') });
		expect(feed).toMatchObject({ state: 'dormant', chats: [], thread: null });
	});

	it.each(businessPages)('%s is not recognised', async (name) => {
		for (const url of [
			'https://business.facebook.com/latest/inbox',
			'https://www.facebook.com/messages/t/1/',
		]) {
			const reading = await readHtml(savedPage(name), {
				now,
				openedAt: now - 20_000,
				url: new URL(url),
			});
			expect(reading).toMatchObject({ state: 'unknown-page', chats: [], thread: null });
		}
	});
});
