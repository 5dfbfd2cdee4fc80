import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reloadExtensionPage } from '../../browser/extension-page.ts';
import { browserNames } from '../../browser/find-browser.ts';
import type { Inbox } from '../../browser/inbox.ts';
import { openLocked, setPassphrase, typeInto, unlock } from '../../browser/lock.ts';
import type { SitePage } from '../../browser/site-page.ts';
import { Stube } from '../../browser/stube.ts';
import { waitUntil } from '../../browser/wait-until.ts';
import { readThrough, Seen } from '../../demo/person.ts';
import { arrival } from '../../sites/scenarios/small-circle.ts';
import { dayMs } from '../../sites/scenarios/thread.ts';
import { findWords, isOfExtension } from './profile-scan.ts';
import { sessionIsWritten } from './session-written.ts';
import { knownWords, randomWord } from './words.ts';

/** What stands in clear in the extension's own settings, and says no more than SECURITY.md. */
const clearSettings = [
	'box-life',
	'clock',
	'lock-triggers',
	'locked-because',
	'lost-while-locked',
	'preferences',
	'reloaded-at',
	'tabs-to-reopen',
];

describe.each(browserNames)('on the disk of %s, with a passphrase', (browser) => {
	const { scenario, names, texts, ids } = knownWords();
	const passphrase = `${randomWord()} ${randomWord()}`;
	const late = Array.from({ length: 6 }, randomWord);
	const typed = [randomWord(), randomWord()];
	const words = [...names, ...texts, ...late, ...typed, ...passphrase.split(' ')];
	let stube: Stube;
	let tab: Inbox;
	let site: SitePage;

	beforeAll(async () => {
		stube = await Stube.open({ browser, scenario });
	});
	afterAll(() => stube?.close());

	/** Nothing of it anywhere, and of the messengers' ids nothing in what is ours. */
	function expectNothing(): void {
		const { profile, extensionOrigin } = stube.launched;
		expect(findWords(profile, words)).toEqual([]);
		expect(
			findWords(profile, ids).filter(({ file }) => isOfExtension(file, extensionOrigin)),
		).toEqual([]);
	}

	it('nothing readable is written while it is unlocked, the passphrase neither', async () => {
		tab = await stube.openInbox();
		site = await stube.openSite('messenger');
		const [chat] = scenario.chats.filter(({ network }) => network === 'messenger');
		if (!chat) throw new Error('a chat of Messenger');
		await readThrough(site, [chat], new Seen(), tab, scenario, 28 * dayMs);
		await tab.page.bringToFront();
		await setPassphrase(tab, passphrase);
		await tab.search(typed[0] ?? '');
		expectNothing();
	});

	it('nor while it is locked and what comes waits', async () => {
		await tab.page.keyboard.press('Escape');
		await tab.page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus());
		await tab.page.keyboard.press('l').catch(() => undefined);
		tab = await openLocked(stube);
		await site.page.bringToFront();
		for (const [n, text] of late.entries()) {
			const chat = scenario.chats.find(({ network }) => network === 'messenger');
			if (!chat) throw new Error('a chat of Messenger');
			await site.act({
				do: 'arrive',
				chatId: chat.id,
				message: arrival(`late-${n}`, chat.personIds[0] ?? '', text),
			});
		}
		await waitUntil(
			async () => {
				await reloadExtensionPage(tab.page);
				return tab.page
					.waitForSelector('[data-part="waiting"]', { timeout: 1_000 })
					.catch(() => null);
			},
			(waiting) => waiting !== null,
			{ that: 'something waits', withinMs: 60_000, tell: () => null },
		);
		expect(await unlock(tab.page, typed[1] ?? '')).toBe(false);
		await typeInto(tab.page, 'Passphrase', passphrase);
		const settings = (await tab.page.evaluate(
			'(globalThis.browser ?? chrome).storage.local.get(null).then(Object.keys)',
		)) as string[];
		expect(settings.filter((key) => !clearSettings.includes(key))).toEqual([]);
		await sessionIsWritten(stube);
		expectNothing();
	});

	it('nor left behind by a kill, and all of it is there for the passphrase', async () => {
		await stube.launched.kill();
		expectNothing();
		await stube.start();
		tab = await openLocked(stube);
		expect(await unlock(tab.page, passphrase)).toBe(true);
		await tab.waitForChats((chats) => chats.some(({ preview }) => preview === late.at(-1)), {
			that: 'what came last is listed',
			withinMs: 60_000,
		});
	});
});
