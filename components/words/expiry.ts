import { i18n } from '#i18n';
import type { ChatRow } from '@/lib/model';
import { dueText, leftText, timerText } from './durations';

/** At the end of a row: what is left of the next message to go, else the timer. */
export function rowExpiry(row: ChatRow, now: number): string {
	if (row.nextExpiryAt !== null) return leftText(row.nextExpiryAt - now);
	return row.timer === 'off' ? i18n.t('expiry.off') : timerText(row.timer);
}

/** The same as a sentence. */
export function spokenExpiry(row: ChatRow, now: number): string {
	if (row.nextExpiryAt !== null) {
		return i18n.t('expiry.nextGoes', [dueText(row.nextExpiryAt - now)]);
	}
	return row.timer === 'off'
		? i18n.t('expiry.staysForever')
		: i18n.t('expiry.timerIs', [timerText(row.timer)]);
}

/** Which rule decides, and what it does. */
export function timerRule(row: Pick<ChatRow, 'timer' | 'timerFrom'>): string {
	const source = row.timerFrom === 'chat' ? i18n.t('timer.fromChat') : i18n.t('timer.fromDefault');
	const effect =
		row.timer === 'off'
			? i18n.t('timer.effectOff')
			: i18n.t('timer.effect', [timerText(row.timer)]);
	return `${source} ${effect}`;
}
