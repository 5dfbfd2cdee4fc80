import type { SitePage } from '../../browser/site-page.ts';
import type { ScenarioMessage } from '../../sites/scenario.ts';
import { busyChat, chatIdAt, guestOf } from './crowd.ts';

export const messagesPerSecond = 20;

let arrived = 0;

/** A message that comes in now. */
export function makeArrival(chatId: string): ScenarioMessage {
	arrived += 1;
	return {
		id: `arrival-${arrived}`,
		from: guestOf(chatId),
		kind: 'text',
		text: `Arrival ${arrived}`,
		sentAt: Date.now(),
	};
}

/**
 * Lets messages arrive for a time, every other one in the open chat, and returns how many
 * did: a stand-in that takes longer to draw one than there is time for falls behind. The
 * page itself keeps the beat, so that no driver disturbs it.
 */
export async function letArrive({ page }: SitePage, seconds: number): Promise<number> {
	const messages = Array.from({ length: seconds * messagesPerSecond }, (_, index) => {
		const chatId = index % 2 === 0 ? busyChat : chatIdAt(1 + index * 7);
		return { chatId, message: makeArrival(chatId) };
	});
	return page.evaluate(
		(arrivals, everyMs, lengthMs) =>
			new Promise<number>((resolve) => {
				const startedAt = performance.now();
				let count = 0;
				const timer = setInterval(() => {
					const next = arrivals[count];
					if (!next || performance.now() - startedAt > lengthMs) {
						clearInterval(timer);
						resolve(count);
						return;
					}
					count += 1;
					next.message.sentAt = Date.now();
					void window.site.act({ do: 'arrive', ...next });
				}, everyMs);
			}),
		messages,
		1_000 / messagesPerSecond,
		seconds * 1_000,
	);
}
