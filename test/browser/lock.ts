import type { Page } from 'puppeteer-core';
import type { ExtensionPageName } from './extension-page.ts';
import { Inbox } from './inbox.ts';
import type { Stube } from './stube.ts';
import { waitUntil } from './wait-until.ts';

/** The lock as a person uses it. */

/** Types into the field of this label. Nothing of it is looked at from within. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
	// Firefox takes keys only in the tab in front.
	await page.bringToFront();
	await waitUntil(
		() =>
			page.evaluate((wanted) => {
				const labels = [...document.querySelectorAll('label')];
				const found = labels.find(({ textContent }) => textContent === wanted);
				const field = found && document.getElementById(found.htmlFor);
				if (!(field instanceof HTMLInputElement) || field.readOnly) return false;
				field.focus();
				field.select();
				return true;
			}, label),
		(isThere) => isThere,
		{ that: `there is a field "${label}"` },
	);
	await page.keyboard.type(text);
}

/** From the list: sets the first passphrase in the settings, and goes back. */
export async function setPassphrase(inbox: Inbox, passphrase: string): Promise<void> {
	const { page } = inbox;
	await inbox.press('Settings');
	await inbox.press('Set a passphrase');
	await typeInto(page, 'New passphrase', passphrase);
	await typeInto(page, 'The same once more', passphrase);
	await inbox.press('Set passphrase');
	await page.waitForSelector('[data-vault="methods"]');
	await waitUntil(
		() => page.$eval('.vault-said', (said) => said.textContent),
		(said) => said === '',
		{ that: 'the passphrase is set' },
	);
	await inbox.press('Back');
}

/** Types it and presses Enter; resolves when the list or a refusal is there. */
export async function unlock(page: Page, passphrase: string): Promise<boolean> {
	await typeInto(page, 'Passphrase', passphrase);
	await page.keyboard.press('Enter');
	await page.waitForSelector('button[data-unread], .list-pane, [data-failure]');
	return (await page.$('[data-locked]')) === null;
}

/** A page of Stube that was opened anew, once it is locked and nothing will close it any more. */
export async function openLocked(stube: Stube, name: ExtensionPageName = 'popup'): Promise<Inbox> {
	let page: Page | null = null;
	const attempt = async (): Promise<Page | null> => {
		page = await stube.openPage(name);
		if (!(await isOfThisStart(page))) return null;
		await page.waitForSelector('[data-locked]');
		return (await isAtRest(page)) ? page : null;
	};
	const opened = await waitUntil(
		async () => {
			// While the extension reloads there is nothing to open, and what is open is closed.
			const locked = await attempt().catch(() => null);
			if (!locked) await page?.close().catch(() => undefined);
			return locked;
		},
		(locked) => locked !== null,
		{ that: `${name} is locked`, withinMs: 60_000, tell: () => null },
	);
	if (!opened) throw new Error('not opened');
	return new Inbox(opened, stube.launched);
}

/**
 * A page that loads in the moment of the reload may come without its scripts (Chromium) or
 * without anybody who answers them (Firefox): it stays as it is for ever (seen 2026-11).
 */
function isOfThisStart(page: Page): Promise<boolean> {
	return page.evaluate(
		`Promise.race([
			(globalThis.browser ?? chrome).storage.session.get(null),
			new Promise((resolve) => setTimeout(resolve, 5_000)),
		]).then((answer) => answer !== undefined && document.documentElement.dir !== '')`,
	) as Promise<boolean>;
}

/** Locked to the end, and started anew since: views are empty before the key is gone. */
function isAtRest(page: Page): Promise<boolean> {
	return page.evaluate(
		`(globalThis.browser ?? chrome).storage.session
			.get(['locking', 'vault-secret'])
			.then((found) => Object.keys(found).length === 0)`,
	) as Promise<boolean>;
}
