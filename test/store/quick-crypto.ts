/**
 * WebCrypto by Node's synchronous functions: the same algorithms on the same keys, without a
 * thread for each call, for tests that open thousands of stores.
 */
import {
	createCipheriv,
	createDecipheriv,
	createSecretKey,
	hkdfSync,
	KeyObject,
} from 'node:crypto';

const cipher = 'aes-256-gcm';
const tagLength = 16;

const secrets = new WeakMap<CryptoKey, KeyObject>();

function secretOf(key: CryptoKey): KeyObject {
	const secret = secrets.get(key) ?? KeyObject.from(key);
	secrets.set(key, secret);
	return secret;
}

/** From here on in this process. What is not among these goes the usual way. */
export function useQuickCrypto(): void {
	const { subtle } = crypto;
	const deriveKey = subtle.deriveKey.bind(subtle);
	Object.assign(subtle, {
		async encrypt({ iv, additionalData }: Sealing, key: CryptoKey, plain: Uint8Array) {
			const sealing = createCipheriv(cipher, secretOf(key), iv);
			sealing.setAAD(additionalData);
			return joined([sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
		},
		async decrypt({ iv, additionalData }: Sealing, key: CryptoKey, sealed: Uint8Array) {
			const opening = createDecipheriv(cipher, secretOf(key), iv);
			opening.setAAD(additionalData);
			opening.setAuthTag(sealed.subarray(sealed.length - tagLength));
			const plain = opening.update(sealed.subarray(0, sealed.length - tagLength));
			return joined([plain, opening.final()]);
		},
		async deriveKey(...given: Parameters<SubtleCrypto['deriveKey']>) {
			const [from, base, to, extractable, usages] = given as unknown as Deriving;
			if (from.name !== 'HKDF' || to.name !== 'AES-GCM') return deriveKey(...given);
			const secret = hkdfSync('sha256', secretOf(base), from.salt, from.info, to.length / 8);
			return createSecretKey(new Uint8Array(secret)).toCryptoKey(to, extractable, usages);
		},
	});
}

interface Sealing {
	iv: Uint8Array;
	additionalData: Uint8Array;
}

type Deriving = [
	from: { name: string; salt: Uint8Array; info: Uint8Array },
	base: CryptoKey,
	to: { name: 'AES-GCM'; length: number },
	extractable: boolean,
	usages: KeyUsage[],
];

function joined(parts: readonly Uint8Array[]): ArrayBuffer {
	return new Uint8Array(Buffer.concat(parts)).buffer;
}
