import * as v from 'valibot';
import { type Message, messageSchema, sides } from '@/lib/model';
import { checked } from './checked';

/** JSON turns what is not finite into `null`, which would cost the whole record when read. */
const finite = v.pipe(v.number(), v.finite());
export const storedMessageSchema = v.object({
	...messageSchema.entries,
	rank: finite,
	firstSeenAt: finite,
});

const optionalSchema = v.pick(storedMessageSchema, [
	'gapBefore',
	'kept',
	'readAt',
	'toStory',
	'quoteOf',
]);

/** A copy of a message that fits its schema; throws, naming only the place, where it does not. */
export function copyMessage(message: Message): Message {
	if (!isPlain(message)) return checked(storedMessageSchema, message);
	const { from, to, precision } = message.sentAt;
	return {
		key: message.key,
		rank: message.rank,
		side: message.side,
		sender: message.sender,
		kind: message.kind,
		text: message.text,
		truncated: message.truncated,
		quote: message.quote,
		sentAt: { from, to, precision },
		firstSeenAt: message.firstSeenAt,
		edited: message.edited,
		deleted: message.deleted,
		reactions: message.reactions.length === 0 ? [] : [...message.reactions],
		signature: message.signature,
		...optionalOf(message),
	};
}

/** Few messages have any of them. */
function optionalOf({ gapBefore, kept, readAt, toStory, quoteOf }: Message): Partial<Message> {
	return {
		...(gapBefore === undefined ? {} : { gapBefore }),
		...(kept === undefined ? {} : { kept }),
		...(readAt === undefined ? {} : { readAt }),
		...(toStory === undefined ? {} : { toStory }),
		...(quoteOf === undefined ? {} : { quoteOf: { ...quoteOf } }),
	};
}

const fields = 14;
const isTime = (value: unknown): boolean =>
	value === null ||
	(Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 8.64e15);
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

/** What nearly every message is, seen much faster than by its schema; else the schema decides. */
function isPlain(message: Message): boolean {
	return (
		Object.keys(message).length >= fields &&
		typeof message.key === 'string' &&
		Number.isFinite(message.rank) &&
		sides.includes(message.side) &&
		isTextOrNull(message.sender) &&
		(message.kind === 'text' || message.kind === 'photo') &&
		isTextOrNull(message.text) &&
		typeof message.truncated === 'boolean' &&
		isTextOrNull(message.quote) &&
		typeof message.sentAt === 'object' &&
		message.sentAt !== null &&
		isTime(message.sentAt.from) &&
		isTime(message.sentAt.to) &&
		(message.sentAt.precision === 'exact' || message.sentAt.precision === 'minute') &&
		Number.isFinite(message.firstSeenAt) &&
		typeof message.edited === 'boolean' &&
		typeof message.deleted === 'boolean' &&
		Array.isArray(message.reactions) &&
		message.reactions.every((one) => typeof one === 'string') &&
		typeof message.signature === 'string' &&
		(Object.keys(message).length === fields || v.is(optionalSchema, message))
	);
}
