import { describe, expect, it } from 'vitest';
import { openExtensionPage } from '../browser/extension-page.ts';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox, ShownChat } from '../browser/inbox.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { fillInbox, quietHouse } from '../screens/visit.ts';
import { useStube } from './use-stube.ts';

describe.each(browserNames)('in %s, a person at the list', (browser) => {
	const stube = useStube(() => ({ browser, scenario: quietHouse }));
	let inbox: Inbox;

	const titles = async (): Promise<string[]> => (await inbox.chats()).map(({ title }) => title);
	const waitFor = (that: string, isReached: (chats: ShownChat[]) => boolean) =>
		inbox.waitForChats(isReached, { that });
	const rowOf = (chats: ShownChat[], title: string) => chats.find((chat) => chat.title === title);
	/** Keys go to the page, as a person types them; the row is reached by `j`. */
	const type = async (...keys: Parameters<Inbox['page']['keyboard']['press']>[0][]) => {
		await inbox.page.bringToFront();
		for (const key of keys) await inbox.page.keyboard.press(key);
	};
	const focusRow = (title: string) =>
		inbox.page.evaluate((wanted) => {
			const rows = [...document.querySelectorAll<HTMLElement>('button[data-chat]')];
			rows.find((row) => row.querySelector('[data-part="title"]')?.textContent === wanted)?.focus();
		}, title);
	const focused = () =>
		inbox.page.evaluate(
			() => document.activeElement?.querySelector('[data-part="title"]')?.textContent ?? null,
		);
	const badge = () =>
		inbox.page.evaluate(
			'(globalThis.browser ?? chrome).action.getBadgeText({})',
		) as Promise<string>;

	it('goes through it, pins and archives by keys alone, and takes back what was done', async () => {
		await fillInbox(stube());
		inbox = await stube().openPopup();
		await waitFor('the house is listed', (chats) => chats.length > 10);
		await focusRow('Anna Marsh');
		await type('j', 'j');
		expect(await focused()).toBe('lena.k');
		await type('p');
		await waitFor('lena.k is pinned on top', (chats) =>
			chats.slice(0, 2).some(({ title, pinned }) => title === 'lena.k' && pinned),
		);
		await focusRow('Dad');
		await type('e');
		await waitFor('Dad is put away', (chats) => !rowOf(chats, 'Dad'));
		await inbox.press('Undo');
		await waitFor('Dad is back', (chats) => rowOf(chats, 'Dad') !== undefined);
	});

	it('opens the menu of a row by a right click, and deletes a chat only when asked twice', async () => {
		const before = (await titles()).length;
		await inbox.page.evaluate(() => {
			const rows = [...document.querySelectorAll<HTMLElement>('button[data-chat]')];
			const row = rows.find((each) => each.textContent?.includes('Opa Heinz'));
			row?.dispatchEvent(
				new MouseEvent('contextmenu', { bubbles: true, clientX: 90, clientY: 90 }),
			);
		});
		await inbox.press('Delete…');
		await inbox.press('Delete');
		await waitFor('one is gone', (chats) => chats.length === before - 1);
		expect(await titles()).not.toContain('Opa Heinz');
	});

	it('reads a chat here, which is marked so and counted no more, and nothing else', async () => {
		const count = Number(await badge());
		await inbox.openChat('messenger', 'Weekend Hikers');
		await inbox.goBack();
		await waitFor('it counts as read', (chats) => rowOf(chats, 'Weekend Hikers')?.unread === 0);
		expect(
			await inbox.page.evaluate(() => document.querySelectorAll('[data-part="read-here"]').length),
		).toBe(1);
		await waitUntil(badge, (text) => Number(text) === count - 1, { that: 'one less is counted' });
		await focusRow('Weekend Hikers');
		await type('u');
		await waitFor('it is unread again', (chats) => rowOf(chats, 'Weekend Hikers')?.unread === 5);
	});

	it('puts several away at once, and finds them on their shelf after a restart of the page', async () => {
		await focusRow('Tom Ashworth');
		await type('x', 'j', 'x', 's');
		await inbox.press('Until somebody writes');
		await waitFor('both are put away', (chats) => !rowOf(chats, 'Tom Ashworth'));
		await inbox.page.close();
		inbox = await stube().openPopup();
		await waitFor('the list is drawn', (chats) => chats.length > 5);
		await inbox.press('Snoozed');
		expect(await waitFor('two are snoozed', (chats) => chats.length === 2)).toHaveLength(2);
	});

	it('finds the frame as it was left: its filter, its open chat, its search', async () => {
		await inbox.openChat('messenger', 'Tom Ashworth');
		const heading = () =>
			inbox.page.evaluate(
				() => document.querySelector('h2[data-part="title"]')?.textContent ?? null,
			);
		await inbox.page.close();
		inbox = await stube().openPopup();
		await waitUntil(heading, (title) => title === 'Tom Ashworth', {
			that: 'the same chat is open',
		});
		await inbox.goBack();
		await waitFor('the shelf is shown', (chats) => chats.length === 2);
		await inbox.press('All');
		await inbox.search('dinner');
		await waitUntil(
			() => inbox.page.evaluate(() => document.querySelectorAll('mark').length),
			(marks) => marks > 0,
			{ that: 'the word is found' },
		);
		await inbox.page.close();
		inbox = await stube().openPopup();
		await waitUntil(
			() => inbox.page.evaluate(() => document.querySelectorAll('mark').length),
			(marks) => marks > 0,
			{ that: 'the word is still found' },
		);
		expect(
			await inbox.page.evaluate(() => [document.title, location.search, location.hash]),
		).toEqual(['Stube', '', '']);
	});

	it('narrows a search by operators, and to one chat and back', async () => {
		const found = () =>
			inbox.page.evaluate(() =>
				[...document.querySelectorAll('.results [data-side] [data-part="preview-text"]')].map(
					(text) => text.textContent,
				),
			);
		const search = async (words: string) => {
			await inbox.press('Clear search');
			await inbox.search(words);
		};
		await search('from:me dinner');
		expect(
			await waitUntil(found, (texts) => texts.length === 1, { that: 'mine is found' }),
		).toEqual(['Owe you a dinner']);
		await search('has:link in:anna');
		const [link] = await waitUntil(found, (texts) => texts.length === 1, {
			that: 'a link is found',
		});
		expect(link).toContain('canal-kitchen.example');
		await search('the');
		const all = await waitUntil(found, (texts) => texts.length > 3, { that: 'many are found' });
		await inbox.press('Messenger');
		await waitUntil(found, (texts) => texts.length > 0 && texts.length < all.length, {
			that: 'fewer are found on one network',
		});
		await inbox.press('Everywhere');
		await waitUntil(found, (texts) => texts.length === all.length, { that: 'all are found again' });
		await inbox.press('Clear search');
	});

	it('scrolls through thousands of chats, of which few are drawn, to the last by one key', async () => {
		const page = await openExtensionPage(stube().launched, 'try-inbox');
		await page.waitForSelector('[data-ready]');
		await page.evaluate('fillCrowd({ chats: 3000, messages: 2000, unread: 400 })');
		await page.close();
		await inbox.page.bringToFront();
		await waitFor('the crowd is listed', (chats) => rowOf(chats, 'The long one') !== undefined);
		expect((await inbox.chats()).length).toBeLessThan(120);
		await focusRow('The long one');
		await type('End');
		const place = () =>
			inbox.page.evaluate(() => {
				const row = document.activeElement;
				const item = row?.closest('li');
				const { top, bottom } = row?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
				return {
					at: Number(item?.getAttribute('aria-posinset')),
					of: Number(item?.getAttribute('aria-setsize')),
					isInView: top > 0 && bottom <= innerHeight,
				};
			});
		const last = await waitUntil(place, ({ at, of }) => at > 0 && at === of, {
			that: 'the last is reached',
		});
		expect(last.of).toBeGreaterThan(3000);
		expect(last.isInView).toBe(true);
		await type('Home');
		await waitUntil(place, ({ at }) => at === 1, { that: 'the first is reached' });
	});

	it('opens a long chat at the first unread message, and scrolls both ways from there', async () => {
		await inbox.openChat('whatsapp', 'The long one');
		const lines = async () =>
			(await inbox.messages()).map(({ text }) => Number(text?.replace('Line ', '')));
		const first = await waitUntil(
			() =>
				inbox.page.evaluate(
					() =>
						document
							.querySelector('[data-part="unread-line"]')
							?.closest('li')
							?.querySelector('[data-part="text"]')?.textContent ?? null,
				),
			(text) => text !== null,
			{ that: 'the first unread one is marked' },
		);
		// Of 2000, each third is mine: 400 of theirs are the newest 600.
		expect(first).toBe('Line 1400');
		const scrollTo = (where: 'top' | 'bottom') =>
			inbox.page.evaluate((end) => {
				const scroller = document.querySelector('[data-part="messages"]');
				if (scroller) scroller.scrollTop = end === 'top' ? 0 : scroller.scrollHeight;
			}, where);
		const isWhole = (all: number[]) =>
			all.every((line, at) => at === 0 || line === (all[at - 1] ?? 0) + 1);
		for (const [where, wanted] of [
			['top', 0],
			['bottom', 1999],
		] as const) {
			const reached = await waitUntil(
				async () => {
					await scrollTo(where);
					return lines();
				},
				(all) => all.includes(wanted),
				{ that: `line ${wanted} is reached` },
			);
			expect(isWhole(reached)).toBe(true);
			expect(reached.length).toBeLessThanOrEqual(768);
		}
	});
});
