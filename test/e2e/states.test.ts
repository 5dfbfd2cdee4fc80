import { describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox } from '../browser/inbox.ts';
import type { SitePage } from '../browser/site-page.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { smallCircle } from '../sites/scenarios/small-circle.ts';
import { useStube } from './use-stube.ts';

describe.each(browserNames)('in %s, the inbox is never silently empty', (browser) => {
	const stube = useStube(() => ({ browser, scenario: smallCircle(Date.now()) }));
	let inbox: Inbox;
	let site: SitePage;

	it('says that no tab is open, and nothing once one is read', async () => {
		inbox = await stube().openPopup();
		await inbox.waitForState('whatsapp', 'no-tab');
		await inbox.waitForState('messenger', 'no-tab');
		site = await stube().openSite('whatsapp');
		await inbox.waitForChats((chats) => chats.length === 2, { that: 'its chats are listed' });
		await inbox.waitForState('whatsapp', null);
		await inbox.waitForState('messenger', 'no-tab');
	});

	it('says that the person is signed out, and keeps what it had', async () => {
		await site.act({ do: 'sign-out' });
		await inbox.waitForState('whatsapp', 'signed-out');
		expect(await inbox.chats()).toHaveLength(2);
	});

	it('says that a tab is asleep', async () => {
		await site.reload();
		await inbox.waitForState('whatsapp', null);
		await inbox.page.bringToFront();
		await inbox.discardTabsAt('https://web.whatsapp.com/*');
		await inbox.waitForState('whatsapp', 'asleep');
		expect(await inbox.chats()).toHaveLength(2);
	});

	it('wakes it at one press, and reads on', async () => {
		const sleptAt = Date.now();
		await inbox.press('Wake: WhatsApp');
		await waitUntil(
			() => inbox.lastReadOf('whatsapp'),
			(readAt) => readAt > sleptAt,
			{ that: 'its page is read again' },
		);
		await inbox.waitForState('whatsapp', null);
	});

	// Firefox freezes no tabs (2026-11).
	it.runIf(browser === 'chromium')('says that a frozen tab is asleep, and wakes it', async () => {
		const frozen = await stube().openSite('messenger');
		await inbox.waitForState('messenger', null);
		await inbox.page.bringToFront();
		const session = await frozen.page.createCDPSession();
		await session.send('Page.setWebLifecycleState', { state: 'frozen' });
		await inbox.waitForState('messenger', 'asleep');
		await inbox.press('Wake: Messenger');
		await inbox.waitForState('messenger', null);
	});
});
