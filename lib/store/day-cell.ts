import * as v from 'valibot';
import { type Bytes, encodeText } from '@/lib/vault/bytes';
import type { CellRef } from './cell-ref';
import { cellOf, plainRef } from './dir';
import { parsedRow, refSchema } from './parsed-row';

/** A cell on which hangs what came on one day while the vault was locked. */
export interface DayCell {
	/** Days since 1970. */
	day: number;
	ref: CellRef;
}

const rowSchema = v.array(v.tuple([v.number(), refSchema]));

export function encodeDayCells(cells: readonly DayCell[]): Bytes {
	return encodeText(JSON.stringify(cells.map(({ day, ref }) => [day, plainRef(ref)])));
}

/** None where the row is not there or damaged: what hung on them is lost, and nothing else. */
export function dayCellsIn(value: unknown): readonly DayCell[] {
	const row = v.safeParse(rowSchema, parsedRow(value));
	return row.success ? row.output.map(([day, ref]) => ({ day, ref: cellOf(ref) })) : [];
}
