import type { Bytes } from '@/lib/vault/bytes';
import { agree, agreeOnPlace } from './agree';
import { retiredGeneration } from './cell';
import type { CellReading, CellRef } from './cell-file';
import { isSameBytes } from './same-bytes';

/** The secrets that still stand where they are said to. */
export function readingOf(a: Bytes, b: Bytes): CellReading {
	return ({ index, generation }) => {
		const place = agreeOnPlace(index, a, b);
		if (typeof place === 'string') return null;
		return place.generation === generation && generation < retiredGeneration ? place.secret : null;
	};
}

/** `null` if the mirrors have to be mended first: what only one of them has may not be given out. */
export function readRefs(a: Bytes, b: Bytes): CellRef[] | null {
	if (!isSameBytes(a, b)) return null;
	const refs: CellRef[] = [];
	for (const [index, place] of agree(a, b).entries()) {
		if (typeof place === 'string') return null;
		if (place.generation < retiredGeneration) refs.push({ index, generation: place.generation });
	}
	return refs;
}
