import { describe, expect, it } from 'vitest';
import { stopBackground } from '../browser/background.ts';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox, ReadChat } from '../browser/inbox.ts';
import type { SitePage } from '../browser/site-page.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { compareInbox } from '../demo/compare.ts';
import { readThrough, Seen } from '../demo/person.ts';
import type { Scenario, ScenarioChat, ScenarioNetwork, SiteAction } from '../sites/scenario.ts';
import { afterEvents } from '../sites/scenarios/after-events.ts';
import { arrival, smallCircle } from '../sites/scenarios/small-circle.ts';
import { dayMs } from '../sites/scenarios/thread.ts';
import { useStube } from './use-stube.ts';

const networks: readonly ScenarioNetwork[] = ['whatsapp', 'messenger', 'instagram'];
const timerMs = (): number => 28 * dayMs;

describe.each(browserNames)('in %s, from the pages to the inbox', (browser) => {
	const scenario = smallCircle(Date.now());
	const stube = useStube(() => ({ browser, scenario }));
	const seen = new Seen();
	const happened: SiteAction[] = [];
	const sites = new Map<ScenarioNetwork, SitePage>();
	let inbox: Inbox;

	/** The scenario as the pages have it by now. */
	const pages = (): Scenario => afterEvents(scenario, happened);
	const chatsOn = (network: ScenarioNetwork): ScenarioChat[] =>
		pages().chats.filter((chat) => chat.network === network);
	const site = (network: ScenarioNetwork): SitePage => {
		const open = sites.get(network);
		if (!open) throw new Error(`${network} is not open`);
		return open;
	};
	const act = async (network: ScenarioNetwork, action: SiteAction): Promise<void> => {
		happened.push(action);
		await site(network).page.bringToFront();
		await site(network).act(action);
		await seen.look(site(network));
	};
	const expectSameAsPages = async (): Promise<ReadChat[]> => {
		const look = async () => {
			const found = await inbox.readAll();
			const expected = { scenario: pages(), seen, timerMs, now: Date.now() };
			return { found, problems: compareInbox(found, expected) };
		};
		const { found } = await waitUntil(look, ({ problems }) => problems.length === 0, {
			that: 'the inbox holds what the pages showed',
			tell: ({ problems }) => problems,
		});
		return found;
	};

	it.each(networks)('shows the chats and messages that %s shows', async (network) => {
		inbox ??= await stube().openPopup();
		sites.set(network, await stube().openSite(network));
		await readThrough(site(network), chatsOn(network), seen, inbox, pages(), timerMs());
		await expectSameAsPages();
	});

	it('lists the chats of all three networks as one, newest first', async () => {
		const chats = await inbox.chats();
		expect(chats).toHaveLength(6);
		expect(new Set(chats.slice(0, 3).map(({ title }) => title))).toEqual(new Set(['Ada Brook']));
		expect(new Set(chats.map(({ network }) => network))).toEqual(new Set(networks));
	});

	it('clicks, opens and scrolls nothing on a page it reads', async () => {
		const { page, act: actOnPage } = site('messenger');
		await page.bringToFront();
		await page.evaluate(() => {
			document.body.dataset.touched = '';
			for (const type of ['click', 'pointerover', 'mouseover', 'keydown', 'focusin', 'scroll']) {
				addEventListener(
					type,
					() => {
						document.body.dataset.touched += `${type} `;
					},
					{ capture: true },
				);
			}
		});
		const message = arrival('untouched', 'ben', 'Nobody opened this one');
		happened.push({ do: 'arrive', chatId: 'messenger-group', message });
		await actOnPage({ do: 'arrive', chatId: 'messenger-group', message });
		await inbox.waitForChats(
			(chats) => chats.some(({ preview }) => preview.includes('Nobody opened this one')),
			{ that: 'the message is listed' },
		);
		expect(await page.evaluate(() => document.body.dataset.touched)).toBe('');
	});

	it.each(networks)(
		'shows a message that arrives on %s while the inbox is open',
		async (network) => {
			const text = `Bring lemons to ${network}`;
			await act(network, { do: 'open', chatId: `${network}-friend` });
			await act(network, {
				do: 'arrive',
				chatId: `${network}-friend`,
				message: arrival(`${network}-live`, 'ada', text),
			});
			// Three networks tell the minute at best, so those of this minute may stand either way.
			const chats = await inbox.waitForChats(
				(all) => all.slice(0, 4).some((chat) => chat.network === network && chat.preview === text),
				{ that: 'the message is near the top of the list' },
			);
			expect(chats).toHaveLength(6);
			await expectSameAsPages();
		},
	);

	it('counts what is unread as WhatsApp does, and lists it under Unread', async () => {
		await act('whatsapp', { do: 'close' });
		for (const n of [1, 2]) {
			await act('whatsapp', {
				do: 'arrive',
				chatId: 'whatsapp-group',
				message: arrival(`unread-${n}`, 'cleo', `Knock knock ${n}`),
			});
		}
		await inbox.waitForChats(
			(chats) =>
				chats.some(({ title, unread }) => title === 'Supper club whatsapp' && unread === 2),
			{ that: 'two are unread' },
		);
		await inbox.press('WhatsApp');
		await inbox.waitForChats((chats) => chats.length === 2, { that: 'WhatsApp is filtered' });
		await inbox.press('All');
		await inbox.waitForChats((chats) => chats.length === 6, { that: 'all are listed' });
	});

	it('replaces an edited message and removes an unsent one', async () => {
		const { id: first } = messageOf('messenger-friend', 1);
		const { id: second } = messageOf('messenger-friend', 3);
		await act('messenger', { do: 'open', chatId: 'messenger-friend' });
		await act('messenger', {
			do: 'edit',
			chatId: 'messenger-friend',
			messageId: first,
			text: 'Morning! Did you dream?',
		});
		await act('messenger', { do: 'unsend', chatId: 'messenger-friend', messageId: second });
		const found = await expectSameAsPages();
		const texts = found.flatMap(({ network, messages }) =>
			network === 'messenger' ? messages.map(({ text }) => text) : [],
		);
		expect(texts).toContain('Morning! Did you dream?');
		expect(texts).not.toContain('Morning! Did you sleep?');
		expect(texts.join('\n')).not.toContain('Then let us walk');
	});

	it.each(networks)('holds the same inbox after %s is loaded and read again', async (network) => {
		await site(network).page.bringToFront();
		await readThrough(site(network), chatsOn(network), seen, inbox, pages(), timerMs());
		const before = (await expectSameAsPages()).filter((chat) => chat.network === network);
		await site(network).reload();
		for (const action of happened.filter(
			(each) => 'chatId' in each && each.chatId.startsWith(network),
		)) {
			if (action.do !== 'open') await site(network).act(action);
		}
		await readThrough(site(network), chatsOn(network), seen, inbox, pages(), timerMs());
		const after = (await expectSameAsPages()).filter((chat) => chat.network === network);
		expect(contents(after)).toEqual(contents(before));
	});

	it('loses and doubles nothing when its background is stopped in between', async () => {
		await stopBackground(stube().launched);
		await act('whatsapp', { do: 'open', chatId: 'whatsapp-friend' });
		await act('whatsapp', {
			do: 'arrive',
			chatId: 'whatsapp-friend',
			message: arrival('after-stop', 'ada', 'Are you still there?'),
		});
		await stopBackground(stube().launched);
		await act('whatsapp', {
			do: 'arrive',
			chatId: 'whatsapp-friend',
			message: arrival('after-second-stop', 'ada', 'Good, you are'),
		});
		await expectSameAsPages();
	});

	it.each(['close', 'kill'] as const)(
		'keeps the inbox when the browser ends by %s, and opens it offline without any messenger tab',
		async (end) => {
			const before = await inbox.readAll();
			await stube().server.goOffline();
			await stube().relaunch(end);
			inbox = await stube().openPopup();
			await inbox.waitForChats((chats) => chats.length === before.length, {
				that: 'the popup lists what was kept',
			});
			const after = await inbox.readAll();
			await stube().server.goOnline();
			expect(contents(after)).toEqual(contents(before));
		},
	);

	function messageOf(chatId: string, index: number) {
		const message = scenario.chats.find(({ id }) => id === chatId)?.messages[index];
		if (!message) throw new Error(`${chatId} has no message ${index}`);
		return message;
	}
});

/**
 * What must not change by itself; times and what is left of them do. Nor need the order be
 * the same: those of one minute change places once WhatsApp's database tells their seconds.
 */
function contents(chats: readonly ReadChat[]) {
	return chats
		.map(({ network, title, messages }) => ({ network, title, messages }))
		.sort((one, other) =>
			`${one.network} ${one.title}` < `${other.network} ${other.title}` ? -1 : 1,
		);
}
