import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox } from '../browser/inbox.ts';
import type { SitePage } from '../browser/site-page.ts';
import { popupSize, Stube } from '../browser/stube.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { fillInbox, quietHouse } from '../screens/visit.ts';
import { arrival, smallCircle } from '../sites/scenarios/small-circle.ts';
import { useStube } from './use-stube.ts';

describe.each(browserNames)('in %s, whoever has no mouse', (browser) => {
	let stube: Stube;
	let inbox: Inbox;
	beforeAll(async () => {
		stube = await Stube.open({ browser, scenario: quietHouse });
		await fillInbox(stube);
		inbox = await stube.openPopup();
		await inbox.page.bringToFront();
		await inbox.waitForChats((chats) => chats.length > 3, { that: 'the house is listed' });
	});
	afterAll(() => stube?.close());

	/** What has the focus, as a screen reader would say it, shortened. */
	const focused = (): Promise<string> =>
		inbox.page.evaluate(() => {
			const element = document.activeElement;
			return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').slice(0, 40);
		});
	const focusIs = (wanted: RegExp) =>
		waitUntil(focused, (words) => wanted.test(words), { that: `the focus is on ${wanted}` });
	const press = async (...keys: Parameters<Inbox['page']['keyboard']['press']>[0][]) => {
		for (const key of keys) await inbox.page.keyboard.press(key);
	};

	it('walks the list, opens a chat, and comes back to its row', async () => {
		await press('j');
		await focusIs(/^Anna Marsh, WhatsApp/u);
		await press('j');
		await focusIs(/^Weekend Hikers, Messenger/u);
		await press('Enter');
		await focusIs(/^Weekend Hikers$/u);
		await press('Escape');
		await focusIs(/^Weekend Hikers, Messenger/u);
	});

	it('finds a message, reads it, and ends the search where it began', async () => {
		await press('/');
		await focusIs(/^Search names and texts$/u);
		await inbox.page.keyboard.type('dinner from:me');
		await inbox.page.waitForSelector('.results mark');
		await press('ArrowDown');
		await focusIs(/^Anna Marsh, WhatsApp, You: Owe/u);
		await press('ArrowUp');
		await focusIs(/^Search names and texts$/u);
		await press('Enter');
		await focusIs(/^Anna Marsh$/u);
		await inbox.page.waitForSelector('.message-found');
		await press('Escape', '/');
		await focusIs(/^Search names and texts$/u);
		await press('Escape');
		await inbox.page.waitForSelector('button[data-unread]');
		expect(await inbox.page.$eval('input[type=search]', ({ value }) => value)).toBe('');
	});

	it('sets a timer from the list that follows a search, and is back at its row', async () => {
		await focusIs(/^Search names and texts$/u);
		await inbox.page.keyboard.type('dinner');
		await inbox.page.waitForSelector('.results mark');
		await press('Escape', 'ArrowDown', 'j');
		await focusIs(/^Weekend Hikers, Messenger/u);
		await press('t');
		await focusIs(/^Default/u);
		await press('Escape');
		await focusIs(/^Weekend Hikers, Messenger/u);
		await press('t');
		await focusIs(/^Default/u);
		await press('ArrowDown', 'Tab', 'Tab', 'Tab', 'Enter');
		await focusIs(/^Weekend Hikers, Messenger/u);
		await press('u');
		await focusIs(/^Weekend Hikers, Messenger/u);
	});

	it('finds every command by its name, and single keys do nothing in its field', async () => {
		await inbox.page.keyboard.down('Control');
		await press('k');
		await inbox.page.keyboard.up('Control');
		await focusIs(/^Find a command$/u);
		await inbox.page.keyboard.type('settings');
		await press('Enter');
		await focusIs(/^Settings$/u);
		await press('Escape');
		await inbox.page.waitForSelector('main.list-pane:not([hidden])');
	});

	it('is told all keys', async () => {
		await press('?');
		await focusIs(/^All keys$/u);
		const told = await inbox.page.$eval('dialog', ({ textContent }) => textContent);
		for (const words of ['All commands', 'One level back']) expect(told).toContain(words);
		await press('Escape');
		expect(await inbox.page.$('dialog')).toBeNull();
	});

	it('has no address or title that tells where one is', async () => {
		await inbox.openChat('whatsapp', 'Anna Marsh');
		expect(
			await inbox.page.evaluate(() => [document.title, location.search, location.hash]),
		).toEqual(['Stube', '', '']);
		await press('Escape');
	});
});

describe('the real popup', () => {
	const stube = useStube(() => ({ browser: 'chromium', scenario: smallCircle(Date.now()) }));
	let popup: Inbox;
	let site: SitePage;

	const open = async (): Promise<Inbox> => {
		popup = await stube().openRealPopup();
		return popup;
	};
	/** Whatever else takes the focus ends it, as a click beside it does. */
	const isGone = async (): Promise<boolean> =>
		!stube()
			.launched.browser.targets()
			.some((target) => target.url().includes('/popup.html'));
	const end = async (): Promise<void> => {
		const other = await stube().launched.browser.newPage();
		await other.bringToFront();
		await waitUntil(isGone, (gone) => gone, { that: 'the popup is gone' });
		await other.close();
	};

	// Not by frames: the popup of a headless browser draws none.
	const isFound = () =>
		popup.page.waitForFunction(() => document.querySelector('mark') !== null, { polling: 100 });

	it('is as large as it is drawn, and nothing of it has to be scrolled to', async () => {
		site = await stube().openSite('whatsapp');
		await open();
		await popup.waitForChats((chats) => chats.length === 2, { that: 'the chats are listed' });
		const size = await popup.page.evaluate(() => ({
			width: innerWidth,
			height: innerHeight,
			scrolls: document.documentElement.scrollHeight > innerHeight,
		}));
		expect(size).toEqual({ ...popupSize, scrolls: false });
	});

	it('shows what arrives while it is open', async () => {
		await site.act({
			do: 'arrive',
			chatId: 'whatsapp-group',
			message: arrival('live', 'ben', 'While you look'),
		});
		await popup.waitForChats((chats) => chats.some(({ preview }) => preview === 'While you look'), {
			that: 'the new line is listed',
		});
	});

	it('goes when something else is looked at, and goes on where it was left', async () => {
		const [chat] = await popup.chats();
		await popup.openChat('whatsapp', chat?.title ?? '');
		await end();
		await open();
		await popup.page.waitForFunction(
			(title) => document.querySelector('h2[data-part=title]')?.textContent?.trim() === title,
			{ polling: 100 },
			chat?.title,
		);
		await popup.goBack();
		await popup.page.$eval('input[type=search]', (field) => {
			field.value = 'supper';
			field.dispatchEvent(new Event('input', { bubbles: true }));
		});
		await isFound();
		await end();
		await open();
		await isFound();
		expect(await popup.page.$eval('input[type=search]', ({ value }) => value)).toBe('supper');
	});
});
