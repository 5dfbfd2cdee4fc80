import { i18n } from '#i18n';
import { isNewestUnseen } from '@/lib/inbox/read-to';
import type { ChatRow, Moment, Unread } from '@/lib/model';
import { spokenExpiry } from './expiry';
import { spokenTime } from './moments';
import { networkName } from './networks';
import { joinParts } from './numbers';
import { previewLine, shortened } from './previews';
import { shownTitle } from './titles';

/** "2 unread", "unread", or nothing where it is read or cannot be told. */
export function unreadText(unread: Unread): string | null {
	if (unread === null || unread === 0) return null;
	return unread === true ? i18n.t('unread.some') : i18n.t('unread.count', unread);
}

/** A row's time: the chat's last activity, else that of the line it shows. */
export function rowMoment({ chat, preview }: ChatRow): Moment {
	return chat.lastActivity.precision === 'unknown' && preview ? preview.sentAt : chat.lastActivity;
}

/** Whether the newest part of a chat that was read before is not. */
export function hasGapAtEnd({ chat, messageCount }: ChatRow): boolean {
	return messageCount > 0 && isNewestUnseen(chat);
}

/** Everything a row shows, in the order in which a person would ask. */
export function rowName(row: ChatRow, now: number): string {
	const { chat } = row;
	return joinParts([
		shownTitle(chat.title),
		networkName(chat.network),
		unreadText(chat.unread),
		shortened(previewLine(row)),
		spokenTime(rowMoment(row), now),
		chat.pinned === true ? i18n.t('mark.pinned') : null,
		chat.muted === true ? i18n.t('mark.muted') : null,
		chat.archived === true ? i18n.t('mark.archived') : null,
		hasGapAtEnd(row) ? i18n.t('mark.gap') : null,
		spokenExpiry(row, now),
	]);
}
