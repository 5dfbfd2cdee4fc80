import type { Moment } from '../model';

/**
 * The open chat's last activity: its newest message's own time where that can be what the
 * chat's row tells, else the row's. Of a thread that was scrolled up it cannot.
 */
export function activityOf(row: Moment, newest: Moment | undefined): Moment {
	if (newest?.precision !== 'exact' && newest?.precision !== 'minute') return row;
	const { from, to } = newest;
	if (row.precision !== 'interval' || row.from === null || row.to === null) return row;
	const canBeBoth = from !== null && to !== null && from <= row.to && to >= row.from;
	return canBeBoth ? newest : row;
}
