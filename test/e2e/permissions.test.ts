import { describe, expect, it } from 'vitest';
import { allowWithoutPrompt } from '../browser/allow-hosts.ts';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox } from '../browser/inbox.ts';
import { typeInto } from '../browser/lock.ts';
import type { SitePage } from '../browser/site-page.ts';
import { arrival, smallCircle } from '../sites/scenarios/small-circle.ts';
import { useStube } from './use-stube.ts';

/** The build that people get, which may read nothing until it is clicked on. */
describe.each(browserNames)('in %s, a network', (browser) => {
	const stube = useStube(() => ({ browser, scenario: smallCircle(Date.now()), build: 'real' }));
	let inbox: Inbox;
	let welcome: Inbox;
	let whatsapp: SitePage;
	let messenger: SitePage;

	const networksOf = async (): Promise<string[]> =>
		[...new Set((await inbox.chats()).map(({ network }) => network))].sort();
	const hosts = (): Promise<string[]> => inbox.grantedHosts();

	it('is not read before it is turned on', async () => {
		whatsapp = await stube().openSite('whatsapp');
		messenger = await stube().openSite('https://www.messenger.com/');
		inbox = await stube().openPopup();
		expect(await hosts()).toEqual([]);
		for (const network of ['whatsapp', 'messenger', 'instagram'] as const) {
			await inbox.waitForState(network, 'off');
		}
		expect(await inbox.chats()).toEqual([]);
	});

	it('is read, in the tab that is already open, after one click on the welcome page', async () => {
		await allowWithoutPrompt(stube().launched, ['https://web.whatsapp.com/*']);
		welcome = await stube().openWelcome();
		await welcome.clickForReal('Turn on web.whatsapp.com');
		await inbox.waitForChats((chats) => chats.length === 2, { that: 'its chats are listed' });
		expect(await networksOf()).toEqual(['whatsapp']);
		expect(await hosts()).toEqual(['https://web.whatsapp.com/*']);
	});

	it('of two hosts is read on the one that was turned on, and only there', async () => {
		await allowWithoutPrompt(stube().launched, ['https://www.messenger.com/*']);
		const facebook = await stube().openSite('messenger');
		await facebook.act({
			do: 'arrive',
			chatId: 'messenger-group',
			message: arrival('on-facebook', 'ben', 'Only on facebook.com'),
		});
		await welcome.clickForReal('Turn on messenger.com');
		const chats = await inbox.waitForChats((all) => all.length === 4, {
			that: 'the chats of messenger.com are listed',
		});
		expect(chats.map(({ preview }) => preview).join()).not.toContain('Only on facebook.com');
		expect(await hosts()).toEqual(['https://web.whatsapp.com/*', 'https://www.messenger.com/*']);
		await facebook.page.close();
	});

	it('keeps what is stored, but reads no more, when it is turned off in the settings', async () => {
		await inbox.press('Settings');
		await inbox.press('Turn off web.whatsapp.com');
		await inbox.goBack();
		await inbox.press('Keep until it expires');
		await inbox.waitForState('whatsapp', 'off');
		expect(await hosts()).toEqual(['https://www.messenger.com/*']);

		await whatsapp.page.bringToFront();
		await whatsapp.act({
			do: 'arrive',
			chatId: 'whatsapp-group',
			message: arrival('unread-by-us', 'ben', 'Nobody reads this'),
		});
		await messenger.page.bringToFront();
		// Twice, so that a reader that went on would long have read the other page.
		let chats = await inbox.chats();
		for (const text of ['Somebody reads this', 'And somebody reads that']) {
			await messenger.act({
				do: 'arrive',
				chatId: 'messenger-group',
				message: arrival(text, 'ben', text),
			});
			chats = await inbox.waitForChats((all) => all.some(({ preview }) => preview.includes(text)), {
				that: 'the other network is still read',
			});
		}
		expect(chats.filter(({ network }) => network === 'whatsapp')).toHaveLength(2);
		expect(chats.map(({ preview }) => preview).join()).not.toContain('Nobody reads this');
	});

	it('leaves nothing behind when it is removed in the browser and deleted', async () => {
		await inbox.withdrawHost('https://www.messenger.com/*');
		await inbox.press('Delete now');
		await inbox.waitForChats((chats) => chats.every(({ network }) => network !== 'messenger'), {
			that: 'its chats are gone',
		});
		expect(await networksOf()).toEqual(['whatsapp']);
		expect(await hosts()).toEqual([]);
	});

	it('may be locked on the welcome page, and how it opens is changed by nobody who cannot open it', async () => {
		await welcome.press('Set a passphrase');
		for (const label of ['New passphrase', 'The same once more'])
			await typeInto(welcome.page, label, 'three green kettles');
		await welcome.press('Set passphrase');
		await welcome.page.waitForSelector('[data-lock="set"]');

		await inbox.press('Settings');
		await inbox.press('Change');
		await typeInto(inbox.page, 'Current passphrase', 'three green cattle');
		await inbox.press('Go on');
		await inbox.page.waitForSelector('[data-part="confirm"] [data-failure="wrong"]');
		expect(await inbox.page.$('[data-part="new-passphrase"]')).toBeNull();
		await typeInto(inbox.page, 'Current passphrase', 'three green kettles');
		await inbox.press('Go on');
		await inbox.page.waitForSelector('[data-part="new-passphrase"]');
		expect(await inbox.page.$('[data-part="confirm"]')).toBeNull();
	});
});
