import type { Scenario, ScenarioChat, ScenarioMessage, SiteAction } from '../scenario.ts';

/** A scenario as it stands once these actions happened, one after the other. */
export function afterEvents(scenario: Scenario, actions: readonly SiteAction[]): Scenario {
	const chats = actions.reduce(
		(before, action) =>
			'chatId' in action
				? before.map((chat) => (chat.id === action.chatId ? afterAction(chat, action) : chat))
				: before,
		scenario.chats,
	);
	return { ...scenario, chats, events: [] };
}

function afterAction(chat: ScenarioChat, action: SiteAction): ScenarioChat {
	const change = (
		messageId: string,
		edit: (message: ScenarioMessage) => ScenarioMessage | null,
	): ScenarioChat => ({
		...chat,
		messages: chat.messages.flatMap((message) =>
			message.id === messageId ? (edit(message) ?? []) : message,
		),
	});
	switch (action.do) {
		case 'arrive':
			return { ...chat, messages: [...chat.messages, action.message] };
		case 'edit':
			return change(action.messageId, (message) => ({
				...message,
				text: action.text,
				edited: true,
			}));
		case 'unsend':
			return change(action.messageId, (message) => unsent(chat, message));
		case 'react':
			return change(action.messageId, (message) => ({
				...message,
				reactions: [...(message.reactions ?? []), action.emoji],
			}));
		default:
			return chat;
	}
}

/** WhatsApp and Messenger leave a tombstone, Instagram nothing. */
function unsent(chat: ScenarioChat, message: ScenarioMessage): ScenarioMessage | null {
	if (chat.network === 'instagram') return null;
	const { text: _text, quote: _quote, reactions: _reactions, ...rest } = message;
	return { ...rest, kind: 'deleted' };
}
