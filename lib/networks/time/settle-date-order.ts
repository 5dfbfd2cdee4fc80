import type { SettledOrder } from '../../model';
import type { TimeContext } from './context';
import { parseStamp } from './stamps';

const dayMs = 86_400_000;

/**
 * Which order of day and month makes all these dates possible: none later than
 * tomorrow, none before its predecessor. `null` while more than one does.
 */
export function settleDateOrder(
	texts: readonly string[],
	context: Pick<TimeContext, 'now' | 'languages'>,
): SettledOrder | null {
	const possible = (['dmy', 'mdy'] as const).filter((order) => {
		let previous = Number.NEGATIVE_INFINITY;
		return texts.every((text) => {
			const moment = parseStamp(text, { ...context, order });
			if (!moment) return false;
			const from = moment.from ?? previous;
			const fits = from >= previous && from <= context.now + dayMs;
			previous = from;
			return fits;
		});
	});
	return possible.length === 1 ? (possible[0] ?? null) : null;
}
