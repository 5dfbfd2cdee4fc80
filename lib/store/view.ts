import * as v from 'valibot';
import { type Preview, previewSchema } from '@/lib/model';
import { type Bytes, decodeText, encodeText } from '@/lib/vault/bytes';
import { open, seal } from '@/lib/vault/seal';
import type { Vault } from '@/lib/vault/vault';
import { checked } from './checked';
import { kvKeys } from './database';
import type { RecordEntry } from './entry';
import { placeOf } from './format';

/** What the list shows beside names, and which records hold what. Counters can be rebuilt. */
export interface View {
	/** Number of the last commit that wrote records. */
	sequence: number;
	/** By chat key. */
	previews: ReadonlyMap<string, Preview>;
	/** By chat key, in the order of writing. */
	records: ReadonlyMap<string, readonly RecordEntry[]>;
}

export const emptyView: View = { sequence: 0, previews: new Map(), records: new Map() };

const place = placeOf('kv', kvKeys.view);

/** A row key and the starts, each but the first as the distance from the one before. */
type PlainEntry = [key: string, ...distances: number[]];

const plainEntrySchema = v.custom<PlainEntry>(
	(value) =>
		Array.isArray(value) &&
		typeof value[0] === 'string' &&
		value.every((item, index) => index === 0 || Number.isSafeInteger(item)),
);
const viewSchema = v.object({
	sequence: v.number(),
	previews: v.array(v.tuple([v.string(), previewSchema])),
	records: v.array(v.tuple([v.string(), v.array(plainEntrySchema)])),
});

export async function sealView(vault: Vault, view: View): Promise<Bytes> {
	const plain = {
		sequence: view.sequence,
		previews: [...view.previews],
		records: [...view.records].map(([chatKey, entries]) => [chatKey, entries.map(plainEntry)]),
	};
	return seal(await vault.viewKey(), place, encodeText(JSON.stringify(plain)));
}

export async function openView(vault: Vault, sealed: Bytes): Promise<View> {
	const text = decodeText(await open(await vault.viewKey(), place, sealed));
	const plain = checked(viewSchema, JSON.parse(text));
	return {
		sequence: plain.sequence,
		previews: new Map(plain.previews),
		records: new Map(
			plain.records.map(([chatKey, entries]) => [chatKey, entries.map(recordEntry)]),
		),
	};
}

function plainEntry({ key, starts }: RecordEntry): PlainEntry {
	return [key, ...starts.map((start, index) => start - (starts[index - 1] ?? 0))];
}

function recordEntry([key, ...distances]: PlainEntry): RecordEntry {
	let start = 0;
	const starts = distances.map((distance) => {
		start += distance;
		return start;
	});
	return { key, starts };
}

/** Row keys of one chat's records. */
export function recordKeys({ records }: View, chatKey: string): string[] {
	return (records.get(chatKey) ?? []).map(({ key }) => key);
}
