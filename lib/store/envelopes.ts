import * as v from 'valibot';
import { crc32 } from '@/lib/cells/crc32';
import { dayMs } from '@/lib/model';
import { type Bytes, encodeText } from '@/lib/vault/bytes';
import { type Method, methodSchema } from '@/lib/vault/methods';
import type { CellRef } from './cell-ref';
import { type Connection, copyName, kvKeys } from './database';
import { cellOf, plainRef } from './dir';
import { parsedRow, refSchema } from './parsed-row';

/** V in the envelope of one method. */
export interface MethodEnvelope {
	method: Method;
	/** On which it hangs. */
	cell: CellRef;
	/** V, sealed, as base64url. */
	sealed: string;
	/** Days since 1970: it stands in clear, and nobody needs to know the hour. */
	addedOn: number;
	lastUsedOn: number | null;
}

/** All ways to unlock, in one row: which there are must be known before anything is open. */
export interface Envelopes {
	/** Which vault key is in them. */
	check: string;
	methods: readonly MethodEnvelope[];
	/**
	 * Cells that the commit which wrote this gave up. They stand here and not sealed in dir, so
	 * that a start which finds the vault locked can finish what a death interrupted.
	 */
	doomed: readonly CellRef[];
}

const dayNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const rowSchema = v.object({
	version: v.literal(1),
	check: v.string(),
	methods: v.pipe(
		v.array(
			v.object({
				method: methodSchema,
				cell: refSchema,
				sealed: v.pipe(v.string(), v.regex(/^[\w-]{80}$/u)),
				addedOn: dayNumber,
				lastUsedOn: v.nullable(dayNumber),
			}),
		),
		v.minLength(1),
	),
	doomed: v.array(refSchema),
	/** Over all the rest: nothing else tells a row of which a bit has flipped from its copy. */
	sum: v.optional(v.number()),
});
type Row = v.InferInput<typeof rowSchema>;

function sumOf({ version, check, methods, doomed }: Row): number {
	return crc32(encodeText(JSON.stringify([version, check, methods, doomed])));
}

export function encodeEnvelopes({ check, methods, doomed }: Envelopes): Bytes {
	const row: Row = {
		version: 1,
		check,
		methods: methods.map(({ cell, ...rest }) => ({ ...rest, cell: plainRef(cell) })),
		doomed: doomed.map(plainRef),
	};
	return encodeText(JSON.stringify({ ...row, sum: sumOf(row) }));
}

/** `null` if it is damaged. */
export function decodeEnvelopes(value: unknown): Envelopes | null {
	const row = v.safeParse(rowSchema, parsedRow(value));
	if (!row.success) return null;
	const { check, methods, doomed } = row.output;
	return {
		check,
		methods: methods.map(({ cell, ...rest }) => ({ ...rest, cell: cellOf(cell) })),
		doomed: doomed.map(cellOf),
	};
}

/** What stands in the rows of `envelopeRows`: in one that is as it was written, if any is. */
export function envelopesIn(values: readonly unknown[]): Envelopes | null {
	const whole = values.find((value) => {
		// Not what the schema makes of it, which has another order.
		const row = parsedRow(value);
		return v.is(rowSchema, row) && row.sum === sumOf(row);
	});
	return [whole, ...values].map(decodeEnvelopes).find((one) => one !== null) ?? null;
}

/** Nothing else can open the vault: the row has a second copy. */
export const envelopeRows = [kvKeys.envelopes, copyName(kvKeys.envelopes)] as const;

/** Changes what stands in clear of the envelopes, within a transaction of the caller. */
export async function withEnvelopes(
	kv: Connection['kv'],
	change: (envelopes: Envelopes) => Envelopes,
): Promise<void> {
	const envelopes = envelopesIn(await kv.bulkGet([...envelopeRows]));
	if (!envelopes) return;
	const row = encodeEnvelopes(change(envelopes));
	await kv.bulkPut(
		envelopeRows.map(() => row),
		[...envelopeRows],
	);
}

export function dayOf(now: number): number {
	return Math.floor(now / dayMs);
}
