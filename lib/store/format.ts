import type { Place } from '@/lib/vault/seal';

/** Of everything stored; a store of a later version is left untouched. */
export const formatVersion = 2;

/** Never released: what it left is removed, see `start-over.ts`. */
export const outdatedFormat = 1;

export type TableName = 'kv' | 'tail' | 'page' | 'due' | 'box';

/** Where a row lives, as its seal binds it. */
export function placeOf(table: TableName, rowKey: string): Place {
	return `${table}|${rowKey}|${formatVersion}`;
}
