import * as v from 'valibot';
import { type Message, messageSchema } from '@/lib/model';
import { fromBase64url, toBase64url } from '@/lib/vault/base64url';
import { type Bytes, concatBytes, decodeText, encodeText, randomBytes } from '@/lib/vault/bytes';
import type { Bucket } from '@/lib/vault/cells';
import type { SealingKey } from '@/lib/vault/keys';
import { open, seal, sealOverhead } from '@/lib/vault/seal';
import type { Vault } from '@/lib/vault/vault';
import { checked } from './checked';
import { placeOf } from './format';

/** Some messages of one chat that are erased together. Never changed, only replaced. */
export interface TailRecord {
	/** 16 random bytes, base64url. */
	key: string;
	chatKey: string;
	bucket: Bucket;
	/** Number of the commit that wrote it; a later one is right where two disagree. */
	sequence: number;
	messages: Message[];
}

/** All headers have one size, so that a value's size tells only that of its body. */
const headerLength = 256;
const sealedHeaderLength = headerLength + sealOverhead;

const headerSchema = v.tuple([v.string(), v.union([v.number(), v.literal('eternal')]), v.number()]);
/** JSON turns what is not finite into `null`, which would cost the whole record when read. */
const finite = v.pipe(v.number(), v.finite());
export const storedMessageSchema = v.object({
	...messageSchema.entries,
	rank: finite,
	firstSeenAt: finite,
});
const bodySchema = v.array(storedMessageSchema);

export function newRowKey(): string {
	return toBase64url(randomBytes(16));
}

export function rowKeyBytes(key: string): Bytes {
	return fromBase64url(key);
}

/** IndexedDB gives binary keys back as buffers, whatever they were put as. */
export function rowKeyName(key: Bytes | ArrayBuffer): string {
	return toBase64url(new Uint8Array(key));
}

/** A header under the dir key (whose messages, which bucket), then the body under its page key. */
export async function sealRecord(
	vault: Vault,
	dirKey: SealingKey,
	record: TailRecord,
): Promise<Bytes> {
	const place = placeOf('tail', record.key);
	const header = JSON.stringify([record.chatKey, record.bucket, record.sequence]);
	const pageKey = await vault.pageKey(record.chatKey, record.bucket);
	return concatBytes(
		...(await Promise.all([
			seal(dirKey, place, encodeText(header), headerLength),
			seal(pageKey, place, encodeText(JSON.stringify(record.messages))),
		])),
	);
}

/** Rejects if the value is not what was sealed for this row. */
export async function openRecord(
	vault: Vault,
	dirKey: SealingKey,
	key: string,
	value: Bytes,
): Promise<TailRecord> {
	const place = placeOf('tail', key);
	const header = await open(dirKey, place, value.slice(0, sealedHeaderLength));
	const [chatKey, bucket, sequence] = checked(headerSchema, JSON.parse(decodeText(header)));
	const pageKey = await vault.pageKey(chatKey, bucket);
	const body = await open(pageKey, place, value.slice(sealedHeaderLength));
	const messages = checked(bodySchema, JSON.parse(decodeText(body)));
	return { key, chatKey, bucket, sequence, messages };
}
