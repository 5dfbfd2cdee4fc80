import { i18n } from '#i18n';
import {
	type FlagPatch,
	isArchived,
	isMuted,
	isPinned,
	isSnoozed,
	isUnread,
	unreadHere,
} from '@/lib/inbox/own-flags';
import type { Chat, ChatRow } from '@/lib/model';
import type { IconName } from '../Icon';
import { networkName } from '../words/networks';

export const chatActionIds = [
	'pin',
	'archive',
	'mute',
	'notify',
	'snooze',
	'unread',
	'label',
	'timer',
	'find',
	'open',
	'select',
	'delete',
] as const;
export type ChatActionId = (typeof chatActionIds)[number];

/** The single keys of actions on a chat. */
export const actionKeys: Partial<Record<ChatActionId, string>> = {
	pin: 'p',
	archive: 'e',
	snooze: 's',
	unread: 'u',
	timer: 't',
	select: 'x',
};

/** What can be done with some chats, said as what it would do now. */
export interface ChatAction {
	id: ChatActionId;
	label: string;
	icon: IconName;
	isErasure: boolean;
}

/** An action that is a flag: what it sets, and what is said once it is set. */
export interface FlagChange {
	patch: (chat: Chat) => FlagPatch;
	said: string;
}

/** Whether all of them are so already, so that the action takes it back. */
const areAll = (rows: readonly ChatRow[], is: (chat: Chat) => boolean): boolean =>
	rows.every(({ chat }) => is(chat));

const isUnreadAt = (now: number) => (chat: Chat) => isUnread(unreadHere(chat, now));

/** Read here: where its network counts it unread, that stays so there. */
export const readPatch = (chat: Chat): FlagPatch => ({
	read: isUnread(chat.unread) ? true : null,
	...(chat.own?.snooze ? { snooze: null } : {}),
});

const unreadPatch = (chat: Chat): FlagPatch => ({ read: isUnread(chat.unread) ? null : false });

/** The change behind an action that needs no further question; `null` for all others. */
export function flagChange(
	id: ChatActionId,
	rows: readonly ChatRow[],
	now: number,
	isTold: (chat: Chat) => boolean,
): FlagChange | null {
	const count = rows.length;
	switch (id) {
		case 'pin': {
			const pinned = !areAll(rows, isPinned);
			return {
				patch: () => ({ pinned }),
				said: i18n.t(pinned ? 'done.pinned' : 'done.unpinned', count),
			};
		}
		case 'archive': {
			const archived = !areAll(rows, isArchived);
			return {
				patch: () => ({ archived }),
				said: i18n.t(archived ? 'done.archived' : 'done.unarchived', count),
			};
		}
		case 'mute': {
			const muted = !areAll(rows, isMuted);
			return {
				patch: () => ({ muted }),
				said: i18n.t(muted ? 'done.muted' : 'done.unmuted', count),
			};
		}
		case 'notify': {
			const notifies = !areAll(rows, isTold);
			return {
				// What is muted stays silent: to be told of it is to want it loud again.
				patch: (chat) => ({ notifies, ...(notifies && isMuted(chat) ? { muted: false } : {}) }),
				said: i18n.t(notifies ? 'done.notified' : 'done.silenced', count),
			};
		}
		case 'unread': {
			const isRead = rows.some(({ chat }) => isUnreadAt(now)(chat));
			return {
				patch: isRead ? readPatch : unreadPatch,
				said: i18n.t(isRead ? 'done.read' : 'done.unread', count),
			};
		}
		case 'snooze':
			if (!areAll(rows, (chat) => isSnoozed(chat, now))) return null;
			return { patch: () => ({ snooze: null }), said: i18n.t('done.woken', count) };
		default:
			return null;
	}
}

/** All that can be done with these chats. */
export function chatActions(
	rows: readonly ChatRow[],
	now: number,
	isTold: (chat: Chat) => boolean = () => false,
): ChatAction[] {
	const [first] = rows;
	const isOne = rows.length === 1 && first !== undefined;
	const plain = (id: ChatActionId, label: string, icon: IconName): ChatAction => ({
		id,
		label,
		icon,
		isErasure: id === 'delete',
	});
	return [
		plain('pin', i18n.t(areAll(rows, isPinned) ? 'act.unpin' : 'act.pin'), 'pinned'),
		plain(
			'archive',
			i18n.t(areAll(rows, isArchived) ? 'act.unarchive' : 'act.archive'),
			'archived',
		),
		plain('mute', i18n.t(areAll(rows, isMuted) ? 'act.unmute' : 'act.mute'), 'muted'),
		plain('notify', i18n.t(areAll(rows, isTold) ? 'act.notNotify' : 'act.notify'), 'notify'),
		plain(
			'snooze',
			i18n.t(areAll(rows, (chat) => isSnoozed(chat, now)) ? 'act.wake' : 'act.snooze'),
			'snoozed',
		),
		plain(
			'unread',
			i18n.t(rows.some(({ chat }) => isUnreadAt(now)(chat)) ? 'act.read' : 'act.unread'),
			'unread',
		),
		plain('label', i18n.t('act.label'), 'label'),
		plain('timer', i18n.t('act.timer'), 'timer'),
		...(isOne
			? [
					plain('find', i18n.t('act.find'), 'search'),
					plain('open', i18n.t('chat.openThere', [networkName(first.chat.network)]), 'popOut'),
					plain('select', i18n.t('act.select'), 'select'),
				]
			: []),
		plain('delete', i18n.t('act.delete'), 'delete'),
	];
}
