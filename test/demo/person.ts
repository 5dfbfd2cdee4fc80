import type { Inbox } from '../browser/inbox.ts';
import type { SitePage } from '../browser/site-page.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { Scenario, ScenarioChat } from '../sites/scenario.ts';
import { chatTitle } from '../sites/scenarios/chat-title.ts';

/** Notes what the pages draw, for the comparison. */
export class Seen {
	readonly chats = new Set<string>();
	readonly messages = new Set<string>();

	async look(site: SitePage): Promise<void> {
		for (const id of await site.shownChats()) this.chats.add(id);
		for (const id of await site.shownMessages()) this.messages.add(id);
	}
}

/**
 * Opens a messenger's chats one after the other, scrolls up in those that are longer
 * than the page draws, and stays in each until the inbox has it, as a person would.
 */
export async function readThrough(
	site: SitePage,
	chats: readonly ScenarioChat[],
	seen: Seen,
	inbox: Inbox,
	scenario: Scenario,
	timerMs: number,
): Promise<void> {
	const stay = async (chat: ScenarioChat): Promise<void> => {
		await seen.look(site);
		const shown = await site.shownMessages();
		await waitUntil(
			() => isKept(inbox, scenario, chat, shown, timerMs),
			(kept) => kept,
			{ that: `the inbox holds what "${chat.id}" shows` },
		);
	};
	await seen.look(site);
	for (const chat of chats) {
		await site.act({ do: 'open', chatId: chat.id });
		await stay(chat);
		const oldest = chat.messages[0];
		if (oldest && !seen.messages.has(oldest.id)) {
			await site.act({ do: 'scroll-thread', to: 0 });
			await stay(chat);
		}
	}
	await site.act({ do: 'close' });
}

/** Whether the inbox counts at least so many messages as are shown and not past their time. */
async function isKept(
	inbox: Inbox,
	scenario: Scenario,
	chat: ScenarioChat,
	shown: readonly string[],
	timerMs: number,
): Promise<boolean> {
	const due = Date.now() - timerMs;
	const alive = chat.messages.filter(({ id, sentAt }) => shown.includes(id) && sentAt > due);
	const title = chatTitle(scenario, chat);
	const row = (await inbox.chats()).find(
		(candidate) => candidate.network === chat.network && candidate.title === title,
	);
	return row !== undefined && row.messageCount >= alive.length;
}
