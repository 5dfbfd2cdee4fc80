import type { ChatReading, MessageReading } from '@/lib/model';
import type { Scenario, ScenarioChat, ScenarioMessage, SiteControl } from '../../sites/scenario';
import { phoneOf } from '../../sites/whatsapp/ids';

/** What of a chat's reading does not depend on where its row stands. */
export function expectedChat(scenario: Scenario, chat: ScenarioChat) {
	const nameOf = (id: string): string =>
		scenario.people.find((person) => person.id === id)?.name ?? id;
	const last = chat.messages.at(-1);
	return {
		id: chat.nativeId.endsWith('@lid') ? phoneOf(chat.nativeId) : chat.nativeId,
		title: chat.title ?? chat.personIds.map(nameOf).join(', '),
		unread: chat.unread ?? 0,
		muted: chat.muted ?? false,
		pinned: chat.pinned ?? false,
		archived: chat.archived ?? false,
		group: chat.group ?? false,
		at: Math.floor((last?.sentAt ?? 0) / 1_000),
	};
}

export function shownChat(chat: ChatReading) {
	const { id, title, unread, muted, pinned, archived, group, lastActivity } = chat;
	const at = Math.floor((lastActivity.from ?? 0) / 1_000);
	return { id, title, unread, muted, pinned, archived, group, at };
}

export function expectedMessage(scenario: Scenario, site: SiteControl, message: ScenarioMessage) {
	const isNotice = message.kind === 'system';
	const isMine = message.from === 'me';
	const isDeleted = message.kind === 'deleted';
	const name = scenario.people.find((person) => person.id === message.from)?.name ?? null;
	// Without a text of its own a message is not signed: one's own have no other name.
	const isSigned = !isMine || (message.text !== undefined && message.kind !== 'file');
	return {
		id: site.nativeMessageId(message.id),
		side: isNotice ? 'unknown' : isMine ? 'mine' : 'theirs',
		sender: isNotice || !isSigned ? null : name,
		kind: message.kind,
		text: isDeleted ? null : (message.text ?? null),
		quote: message.quote?.text ?? null,
		edited: message.edited ?? false,
		deleted: isDeleted,
		reactions: message.reactions ?? [],
		minute: isNotice ? null : Math.floor(message.sentAt / 60_000),
	};
}

export function shownMessage(message: MessageReading) {
	const { id, side, sender, kind, text, quote, edited, deleted, reactions, sentAt } = message;
	const isMinute = sentAt.precision === 'minute';
	return {
		...{ id, side, sender, kind, quote, edited, deleted, reactions },
		// What a call or an unknown kind says is the page's own wording.
		text: kind === 'call' ? null : text,
		minute: isMinute ? Math.floor((sentAt.from ?? 0) / 60_000) : null,
	};
}
