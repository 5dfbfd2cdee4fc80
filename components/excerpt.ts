import type { FoundRange } from '@/lib/inbox/search';

const before = 24;
const length = 140;

/** One line of a text around its first range, with the ranges moved along. */
export function excerptAround(
	text: string,
	ranges: readonly FoundRange[],
): { text: string; ranges: FoundRange[] } {
	const first = ranges[0]?.[0] ?? 0;
	const start = first <= before ? 0 : wordStart(text, first - before);
	const end = Math.min(text.length, start + length);
	const lead = start > 0 ? '…' : '';
	const tail = end < text.length ? '…' : '';
	const shift = lead.length - start;
	return {
		// One unit for one unit, so that the ranges still fit.
		text: lead + text.slice(start, end).replace(/\s/gu, ' ') + tail,
		ranges: ranges
			.filter((range) => range[0] < end)
			.map(([from, to]) => [from + shift, Math.min(to, end) + shift]),
	};
}

/** The start of the next word, so that an excerpt does not begin inside one. */
function wordStart(text: string, at: number): number {
	const gap = text.slice(at, at + before).search(/\s/u);
	return gap === -1 ? at : at + gap + 1;
}
