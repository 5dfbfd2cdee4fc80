import { describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
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
		const chats = await inbox.waitForChats(
			(all) => all.some(({ preview }) => preview.includes(text)),
			{ that: 'what arrives there is listed' },
		);
		// From whatever address of its network, a chat is one chat.
		expect(chats.filter((chat) => chat.network === network)).toHaveLength(2);
		await page.close();
		await inbox.page.close();
	});
});
