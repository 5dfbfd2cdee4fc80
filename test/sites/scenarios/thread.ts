import type { ScenarioMessage } from '../scenario.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Who says what; a number alone is a pause of that many minutes. */
export type Line = number | [from: string, text: string, more?: Partial<ScenarioMessage>];

/** Times and ids for a written talk whose last message was sent at `endsAt`. */
export function thread(chatId: string, endsAt: number, lines: readonly Line[]): ScenarioMessage[] {
	const messages: ScenarioMessage[] = [];
	let at = 0;
	for (const line of lines) {
		if (typeof line === 'number') {
			at += line * minuteMs;
			continue;
		}
		const [from, text, more] = line;
		const index = messages.length;
		// People answer within a minute or three; odd seconds, as in life.
		if (index > 0) at += (1 + ((index * 7) % 3)) * minuteMs + ((index * 13) % 50) * 1_000;
		messages.push({
			id: `${chatId}-${index + 1}`,
			from,
			kind: 'text',
			...(text ? { text } : {}),
			sentAt: at,
			...more,
		});
	}
	const shift = endsAt - at;
	return messages.map((message) => ({ ...message, sentAt: message.sentAt + shift }));
}
