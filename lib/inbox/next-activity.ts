import type { Moment, Unread } from '../model';
import { betterMoment, isBefore, isPrecise } from './better-moment';
import { isSame } from './changes';

/**
 * When something last happened in a chat, after its row was read again. Clock times and a
 * rising unread count tell of something new; a relative time alone does not, since a page
 * that sleeps shows a stale one.
 */
export function nextActivity(
	known: Moment,
	read: Moment,
	{
		isNewLine,
		isMoreUnread,
		isOrderSettled,
	}: { isNewLine: boolean; isMoreUnread: boolean; isOrderSettled: boolean },
): Moment {
	if (read.precision === 'unknown') return known;
	const isNews = isNewLine || (isBefore(known, read) && (isPrecise(read) || isMoreUnread));
	if (!isNews) return betterMoment(known, read, isOrderSettled);
	return isSame(known, read) ? known : read;
}

export function isMoreUnread(known: Unread, read: Unread): boolean {
	if (known === null || read === null || known === true) return false;
	return read === true ? known === 0 : read > known;
}
