import { i18n } from '#i18n';
import { isLostBetween, type LostDays } from '@/lib/inbox/lost-days';
import type { Moment } from '@/lib/model';

/** What is said of a stretch of a chat that was not seen, by the times of what stands beside it. */
export function gapText(lostDays: LostDays, before: Moment | undefined, after: Moment): string {
	const from = before?.from ?? Number.NEGATIVE_INFINITY;
	const to = after.to ?? Number.POSITIVE_INFINITY;
	return i18n.t(isLostBetween(lostDays, from, to) ? 'gap.locked' : 'gap.before');
}
