import { describe, expect, it } from 'vitest';
import { browserNames } from '../../browser/find-browser.ts';
import { movedClock } from '../../browser/moved-clock.ts';
import { Stube } from '../../browser/stube.ts';
import { waitUntil } from '../../browser/wait-until.ts';
import { chatTitle } from '../../sites/scenarios/chat-title.ts';
import { dayMs } from '../../sites/scenarios/thread.ts';
import { findWords } from './profile-scan.ts';
import { knownWords } from './words.ts';

/** Past four weeks and the day in which a bucket ends, and still taken for absence. */
const away = 30 * dayMs;

describe.each(browserNames)('in %s, what expired while the browser was closed', (browser) => {
	it('is in no view and in no file at once, whichever day the clock says', async (test) => {
		const clock = movedClock(away);
		if (!clock) {
			test.skip('no C compiler builds what moves the clock');
			return;
		}
		const { scenario, names, texts } = knownWords();
		const [chat] = scenario.chats.filter(({ network }) => network === 'messenger');
		if (!chat) throw new Error('a chat on Messenger');
		const stube = await Stube.open({ browser, scenario });
		try {
			const site = await stube.openSite('messenger');
			await site.act({ do: 'open', chatId: chat.id });
			const before = await stube.openPopup();
			await before.waitForChats((chats) => chats.length === 2, { that: 'the chats are listed' });
			await before.openChat('messenger', chatTitle(scenario, chat));
			await before.waitForMessages((all) => all.length === chat.messages.length, {
				that: 'the chat is captured',
			});

			await stube.launched.close();
			await stube.start(clock);
			const after = await stube.openPopup();
			expect(await after.page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + away / 2);
			const shown = await waitUntil(
				() => after.page.evaluate(() => document.body.innerText),
				(text) => text.length > 0,
				{ that: 'the list is drawn' },
			);
			for (const word of [...texts, ...names]) expect(shown).not.toContain(word);
			await waitUntil(
				() => after.page.evaluate(countRows),
				({ due, pages, tails }) => due === 0 && pages === 0 && tails === 0,
				{ that: 'nothing is left to expire, and no row of it' },
			);
			const { profile } = stube.launched;
			expect(findWords(profile, [...names, ...texts])).toEqual([]);
			await stube.launched.close();
			expect(findWords(profile, [...names, ...texts])).toEqual([]);
			await stube.start();
		} finally {
			await stube.close();
		}
	});
});

/** Rows of the store, in the page. */
async function countRows(): Promise<{ due: number; pages: number; tails: number }> {
	const [found] = (await indexedDB.databases()).filter(({ name }) => name === 'stube');
	if (!found?.name) return { due: -1, pages: -1, tails: -1 };
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open(found.name ?? '');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const count = (store: string) =>
		new Promise<number>((resolve, reject) => {
			const request = database.transaction(store).objectStore(store).count();
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const [due, pages, tails] = await Promise.all([count('due'), count('page'), count('tail')]);
	database.close();
	return { due, pages, tails };
}
