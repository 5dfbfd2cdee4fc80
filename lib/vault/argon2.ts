import { argon2id } from 'hash-wasm';
import type { Argon2Cost, Argon2Parameters } from './argon2-cost';
import { fromBase64url } from './base64url';
import { type Bytes, encodeText } from './bytes';

const outputLength = 32;

/** Argon2id of a passphrase, the same however a keyboard composes its letters. */
export function hashPassphrase(passphrase: string, parameters: Argon2Parameters): Promise<Bytes> {
	return argon2Of({
		password: encodeText(passphrase.normalize('NFKC')),
		salt: fromBase64url(parameters.salt),
		cost: parameters,
	});
}

/** Argon2id, version 1.3, of 32 bytes. */
export async function argon2Of(given: {
	password: Bytes;
	salt: Bytes;
	secret?: Bytes;
	cost: Argon2Cost;
}): Promise<Bytes> {
	const { password, salt, secret, cost } = given;
	const hash = await argon2id({
		password,
		salt,
		...(secret && { secret }),
		memorySize: cost.memoryKib,
		iterations: cost.passes,
		parallelism: cost.lanes,
		hashLength: outputLength,
		outputType: 'binary',
	});
	return new Uint8Array(hash);
}
