import { describe, expect, it } from 'vitest';
import { stopBackground } from '../browser/background.ts';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox } from '../browser/inbox.ts';
import type { Scenario } from '../sites/scenario.ts';
import { arrival, smallCircle } from '../sites/scenarios/small-circle.ts';
import { useStube } from './use-stube.ts';

/** Messenger's cookie with the user's id cannot be read on these pages. */
function withHiddenAccount(scenario: Scenario): Scenario {
	const accounts = scenario.accounts.map((account) =>
		account.network === 'messenger' ? { ...account, isHidden: true } : account,
	);
	return { ...scenario, accounts };
}

describe.each(browserNames)('in %s, after a sign-out that a page shows', (browser) => {
	const scenario = withHiddenAccount(smallCircle(Date.now()));
	const stube = useStube(() => ({ browser, scenario }));
	let inbox: Inbox;

	const chatsOf = async (network: string): Promise<number> =>
		(await inbox.chats()).filter((chat) => chat.network === network).length;
	const waitFor = (network: string, count: number) =>
		inbox.waitForChats(
			(chats) => chats.filter((chat) => chat.network === network).length === count,
			{ that: `${count} chats of ${network} are listed` },
		);

	it('the unknown account is another one, though the worker died in between', async () => {
		inbox = await stube().openPopup();
		const site = await stube().openSite('messenger');
		await waitFor('messenger', 2);
		await site.act({ do: 'sign-out' });
		await inbox.waitForState('messenger', 'signed-out');
		await stopBackground(stube().launched);
		await site.page.close();

		const next = await stube().openSite('messenger');
		await waitFor('messenger', 4);
		await next.reload();
		await inbox.waitForState('messenger', null);
		expect(await chatsOf('messenger')).toBe(4);
	});

	it('an account that is known stays the same', async () => {
		const site = await stube().openSite('instagram');
		await waitFor('instagram', 2);
		await site.act({ do: 'sign-out' });
		await inbox.waitForState('instagram', 'signed-out');
		await site.page.close();
		await stube().openSite('instagram');
		await inbox.waitForState('instagram', null);
		expect(await chatsOf('instagram')).toBe(2);
	});

	it('an account that its page tells late takes over what that page showed before', async () => {
		const site = await stube().openSite('messenger');
		const letArrive = async (id: string): Promise<void> => {
			const message = arrival(id, 'ada', `It is ${id}`);
			await site.act({ do: 'arrive', chatId: 'messenger-friend', message });
			await inbox.waitForChats((chats) => chats.some(({ preview }) => preview.includes(id)), {
				that: `${id} is listed`,
			});
		};
		await letArrive('first');
		await site.page.evaluate(() => {
			// biome-ignore lint/suspicious/noDocumentCookie: the reader reads this one
			document.cookie = 'c_user=100087355512050; path=/';
		});
		await letArrive('second');
		await site.reload();
		await letArrive('third');
		expect(await chatsOf('messenger')).toBe(4);
	});
});
