import { localMoment } from '@/lib/networks/time/moments';

/** Wednesday, 18 November 2026, 15:30 local time. */
export const now = new Date(2026, 10, 18, 15, 30).getTime();

/** A local day, or a minute of it. */
export const at = (year: number, month: number, day: number, hour?: number, minute?: number) =>
	localMoment({ year, month, day }, hour === undefined ? null : { hour, minute: minute ?? 0 });
