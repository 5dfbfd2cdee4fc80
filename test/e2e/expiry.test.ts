import { describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox } from '../browser/inbox.ts';
import type { SitePage } from '../browser/site-page.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { ScenarioMessage } from '../sites/scenario.ts';
import { afterEvents } from '../sites/scenarios/after-events.ts';
import { arrival, smallCircle } from '../sites/scenarios/small-circle.ts';
import { dayMs, hourMs } from '../sites/scenarios/thread.ts';
import { useStube } from './use-stube.ts';

/** Messenger's ids carry the millisecond of sending, so its copies go on the second. */
describe.each(browserNames)('in %s, what is past its time', (browser) => {
	const old: ScenarioMessage = {
		id: 'old',
		from: 'ada',
		kind: 'text',
		text: 'This one is from five weeks ago',
		sentAt: Date.now() - 35 * dayMs,
	};
	const scenario = withOldest(smallCircle(Date.now()), 'messenger-friend', old);
	const stube = useStube(() => ({ browser, scenario }));
	let shown = scenario;
	let site: SitePage;
	let inbox: Inbox;

	const texts = async (): Promise<(string | null)[]> =>
		(await inbox.messages()).map(({ text }) => text);
	/** Sends into the open chat, as if it had been sent some time ago. */
	const arrive = async (id: string, text: string, agoMs = 0): Promise<number> => {
		const message = { ...arrival(id, 'ada', text), sentAt: Date.now() - agoMs };
		await site.page.bringToFront();
		const action = { do: 'arrive', chatId: 'messenger-friend', message } as const;
		await site.act(action);
		// So that the page still has it when it is loaded again.
		shown = afterEvents(shown, [action]);
		stube().server.setScenario(shown);
		await inbox.waitForMessages((all) => all.some((each) => each.text === text), {
			that: `"${text}" is shown`,
		});
		return message.sentAt;
	};

	it('was never captured when it was older than the four weeks of the first run', async () => {
		site = await stube().openSite('messenger');
		await site.act({ do: 'open', chatId: 'messenger-friend' });
		inbox = await stube().openPopup();
		await inbox.waitForChats((chats) => chats.length === 2, { that: 'the chats are listed' });
		await inbox.openChat('messenger', 'Ada Brook');
		await inbox.waitForMessages((all) => all.some(({ text }) => text === 'See you at ten'), {
			that: 'the chat is captured',
		});
		expect(await site.shownMessages()).toContain('old');
		expect(await texts()).not.toContain(old.text);
	});

	it('goes on its second when the timer of its chat is set, and is not found any more', async () => {
		const sentAt = await arrive('soon', 'Gone in a moment', hourMs - 25_000);
		await inbox.setTimer('1 hour');
		expect(await texts()).toContain('Gone in a moment');

		const shownLast = await waitUntil(
			async () => ({ texts: await texts(), at: Date.now() }),
			(state) => !state.texts.includes('Gone in a moment'),
			{ that: 'the message is gone from the open chat', withinMs: 60_000 },
		);
		expect(shownLast.at).toBeGreaterThanOrEqual(sentAt + hourMs);
		expect(shownLast.at).toBeLessThan(sentAt + hourMs + 5_000);

		await inbox.goBack();
		expect(await inbox.chats()).toContainEqual(
			expect.objectContaining({ title: 'Ada Brook', timer: hourMs, timerFrom: 'chat' }),
		);
		await inbox.search('Gone in a moment');
		await inbox.page.waitForFunction(() => document.body.innerText.includes('Nothing found'), {
			polling: 100,
		});
		await inbox.press('Clear search');
	});

	it('is not captured again although the page still shows it', async () => {
		await inbox.openChat('messenger', 'Ada Brook');
		await arrive('later', 'Are we still on for ten?');
		await site.reload();
		await site.act({ do: 'open', chatId: 'messenger-friend' });
		expect(await site.shownMessages()).toContain('soon');
		await arrive('latest', 'I am on my way');
		expect(await texts()).not.toContain('Gone in a moment');
		// What the timer of an hour takes of the morning's talk stays away too.
		expect(await texts()).not.toContain('Good morning from messenger ☀️');
	});

	it('is gone at once when the browser starts after it fell due', async () => {
		await arrive('overnight', 'Gone while you were away', hourMs - 15_000);
		const dueAt = Date.now() + 15_000;
		await stube().launched.close();
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt + 1_000 - Date.now())));
		await stube().start();
		inbox = await stube().openPopup();
		await inbox.waitForChats((chats) => chats.length === 2, { that: 'the chats are listed' });
		await inbox.openChat('messenger', 'Ada Brook');
		await inbox.waitForMessages((all) => all.some(({ text }) => text === 'I am on my way'), {
			that: 'what is not due is still there',
		});
		expect(await texts()).not.toContain('Gone while you were away');
	});
});

function withOldest(
	scenario: ReturnType<typeof smallCircle>,
	chatId: string,
	message: ScenarioMessage,
): ReturnType<typeof smallCircle> {
	const chats = scenario.chats.map((chat) =>
		chat.id === chatId ? { ...chat, messages: [message, ...chat.messages] } : chat,
	);
	return { ...scenario, chats };
}
