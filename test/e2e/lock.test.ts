import { describe, expect, it } from 'vitest';
import { stopBackground } from '../browser/background.ts';
import { reloadExtensionPage } from '../browser/extension-page.ts';
import { listenForFaults } from '../browser/faults.ts';
import { browserNames } from '../browser/find-browser.ts';
import { Inbox } from '../browser/inbox.ts';
import { openLocked, setPassphrase, typeInto, unlock } from '../browser/lock.ts';
import { isInPrivateWindow } from '../browser/private-window.ts';
import type { SitePage } from '../browser/site-page.ts';
import { addAuthenticator } from '../browser/virtual-authenticator.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { arrival, smallCircle } from '../sites/scenarios/small-circle.ts';
import { useStube } from './use-stube.ts';

const passphrase = 'three green kettles';

describe.each(browserNames)('in %s, the lock', (browser) => {
	const stube = useStube(() => ({ browser, scenario: smallCircle(Date.now()) }));
	let inbox: Inbox;
	let site: SitePage;
	/** What failed on the messenger's page, in its own scripts and in readers. */
	let faults: readonly string[];

	const previews = async () => (await inbox.chats()).map(({ preview }) => preview);
	/** What the extension keeps in the browser's memory. */
	const session = (): Promise<Record<string, unknown>> =>
		inbox.page.evaluate('(globalThis.browser ?? chrome).storage.session.get(null)') as Promise<
			Record<string, unknown>
		>;

	it('leaves private windows alone', async () => {
		inbox = await stube().openInbox();
		// Also where somebody allows it: a browser would then let in what does not refuse.
		expect(
			await inbox.page.evaluate('(globalThis.browser ?? chrome).runtime.getManifest().incognito'),
		).toBe('not_allowed');
		expect(await isInPrivateWindow(stube().launched)).toBe(false);
		await inbox.waitForChats((chats) => chats.length === 0, { that: 'nothing was read there' });
	});

	it('is set with a passphrase, and what was there stays', async () => {
		site = await stube().openSite('messenger');
		faults = await listenForFaults(site.page);
		await inbox.waitForChats((chats) => chats.length === 2, { that: 'the chats are listed' });
		const before = await previews();
		await setPassphrase(inbox, passphrase);
		await inbox.waitForChats((chats) => chats.length === 2, { that: 'the chats are still listed' });
		expect(await previews()).toEqual(before);
	});

	it('does not ask again when the worker was ended', async () => {
		await stopBackground(stube().launched);
		const popup = await stube().openPopup();
		await popup.waitForChats((chats) => chats.length === 2, { that: 'the popup lists the chats' });
		await popup.page.close();
	});

	/** How many full tabs each window has that has one. */
	const fullTabs = (): Promise<number[]> =>
		inbox.page.evaluate(
			`(globalThis.browser ?? chrome).windows.getAll({ populate: true }).then((windows) =>
				windows
					.map(({ tabs }) => tabs.filter(({ url }) => url?.endsWith('/inbox.html')).length)
					.filter((count) => count > 0))`,
		) as Promise<number[]>;

	it('shuts with a key, in every window: views are empty of what they held, and open tabs come back', async () => {
		await inbox.page.evaluate(
			`(globalThis.browser ?? chrome).windows.create({ url: location.origin + '/inbox.html' })`,
		);
		await waitUntil(fullTabs, (counts) => counts.join() === '1,1', { that: 'two windows show it' });
		await inbox.page.bringToFront();
		await inbox.page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus());
		// The page is ended by what it asks for.
		await inbox.page.keyboard.press('l').catch(() => undefined);
		inbox = await openLocked(stube());
		const words = await inbox.page.evaluate(() => document.body.innerText);
		expect(words).toContain('You locked it.');
		expect(words).not.toContain('Ada');
		expect(await session()).not.toHaveProperty('vault-secret');
		await waitUntil(fullTabs, (counts) => counts.join() === '1,1', {
			that: 'the full tabs are there again, each in its window',
		});
	});

	it('goes on collecting, and tells of what waits only how much it is', async () => {
		await site.page.bringToFront();
		await site.act({
			do: 'arrive',
			chatId: 'messenger-friend',
			message: arrival('while-locked', 'ada', 'It rains here'),
		});
		await waitUntil(
			async () => {
				await reloadExtensionPage(inbox.page);
				await inbox.page.waitForSelector('[data-locked]');
				await inbox.page
					.waitForSelector('[data-part="waiting"]', { timeout: 1_000 })
					.catch(() => null);
				return inbox.page.evaluate(() => document.body.innerText);
			},
			(words) => /Meanwhile \d+ records? waits?, sealed/u.test(words),
			{ that: 'a record waits', withinMs: 60_000 },
		);
		// The reader that the reload left behind went without a word, and its successor reads.
		expect(faults).toEqual([]);
	});

	it('stays shut for a wrong passphrase and opens for the right one', async () => {
		expect(await unlock(inbox.page, 'three green cattle')).toBe(false);
		expect(await unlock(inbox.page, passphrase)).toBe(true);
	});

	it.runIf(browser === 'chromium')('opens with a passkey on the lock screen itself', async () => {
		const full = await stube().openInbox();
		const { page } = full;
		await addAuthenticator(page);
		await full.press('Settings');
		await full.press('Add a passkey');
		await typeInto(page, 'Current passphrase', passphrase);
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-method="passkey"]');
		await full.press('Back');
		// The authenticator goes with its page, which the reload that follows a lock would close.
		await page.evaluate(`chrome.storage.local.set({ 'reloaded-at': Date.now() })`);
		await full.press('Lock now');
		await full.press('Unlock with a passkey');
		await page.waitForSelector('.list-pane');
		expect(await session()).toHaveProperty('vault-secret');
		await page.close();
	});

	it('shows what came meanwhile, once', async () => {
		await inbox.waitForChats((chats) => chats.some(({ preview }) => preview === 'It rains here'), {
			that: 'the new message is listed',
		});
		const messages = await inbox.readChat('messenger', 'Ada Brook');
		expect(messages.filter(({ text }) => text === 'It rains here').length).toBeLessThan(2);
	});

	it('is shut after the browser was killed, and opens with the same passphrase', async () => {
		await stube().relaunch('kill');
		inbox = await openLocked(stube());
		expect(await inbox.page.evaluate(() => document.body.innerText)).toContain(
			'It locks when the browser or Stube starts anew.',
		);
		expect(await unlock(inbox.page, passphrase)).toBe(true);
		await inbox.waitForChats((chats) => chats.length === 2, { that: 'the chats are back' });
	});

	it('outlives a storm: three views lock at once, two unlock at once, and again before the memory was given back', async () => {
		const names = ['popup', 'sidepanel', 'inbox'] as const;
		const reloads = new Set<number>();
		const views = async () => {
			const opened: Inbox[] = [];
			for (const name of names)
				opened.push(new Inbox(await stube().openPage(name), stube().launched));
			for (const view of opened) {
				await view.waitForChats((chats) => chats.length === 2, { that: 'the chats are listed' });
				await view.page.waitForSelector('button[aria-label="Lock now"]');
			}
			return opened;
		};
		// By the pages' own buttons: keys go to the page in front alone. Each is ended by it.
		const lockIn = ({ page }: Inbox): Promise<void> =>
			page.evaluate(() => {
				const button = document.querySelector<HTMLElement>('button[aria-label="Lock now"]');
				setTimeout(() => button?.click());
			});
		for (let round = 0; round < 2; round += 1) {
			await Promise.all((await views()).map(lockIn));
			const [popup, panel] = [await openLocked(stube()), await openLocked(stube(), 'sidepanel')];
			inbox = popup;
			expect(await session()).not.toHaveProperty('vault-secret');
			const { 'reloaded-at': at } = (await popup.page.evaluate(
				'(globalThis.browser ?? chrome).storage.local.get("reloaded-at")',
			)) as { 'reloaded-at'?: number };
			if (at !== undefined) reloads.add(at);
			await typeInto(panel.page, 'Passphrase', passphrase);
			await typeInto(popup.page, 'Passphrase', passphrase);
			await Promise.all(
				[panel, popup].map(({ page }) =>
					page.evaluate(() => document.querySelector('form')?.requestSubmit()),
				),
			);
			for (const view of [panel, popup])
				await view.waitForChats((chats) => chats.length === 2, { that: 'both list the chats' });
		}
		const times = [...reloads].sort((a, b) => a - b);
		for (const [n, at] of times.slice(1).entries())
			expect(at - (times[n] ?? at)).toBeGreaterThanOrEqual(15_000);
		expect(await session()).toHaveProperty('vault-secret');
	}, 240_000);

	it('shuts also when the worker dies while it is being shut', async () => {
		// As a page leaves it that took the key and died: the mark is there, and the worker is not.
		await stopBackground(stube().launched);
		await inbox.page.evaluate(
			`(globalThis.browser ?? chrome).storage.session.set({ locking: true })`,
		);
		await inbox.page.close().catch(() => undefined);
		inbox = await openLocked(stube());
		expect(await session()).not.toHaveProperty('vault-secret');
	});
});
