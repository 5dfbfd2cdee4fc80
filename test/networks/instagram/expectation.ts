import type { MessageReading, Reading } from '@/lib/model';
import type { Scenario, ScenarioChat, ScenarioMessage } from '../../sites/scenario';

/** What a reader can know of a shown message, from the scenario itself. */
export function expectedMessage(scenario: Scenario, message: ScenarioMessage) {
	const isMine = message.from === scenario.accounts[0]?.personId;
	const handle = scenario.people.find(({ id }) => id === message.from)?.handle ?? null;
	// The page does not say of a call or a notice what it is, nor whose a line of its own is.
	const isOwnLine = message.kind === 'system';
	return {
		side: isOwnLine ? 'unknown' : isMine ? 'mine' : 'theirs',
		sender: isMine || isOwnLine ? null : handle,
		kind: message.kind === 'call' ? 'unsupported' : message.kind,
		text: message.text ?? null,
		quote: message.quote?.text ?? null,
		reactions: message.reactions ?? [],
	};
}

/** The shown messages of a chat as the scenario has them, oldest first. */
export function expectedThread(
	scenario: Scenario,
	chatId: string,
	shown = window.site.shownMessages(),
) {
	const messages = chatOf(scenario, chatId).messages;
	return shown.flatMap((id) => {
		const message = messages.find((candidate) => candidate.id === id);
		return message ? [expectedMessage(scenario, message)] : [];
	});
}

/** The same fields of what was read; a share's author, whom the scenario does not name, is left out. */
export function readThread(reading: Reading) {
	return (reading.thread?.messages ?? []).map(
		({ side, sender, kind, text, quote, reactions }: MessageReading) => ({
			side,
			sender,
			kind,
			text: kind === 'share' ? (text?.split('\n').slice(1).join('\n') ?? null) : text,
			quote,
			reactions,
		}),
	);
}

export function chatOf(scenario: Scenario, id: string): ScenarioChat {
	const chat = scenario.chats.find((candidate) => candidate.id === id);
	if (!chat) throw new Error(`no chat ${id}`);
	return chat;
}

/** Titles, unread states and the like, without ids and times: the same in every language. */
export function readList(reading: Reading) {
	return reading.chats.map(({ title, unread, muted, group, open, lastActivity }) => ({
		title,
		unread,
		muted,
		group,
		open,
		precision: lastActivity.precision,
	}));
}
