import * as v from 'valibot';
import { fromBase64url, toBase64url } from './base64url';
import { randomBytes } from './bytes';
import { type EnvelopeKey, openEnvelope, sealEnvelope } from './envelope';
import type { CellSecret } from './keys';
import { secretBytes, secretOf, type VaultSecret } from './secret';

const token = (most: number) => v.pipe(v.string(), v.regex(/^[\w-]+$/u), v.maxLength(most));
const idSchema = token(22);
const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

/** One way to unlock, as it stands in clear: what must be known before anything is open. */
export const methodSchema = v.variant('kind', [
	v.object({
		kind: v.literal('passphrase'),
		id: idSchema,
		argon2: v.object({
			// A file that was tampered with must not have a page take all of the memory.
			memoryKib: upTo(1_048_576),
			passes: upTo(1_024),
			lanes: upTo(16),
			salt: token(64),
		}),
	}),
	v.object({ kind: v.literal('recovery'), id: idSchema }),
	v.object({
		kind: v.literal('passkey'),
		id: idSchema,
		/** Of the authenticator. */
		credentialId: token(2_048),
		/** What its pseudorandom function is asked with: 32 random bytes. */
		prfInput: token(64),
	}),
]);
export type Method = v.InferOutput<typeof methodSchema>;
export type MethodKind = Method['kind'];

export function newMethodId(): string {
	return toBase64url(randomBytes(8));
}

/** V in the envelope of one method. */
export async function sealForMethod(
	method: Method,
	key: EnvelopeKey,
	cell: CellSecret,
	secret: VaultSecret,
): Promise<string> {
	const bytes = secretBytes(secret);
	const envelope = await sealEnvelope(key, cell, labelOf(method), bytes);
	bytes.fill(0);
	return toBase64url(envelope);
}

/** `null` if what was typed or touched does not open it. */
export async function openForMethod(
	method: Method,
	key: EnvelopeKey,
	cell: CellSecret,
	envelope: string,
): Promise<VaultSecret | null> {
	try {
		const bytes = await openEnvelope(key, cell, labelOf(method), fromBase64url(envelope));
		const secret = secretOf(bytes);
		bytes.fill(0);
		return secret;
	} catch (error) {
		if (error instanceof DOMException && error.name === 'OperationError') return null;
		throw error;
	}
}

/** All that is told of a method is bound to its envelope, always in the same words. */
function labelOf(method: Method): string {
	switch (method.kind) {
		case 'passphrase': {
			const { memoryKib, passes, lanes, salt } = method.argon2;
			return ['passphrase', method.id, 'argon2id', memoryKib, passes, lanes, salt].join('|');
		}
		case 'recovery':
			return ['recovery', method.id].join('|');
		case 'passkey':
			return ['passkey', method.id, method.credentialId, method.prfInput].join('|');
	}
}
