import { toBase64url } from './base64url';
import { randomBytes } from './bytes';

/** How dear one guess of a passphrase is (RFC 9106); stands in clear in its envelope. */
export interface Argon2Cost {
	memoryKib: number;
	passes: number;
	lanes: number;
}

export interface Argon2Parameters extends Argon2Cost {
	/** 16 random bytes, base64url. */
	salt: string;
}

/** WASM has no threads: more lanes would help whoever guesses, and nobody else. */
export const leastCost: Argon2Cost = { memoryKib: 65_536, passes: 3, lanes: 1 };

const saltLength = 16;

export function withNewSalt(cost: Argon2Cost): Argon2Parameters {
	return { ...cost, salt: toBase64url(randomBytes(saltLength)) };
}
