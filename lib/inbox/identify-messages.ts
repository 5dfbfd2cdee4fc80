import { alignedMessageId, type Hash, messageId, messageSignature } from '../ids';
import type { Message, MessageReading } from '../model';

/** A message as read, on its way into a chat. */
export interface ReadMessage {
	reading: Omit<MessageReading, 'id'>;
	/** Its key, where its network names it or it was stored before; else it gets one when it is new. */
	key: string | null;
	/** Whether its network names it: then only its key tells which stored message it is. */
	isNamed: boolean;
	signature: string;
	firstSeenAt: number;
	gapBefore: boolean;
}

/** A message as it will be stored, with `null` for what is still to be hashed. */
export interface Draft extends Omit<Message, 'key' | 'signature'> {
	key: string | null;
	signature: string | null;
}

/** By which keys the messages of a chat may be named, and which of those are taken. */
export interface MessageNames {
	key: string;
	/** Keys that the chat had before: a message that was named by one keeps that name. */
	otherKeys: readonly string[];
	stored: ReadonlySet<string>;
}

/** Hashes what a thread's messages are known by, all at once. The same id twice is read once. */
export async function identifyMessages(
	names: MessageNames,
	readings: readonly MessageReading[],
	hash: Hash,
	now: number,
): Promise<ReadMessage[]> {
	const ids = readings.map(({ id }) => id);
	const once = readings.filter(({ id }, index) => id === null || ids.indexOf(id) === index);
	return Promise.all(
		once.map(async ({ id, ...reading }) => {
			const [key, signature] = await Promise.all([
				id === null ? null : nameOf(id, names, hash),
				hash(signatureOf(names.key, reading)),
			]);
			return { reading, key, isNamed: id !== null, signature, firstSeenAt: now, gapBefore: false };
		}),
	);
}

async function nameOf(
	id: string,
	{ key, otherKeys, stored }: MessageNames,
	hash: Hash,
): Promise<string> {
	const [own = '', ...others] = await Promise.all(
		[key, ...otherKeys].map((chatKey) => hash(messageId(chatKey, id))),
	);
	return stored.has(own) ? own : (others.find((name) => stored.has(name)) ?? own);
}

/** What was stored of a chat under another key, to be read into this one. */
export async function identifyStored(
	chatKey: string,
	messages: readonly Message[],
	hash: Hash,
): Promise<ReadMessage[]> {
	return Promise.all(
		messages.map(async ({ key, rank: _, signature: __, firstSeenAt, gapBefore, ...reading }) => ({
			reading,
			key,
			isNamed: false,
			signature: await hash(signatureOf(chatKey, reading)),
			firstSeenAt,
			gapBefore: gapBefore === true,
		})),
	);
}

/**
 * Gives drafts what they still lack. A message that its network does not name gets the
 * first ordinal among equal ones that is free, counted from how many are stored.
 */
export async function nameDrafts(
	chatKey: string,
	drafts: readonly Draft[],
	stored: readonly Message[],
	hash: Hash,
): Promise<Message[]> {
	const used = new Set([...stored, ...drafts].map(({ key }) => key));
	const named: Message[] = [];
	for (const draft of drafts) {
		const signature = draft.signature ?? (await hash(signatureOf(chatKey, draft)));
		let key = draft.key;
		let ordinal = stored.filter((message) => message.signature === signature).length;
		while (key === null) {
			const candidate = await hash(alignedMessageId(chatKey, signature, ordinal));
			if (!used.has(candidate)) key = candidate;
			ordinal += 1;
		}
		used.add(key);
		named.push({ ...draft, key, signature });
	}
	return named;
}

/** What makes a message look like another, in one chat. */
export function signatureOf(
	chatKey: string,
	{ side, sender, kind, text }: Pick<Message, 'side' | 'sender' | 'kind' | 'text'>,
): string {
	return messageSignature(chatKey, side, sender, kind, text);
}
