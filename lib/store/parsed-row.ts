import * as v from 'valibot';
import { decodeText } from '@/lib/vault/bytes';

/** What stands in a row that is JSON in clear; `null` if it is anything else. */
export function parsedRow(value: unknown): unknown {
	if (!(value instanceof Uint8Array)) return null;
	try {
		return JSON.parse(decodeText(new Uint8Array(value)));
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof TypeError) return null;
		throw error;
	}
}

/** A cell's reference in such a row; see `plainRef`. */
export const refSchema = v.tuple([v.number(), v.number()]);
