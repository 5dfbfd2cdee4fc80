import type { Preview } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import type { SealingKey } from '@/lib/vault/keys';
import type { Counted } from './counts';
import { kvKeys } from './database';
import { placeOf } from './format';
import { openJson, sealJson } from './sealed-json';

/** What the list shows beside names. Counters can be rebuilt. */
export interface View {
	/** By chat key. */
	previews: ReadonlyMap<string, Preview>;
	/** By chat key, of what its pages hold. */
	counts: ReadonlyMap<string, Counted>;
}

export const emptyView: View = { previews: new Map(), counts: new Map() };

const place = placeOf('kv', kvKeys.view);

/** How many, and the kept starts, each but the first as the distance from the one before. */
type PlainCounts = [chatKey: string, count: number, ...distances: number[]];

interface PlainView {
	previews: [chatKey: string, preview: Preview][];
	counts: PlainCounts[];
}

export function sealView(key: SealingKey, view: View): Promise<Bytes> {
	const plain: PlainView = {
		previews: [...view.previews],
		counts: [...view.counts].map(
			([chatKey, { count, starts }]): PlainCounts => [
				chatKey,
				count,
				...starts.map((start, index) => start - (starts[index - 1] ?? 0)),
			],
		),
	};
	return sealJson(key, place, plain);
}

export async function openView(key: SealingKey, sealed: Bytes): Promise<View> {
	const plain = await openJson<PlainView>(key, place, sealed);
	return {
		previews: new Map(plain.previews),
		counts: new Map(plain.counts.map(([chatKey, ...counts]) => [chatKey, countedOf(counts)])),
	};
}

function countedOf([count = 0, ...distances]: number[]): Counted {
	let start = 0;
	const starts = distances.map((distance) => {
		start += distance;
		return start;
	});
	return { count, starts };
}
