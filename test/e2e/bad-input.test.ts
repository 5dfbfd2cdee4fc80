import { describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox } from '../browser/inbox.ts';
import type { Scenario, ScenarioMessage, ScenarioNetwork } from '../sites/scenario.ts';
import { smallCircle } from '../sites/scenarios/small-circle.ts';
import { minuteMs } from '../sites/scenarios/thread.ts';
import { useStube } from './use-stube.ts';

const networks: readonly ScenarioNetwork[] = ['whatsapp', 'messenger', 'instagram'];

/** Each with what must be on the screen; the DOM itself replaces NUL and lone surrogates differently. */
const hostile: readonly { id: string; text: string; shown: string | RegExp }[] = [
	{
		id: 'markup',
		text: '<img src=x onerror="window.wasRun=1"><b>bold</b>',
		shown: '<img src=x onerror="window.wasRun=1"><b>bold</b>',
	},
	{
		id: 'script',
		text: '</script><script>window.wasRun=1</script>',
		shown: '</script><script>window.wasRun=1</script>',
	},
	{ id: 'surrogate', text: 'half \ud83d of a face', shown: /^half . of a face$/u },
	{ id: 'bidi', text: 'abc\u202etxt.exe\u2066 end', shown: 'abc\u202etxt.exe\u2066 end' },
	{ id: 'nul', text: 'before\u0000after', shown: /^before.?after$/u },
];

describe.each(browserNames)('in %s, hostile pages', (browser) => {
	const scenario = withHostileChat(smallCircle(Date.now()));
	const stube = useStube(() => ({ browser, scenario }));
	let inbox: Inbox;

	it.each(networks)('have their texts on %s stored and shown as text', async (network) => {
		inbox ??= await stube().openPopup();
		const site = await stube().openSite(network);
		await site.act({ do: 'open', chatId: `${network}-hostile` });
		await inbox.waitForChats(
			(chats) =>
				chats.some(
					(chat) => chat.network === network && chat.title === title && chat.messageCount > 5,
				),
			{ that: 'the chat is captured' },
		);
		const messages = await inbox.readChat(network, title);
		const texts = messages.map(({ text }) => text ?? '');
		for (const { shown } of hostile) {
			expect(texts).toContainEqual(
				typeof shown === 'string' ? shown : expect.stringMatching(shown),
			);
		}
		expect(await inbox.page.evaluate(() => 'wasRun' in window)).toBe(false);
		expect(await inbox.page.$$('img[src], [data-kind] b')).toEqual([]);
	});

	it('have a text of 100,000 characters folded, and whole on request', async () => {
		await inbox.openChat('messenger', title);
		const folded = await inbox.waitForMessages(
			(all) => all.some(({ text }) => text?.startsWith('long ')),
			{ that: 'the long text is shown' },
		);
		expect(folded.find(({ text }) => text?.startsWith('long '))?.text?.length).toBeLessThan(5_000);
		await inbox.press('Show all (100,000 characters)');
		const [whole] = (await inbox.messages()).filter(({ text }) => text?.startsWith('long '));
		expect(whole?.text).toBe(longText);
		await inbox.goBack();
	});

	it('that are not the messenger are said to be something else, and the inbox stays', async () => {
		const before = await inbox.chats();
		expect(before.length).toBeGreaterThan(0);
		for (const [host, html] of [
			['web.whatsapp.com', '<title>Wi-Fi</title><h1>Accept our terms to go online</h1>'],
			['www.instagram.com', '<title>502</title><h1>Bad gateway</h1>'],
		] as const) {
			stube().server.setPortal(host, { status: 200, html });
		}
		const browserPages = stube().launched.browser;
		for (const address of [
			'https://web.whatsapp.com/',
			'https://www.instagram.com/direct/inbox/',
		]) {
			for (const page of await browserPages.pages()) {
				if (page.url().startsWith(new URL(address).origin)) await page.close();
			}
			const page = await browserPages.newPage();
			await page.goto(address);
		}
		for (const network of ['whatsapp', 'instagram'] as const) {
			await inbox.waitForState(network, 'unknown-page', 'layout-changed');
		}
		const after = await inbox.chats();
		expect(after.map((chat) => [chat.network, chat.title])).toEqual(
			before.map((chat) => [chat.network, chat.title]),
		);
	});
});

const title = 'Hostile <b>& co</b>';
const longText = `long ${'0123456789'.repeat(10_000).slice(5)}`;

function withHostileChat(scenario: Scenario): Scenario {
	const now = Date.now();
	const texts = [
		{ id: 'long', text: longText },
		...hostile,
		{ id: 'plain', text: 'And a plain one' },
	];
	const chats = networks.map((network, index) => ({
		id: `${network}-hostile`,
		network,
		nativeId: {
			whatsapp: '4917139200199@c.us',
			messenger: '100087355512099',
			instagram: '17842930011220099',
		}[network],
		title,
		personIds: ['ben'],
		messages: texts.map(
			({ id, text }, nth): ScenarioMessage => ({
				id: `${network}-${id}`,
				from: 'ben',
				kind: 'text',
				text,
				sentAt: now - (60 - nth) * minuteMs - index,
			}),
		),
	}));
	return { ...scenario, chats: [...scenario.chats, ...chats] };
}
