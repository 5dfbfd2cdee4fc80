import type { Inbox } from '../browser/inbox.ts';
import type { SitePage } from '../browser/site-page.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { Scenario, ScenarioChat, ScenarioNetwork, SiteAction } from '../sites/scenario.ts';
import { afterEvents } from '../sites/scenarios/after-events.ts';
import { chatTitle } from '../sites/scenarios/chat-title.ts';
import { compareInbox, type Expectation } from './compare.ts';
import type { Seen } from './person.ts';

export interface Stage {
	scenario: Scenario;
	sites: ReadonlyMap<ScenarioNetwork, SitePage>;
	inbox: Inbox;
	seen: Seen;
	timerMs: number;
}

/** Lets the scenario's events happen one after the other; returns them with their real times. */
export async function playEvents(stage: Stage): Promise<SiteAction[]> {
	const { scenario, sites, seen } = stage;
	const happened: SiteAction[] = [];
	for (const { afterMs: _, ...event } of scenario.events) {
		const action: SiteAction =
			event.do === 'arrive'
				? { ...event, message: { ...event.message, sentAt: Date.now() } }
				: event;
		const chat = scenario.chats.find(({ id }) => 'chatId' in action && id === action.chatId);
		const site = chat && sites.get(chat.network);
		if (!chat || !site) throw new Error(`No page has ${JSON.stringify(action)}.`);
		happened.push(action);
		await site.page.bringToFront();
		await site.act(action);
		await seen.look(site);
		// Only an open chat shows what changed in it: the person looks until it is taken in.
		if (action.do !== 'arrive') {
			await site.act({ do: 'open', chatId: chat.id });
			await seen.look(site);
			await untilTakenIn(stage, chat, happened);
			await site.act({ do: 'close' });
		}
	}
	return happened;
}

/** What does not come in time is the final comparison's to tell. */
async function untilTakenIn(
	{ scenario, inbox, seen, timerMs }: Stage,
	chat: ScenarioChat,
	happened: readonly SiteAction[],
): Promise<void> {
	const title = chatTitle(scenario, chat);
	const after = afterEvents(scenario, happened);
	const expected: Expectation = {
		scenario: { ...after, chats: after.chats.filter(({ id }) => id === chat.id) },
		seen,
		timerMs: () => timerMs,
		now: Date.now(),
	};
	const end = Date.now() + 10_000;
	await waitUntil(
		async () => {
			const row = (await inbox.chats()).find(
				(each) => each.network === chat.network && each.title === title,
			);
			const messages = await inbox.readChat(chat.network, title);
			return row === undefined ? [] : compareInbox([{ ...row, messages }], expected);
		},
		(problems) => problems.length === 0 || Date.now() > end,
		{ that: `the inbox follows "${title}"` },
	);
}
