import { describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox } from '../browser/inbox.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { Scenario } from '../sites/scenario.ts';
import { arrival, smallCircle } from '../sites/scenarios/small-circle.ts';
import { dayMs, type Line, thread } from '../sites/scenarios/thread.ts';
import { useStube } from './use-stube.ts';

const networks = ['whatsapp', 'messenger', 'instagram'] as const;
const lineCount = 160;

/** With more messages in the friend's chat than a page draws at once. */
function longTalk(now: number): Scenario {
	const scenario = smallCircle(now);
	const chats = scenario.chats.map((chat) => {
		if (!chat.id.endsWith('-friend')) return chat;
		const lines = Array.from(
			{ length: lineCount },
			(_, index): Line => [index % 3 === 0 ? 'me' : 'ada', `Line ${index} of ${chat.id}`],
		);
		return { ...chat, messages: thread(chat.id, now - dayMs / 12, lines) };
	});
	return { ...scenario, chats };
}

describe.each(browserNames)('in %s, what was not seen', (browser) => {
	const stube = useStube(() => ({ browser, scenario: longTalk(Date.now()) }));
	let inbox: Inbox;

	it.each(['whatsapp', 'messenger'] as const)(
		'of a chat on %s is a gap in it, which closes once it was seen',
		async (network) => {
			inbox ??= await stube().openPopup();
			const site = await stube().openSite(network);
			const friend = { network, title: 'Ada Brook' } as const;
			const listed = async () =>
				(await inbox.chats()).find(
					(chat) => chat.network === network && chat.title === friend.title,
				)?.messageCount ?? 0;
			await site.act({ do: 'open', chatId: `${network}-friend` });
			const first = await waitUntil(listed, (count) => count > 10, { that: 'its end is read' });
			await site.act({ do: 'scroll-thread', to: 0 });
			await waitUntil(listed, (count) => count > first, { that: 'its beginning is read' });

			await inbox.openChat(network, friend.title);
			await waitUntil(
				() => inbox.gaps(),
				(gaps) => gaps.length === 1,
				{ that: 'the chat has one gap' },
			);
			for (let to = 0; to < lineCount; to += 8) {
				await site.act({ do: 'scroll-thread', to });
				const shown = await site.shownMessages();
				await waitUntil(
					() => inbox.messages(),
					(messages) => shown.every((id) => hasLine(messages, id)),
					{ that: 'what the page shows is read', tell: (messages) => messages.length },
				);
			}
			await waitUntil(
				() => inbox.gaps(),
				(gaps) => gaps.length === 0,
				{ that: 'the gap is closed' },
			);
			await inbox.goBack();
			await site.page.close();
		},
	);

	it.each(networks)('of a chat that moved on is marked on its row (%s)', async (network) => {
		const site = await stube().openSite(network);
		await site.act({ do: 'open', chatId: `${network}-group` });
		const gapOf = () => inbox.hasGap(network, `Supper club ${network}`);
		await inbox.waitForChats(
			(chats) =>
				chats.some(({ title, messageCount }) => title.endsWith(network) && messageCount === 4),
			{ that: 'the chat is read' },
		);
		await waitUntil(gapOf, (has) => has === false, { that: 'nothing is marked' });
		await site.act({ do: 'close' });
		await site.act({
			do: 'arrive',
			chatId: `${network}-group`,
			message: arrival(`${network}-unseen`, 'ben', 'Nobody opened this'),
		});
		await waitUntil(gapOf, (has) => has === true, { that: 'its newest part is not read' });
		await inbox.openChat(network, `Supper club ${network}`);
		expect(await inbox.gaps()).toHaveLength(1);
		await site.act({ do: 'open', chatId: `${network}-group` });
		await waitUntil(
			() => inbox.gaps(),
			(gaps) => gaps.length === 0,
			{ that: 'it is read' },
		);
		await inbox.goBack();
		expect(await gapOf()).toBe(false);
		await site.page.close();
	});
});

function hasLine(messages: readonly { text: string | null }[], id: string): boolean {
	const [, chatId, number] = id.match(/^(.*)-(\d+)$/u) ?? [];
	return messages.some(({ text }) => text === `Line ${Number(number) - 1} of ${chatId}`);
}
