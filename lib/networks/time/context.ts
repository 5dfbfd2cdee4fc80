/** How a page's time words are to be read. */

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface TimeContext {
	now: number;
	/** BCP 47; the page's own language first. */
	languages: readonly string[];
	/** Settled order of day and month in numeric dates, where one was learned. */
	order?: DateOrder | null;
}
