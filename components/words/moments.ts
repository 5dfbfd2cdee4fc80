import { i18n } from '#i18n';
import { hourMs, type Moment } from '@/lib/model';
import {
	clockText,
	dayStart,
	daysAgo,
	fullDay,
	fullStamp,
	longDay,
	shortDay,
	stampText,
} from './days';
import { relativeText } from './durations';

/** What a moment's bounds allow to say. */
type Known =
	| { kind: 'at'; at: number }
	| { kind: 'about'; at: number }
	| { kind: 'day'; at: number }
	| { kind: 'between'; from: number; to: number }
	| { kind: 'before'; at: number }
	| { kind: 'after'; at: number }
	| { kind: 'unknown' };

function readMoment({ from, to }: Moment): Known {
	if (from === null) return to === null ? { kind: 'unknown' } : { kind: 'before', at: to };
	if (to === null) return { kind: 'after', at: from };
	// Of a whole minute either end says the same; of anything else the late one, which sorts.
	if (to - from <= 2 * 60_000) return { kind: 'at', at: to };
	if (dayStart(from) !== dayStart(to)) return { kind: 'between', from, to };
	if (to - from <= 3 * hourMs) return { kind: 'about', at: (from + to) / 2 };
	return { kind: 'day', at: from };
}

/** The local day that certainly holds a moment, `null` where it may be another. */
export function certainDay(moment: Moment): number | null {
	const known = readMoment(moment);
	return known.kind === 'at' || known.kind === 'about' || known.kind === 'day'
		? dayStart(known.at)
		: null;
}

const shortStamp = (at: number, now: number): string =>
	daysAgo(at, now) === 0 ? clockText(at) : shortDay(at, now);

/** At the end of a row: a time today, else a day, with what is uncertain said. */
export function listTime(moment: Moment, now: number): string {
	const known = readMoment(moment);
	switch (known.kind) {
		case 'at':
			return shortStamp(known.at, now);
		case 'day':
			return shortDay(known.at, now);
		case 'about': {
			// The late end, by which lists are sorted: what stands below is not later than what is above.
			const at = moment.to ?? known.at;
			return daysAgo(at, now) === 0
				? i18n.t('time.aboutShort', [clockText(at)])
				: shortDay(at, now);
		}
		case 'between':
			return i18n.t('time.aboutShort', [shortDay(known.to, now)]);
		case 'before':
			return i18n.t('time.before', [shortStamp(known.at, now)]);
		case 'after':
			return i18n.t('time.after', [shortStamp(known.at, now)]);
		case 'unknown':
			return i18n.t('time.unknown');
	}
}

/** Read out: "5 minutes ago", "about 14:30", "Saturday, 14:05". */
export function spokenTime(moment: Moment, now: number): string {
	const known = readMoment(moment);
	switch (known.kind) {
		case 'at':
			return agoText(known.at, now);
		case 'day':
			return longDay(known.at, now);
		case 'about':
			return i18n.t('time.about', [stampText(known.at, now)]);
		case 'between':
			return i18n.t('time.between', [longDay(known.from, now), longDay(known.to, now)]);
		case 'before':
			return i18n.t('time.before', [stampText(known.at, now)]);
		case 'after':
			return i18n.t('time.after', [stampText(known.at, now)]);
		case 'unknown':
			return i18n.t('time.unknown');
	}
}

function agoText(at: number, now: number): string {
	// The end of the minute that runs is yet to come.
	const agoMs = now - at < 0 && at - now < 60_000 ? 0 : now - at;
	if (agoMs < 0 || agoMs >= 24 * hourMs) return `${longDay(at, now)}, ${clockText(at)}`;
	if (agoMs < 60_000) return relativeText(0, 'second');
	if (agoMs < hourMs) return relativeText(-Math.floor(agoMs / 60_000), 'minute');
	return relativeText(-Math.floor(agoMs / hourMs), 'hour');
}

/** Where it stands alone, as in what is copied: nothing of it hangs on today. */
export function writtenTime(moment: Moment): string {
	const known = readMoment(moment);
	switch (known.kind) {
		case 'at':
			return fullStamp(known.at);
		case 'day':
			return fullDay(known.at);
		case 'about':
			return i18n.t('time.about', [fullStamp(known.at)]);
		case 'between':
			return i18n.t('time.between', [fullDay(known.from), fullDay(known.to)]);
		case 'before':
			return i18n.t('time.before', [fullStamp(known.at)]);
		case 'after':
			return i18n.t('time.after', [fullStamp(known.at)]);
		case 'unknown':
			return i18n.t('time.unknown');
	}
}

/** Inside a bubble, under the heading of its day: the time alone where the day is certain. */
export function bubbleTime(moment: Moment, now: number): string {
	const known = readMoment(moment);
	switch (known.kind) {
		case 'at':
			return clockText(known.at);
		case 'about':
			return i18n.t('time.about', [clockText(known.at)]);
		case 'day':
		case 'unknown':
			return i18n.t('time.unknown');
		case 'between':
			return i18n.t('time.between', [stampText(known.from, now), stampText(known.to, now)]);
		case 'before':
			return i18n.t('time.before', [stampText(known.at, now)]);
		case 'after':
			return i18n.t('time.after', [stampText(known.at, now)]);
	}
}
