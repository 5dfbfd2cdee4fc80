import * as v from 'valibot';
import { captureLimits } from '../limits';
import {
	type Capture,
	captureSchema,
	chatReadingSchema,
	dayMs,
	type Moment,
	messageReadingSchema,
	type Network,
} from '../model';
import { wellFormed } from './well-formed';

/** Why a capture was refused whole. */
export type Refusal = 'too-large' | 'bad-shape';

export type ParsedCapture =
	| { capture: Capture; droppedRows: number; refusal: null }
	| { capture: null; droppedRows: 0; refusal: Refusal };

/**
 * Checks what a reader sent. Too large or of the wrong shape: refused whole. A single chat
 * or message that breaks its schema is left out and counted.
 */
export function parseCapture(payload: unknown, network: Network, now: number): ParsedCapture {
	const size = jsonBytes(payload);
	if (size === null) return refused('bad-shape');
	if (size > captureLimits.bytes) return refused('too-large');
	const raw = v.safeParse(captureSchema, payload);
	if (!raw.success) return refused('bad-shape');

	const { account, readAt, dateOrder, chats: chatRows, thread: rawThread } = raw.output;
	const messageRows = rawThread?.messages ?? [];
	const chats = keepValid(chatReadingSchema, chatRows);
	const messages = keepValid(messageReadingSchema, messageRows);
	const capture: Capture = {
		network,
		account,
		readAt,
		...(dateOrder && { dateOrder }),
		chats: chats.map((chat) => ({ ...chat, lastActivity: credible(chat.lastActivity, now) })),
		thread: rawThread && {
			...rawThread,
			messages: messages.map((message) => ({ ...message, sentAt: credible(message.sentAt, now) })),
		},
	};
	return {
		capture: wellFormed(capture),
		droppedRows: chatRows.length - chats.length + messageRows.length - messages.length,
		refusal: null,
	};
}

function refused(refusal: Refusal): ParsedCapture {
	return { capture: null, droppedRows: 0, refusal };
}

/** UTF-8 bytes of a payload as JSON; `null` if it is none (Firefox hands over any clone). */
function jsonBytes(payload: unknown): number | null {
	try {
		const json: string | undefined = JSON.stringify(payload);
		return json === undefined ? null : new TextEncoder().encode(json).length;
	} catch {
		// Cycles, BigInts and trees too deep to walk: none can be a capture.
		return null;
	}
}

function keepValid<Schema extends v.GenericSchema>(
	schema: Schema,
	rows: readonly unknown[],
): v.InferOutput<Schema>[] {
	return rows.flatMap((row) => {
		const parsed = v.safeParse(schema, row);
		return parsed.success ? [parsed.output] : [];
	});
}

/**
 * A time that ends before it begins, or lies more than a day ahead of this device's clock,
 * tells nothing; it would keep a copy for as long as the page likes.
 */
function credible(moment: Moment, now: number): Moment {
	const { from, to } = moment;
	const isInverted = from !== null && to !== null && from > to;
	const isAhead = (from ?? to ?? 0) > now + dayMs;
	return isInverted || isAhead ? { from: null, to: null, precision: 'unknown' } : moment;
}
