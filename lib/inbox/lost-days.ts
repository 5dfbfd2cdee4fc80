import { dayMs } from '../model';

/** Days since 1970 (UTC) of which something that was collected while locked had to go unread. */
export type LostDays = readonly number[];

/** Whether one of these days has a moment in common with a stretch of time. */
export function isLostBetween(days: LostDays, from: number, to: number): boolean {
	return days.some((day) => day * dayMs < to && (day + 1) * dayMs > from);
}
