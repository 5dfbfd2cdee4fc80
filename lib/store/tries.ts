import * as v from 'valibot';
import { hourMs } from '@/lib/model';
import { type Bytes, encodeText } from '@/lib/vault/bytes';
import { parsedRow } from './parsed-row';

/** How often in a row what was typed did not open the vault; kept on disk, over restarts. */
export interface Tries {
	wrong: number;
	/** When the last of them was made. */
	at: number;
}

export const noTries: Tries = { wrong: 0, at: 0 };

const freeTries = 10;
const firstDelayMs = 30_000;
const longestDelayMs = hourMs;

const rowSchema = v.object({
	wrong: v.pipe(v.number(), v.integer(), v.minValue(0)),
	at: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export function encodeTries(tries: Tries): Bytes {
	return encodeText(JSON.stringify(tries));
}

export function triesIn(value: unknown): Tries {
	const row = v.safeParse(rowSchema, parsedRow(value));
	return row.success ? row.output : noTries;
}

/** When the next may be made, `null` for now. A clock that was set back makes nobody wait longer. */
export function nextTryAt({ wrong, at }: Tries, now: number): number | null {
	if (wrong < freeTries) return null;
	const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (wrong - freeTries));
	const nextAt = Math.min(at, now) + delayMs;
	return nextAt > now ? nextAt : null;
}
