import { describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import type { ShownChat } from '../browser/inbox.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { arrival, smallCircle } from '../sites/scenarios/small-circle.ts';
import { useStube } from './use-stube.ts';

describe.each(browserNames)('in %s, a site that is more than its messenger', (browser) => {
	const stube = useStube(() => ({ browser, scenario: smallCircle(Date.now()) }));

	it.each([
		['messenger', 'https://www.facebook.com/'],
		['messenger', 'https://web.facebook.com/'],
		['instagram', 'https://www.instagram.com/'],
	] as const)('is read once the person walks into %s from %s', async (network, address) => {
		const inbox = await stube().openPopup();
		const page = await stube().launched.browser.newPage();
		await page.goto(address);
		await inbox.waitForState(network, 'dormant');
		await page.bringToFront();
		await page.click('#enter');
		await page.waitForFunction(() => window.site !== undefined, { polling: 100 });
		const text = `Written on ${new URL(address).hostname}`;
		await page.evaluate(
			(chatId, message) => window.site.act({ do: 'arrive', chatId, message }),
			`${network}-group`,
			arrival(text, 'ben', text),
		);
		const isTold = ({ preview }: ShownChat): boolean => preview.includes(text);
		const chats = await inbox.waitForChats((all) => all.some(isTold), {
			that: 'what arrives there is listed',
		});
		// From whatever address of its network, a chat is one chat.
		expect(chats.filter((chat) => chat.network === network)).toHaveLength(2);
		if (network === 'messenger') {
			await inbox.openChat('messenger', chats.find(isTold)?.title ?? '');
			await inbox.press('More actions');
			await inbox.press('Open Messenger');
			const { origin } = new URL(address);
			// Of that chat, in the tab that was open, at the host that it was open at.
			await waitUntil(
				() => page.evaluate(() => location.href).catch(() => ''),
				(url) => url.startsWith(`${origin}/messages/t/`) && /\/t\/\d+\/?$/u.test(url),
				{ that: 'the chat is open in the messenger' },
			);
		}
		await page.close();
		await inbox.page.close();
	});
});
