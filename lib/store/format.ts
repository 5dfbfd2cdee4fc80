import type { Place } from '@/lib/vault/seal';

/** Of everything stored; a store of any other version is left untouched. */
export const formatVersion = 1;

/** Where a row lives, as its seal binds it. */
export function placeOf(table: 'kv' | 'tail', rowKey: string): Place {
	return `${table}|${rowKey}|${formatVersion}`;
}
