import { i18n } from '#i18n';
import {
	isArchived,
	isMuted,
	isPinned,
	isReadHereOnly,
	isSnoozed,
	isUnread,
	unreadHere,
} from '@/lib/inbox/own-flags';
import { isNewestUnseen } from '@/lib/inbox/read-to';
import { rowMoment } from '@/lib/inbox/sort';
import type { ChatRow, Unread } from '@/lib/model';
import { spokenExpiry } from './expiry';
import { spokenTime } from './moments';
import { networkName } from './networks';
import { joinParts } from './numbers';
import { previewLine, shortened } from './previews';
import { shownTitle } from './titles';

/** "2 unread", "unread", or nothing where it is read or cannot be told. */
export function unreadText(unread: Unread): string | null {
	if (!isUnread(unread)) return null;
	return typeof unread === 'number' ? i18n.t('unread.count', unread) : i18n.t('unread.some');
}

/** Whether the newest part of a chat that was read before is not. */
export function hasGapAtEnd({ chat, messageCount }: ChatRow): boolean {
	return messageCount > 0 && isNewestUnseen(chat);
}

/** Everything a row shows, in the order in which a person would ask. */
export function rowName(row: ChatRow, now: number, account?: string, isSignedOut = false): string {
	const { chat } = row;
	return joinParts([
		shownTitle(chat.title),
		networkName(chat.network),
		account ?? null,
		isSignedOut ? i18n.t('mark.signedOut') : null,
		unreadText(unreadHere(chat, now)),
		shortened(previewLine(row)),
		spokenTime(rowMoment(row), now),
		isPinned(chat) ? i18n.t('mark.pinned') : null,
		isMuted(chat) ? i18n.t('mark.muted') : null,
		isArchived(chat) ? i18n.t('mark.archived') : null,
		isSnoozed(chat, now) ? i18n.t('mark.snoozed') : null,
		isReadHereOnly(chat, now) ? i18n.t('mark.readHere') : null,
		...(chat.own?.labels ?? []),
		hasGapAtEnd(row) ? i18n.t('mark.gap') : null,
		spokenExpiry(row, now),
	]);
}
