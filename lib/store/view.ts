import * as v from 'valibot';
import { type Preview, previewSchema } from '@/lib/model';
import { type Bytes, decodeText, encodeText } from '@/lib/vault/bytes';
import type { SealingKey } from '@/lib/vault/keys';
import { open, seal } from '@/lib/vault/seal';
import { checked } from './checked';
import type { Counted } from './counts';
import { kvKeys } from './database';
import { placeOf } from './format';

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

const plainCountsSchema = v.custom<PlainCounts>(
	(value) =>
		Array.isArray(value) &&
		typeof value[0] === 'string' &&
		value.length > 1 &&
		value.every((item, index) => index === 0 || Number.isSafeInteger(item)),
);
const viewSchema = v.object({
	previews: v.array(v.tuple([v.string(), previewSchema])),
	counts: v.array(plainCountsSchema),
});

export function sealView(key: SealingKey, view: View): Promise<Bytes> {
	const plain = {
		previews: [...view.previews],
		counts: [...view.counts].map(([chatKey, { count, starts }]) => [
			chatKey,
			count,
			...starts.map((start, index) => start - (starts[index - 1] ?? 0)),
		]),
	};
	return seal(key, place, encodeText(JSON.stringify(plain)));
}

export async function openView(key: SealingKey, sealed: Bytes): Promise<View> {
	const plain = checked(viewSchema, JSON.parse(decodeText(await open(key, place, sealed))));
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
