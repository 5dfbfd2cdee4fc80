/**
 * WebCrypto by Node's synchronous functions: the same algorithms on the same keys, without a
 * thread for each call, for tests that open thousands of stores.
 */
import {
	createCipheriv,
	createDecipheriv,
	createSecretKey,
	hkdfSync,
	type KeyObject,
} from 'node:crypto';

const cipher = 'aes-256-gcm';
const tagLength = 16;

/** Of keys that were made here; what others made goes the usual way. */
const secrets = new WeakMap<CryptoKey, KeyObject>();

/** From here on in this process. */
export function useQuickCrypto(): void {
	const { subtle } = crypto;
	const usual = {
		encrypt: subtle.encrypt.bind(subtle),
		decrypt: subtle.decrypt.bind(subtle),
		deriveKey: subtle.deriveKey.bind(subtle),
		importKey: subtle.importKey.bind(subtle),
	};
	Object.assign(subtle, {
		async encrypt(parameters: AesGcmParams, key: CryptoKey, plain: Bytes) {
			const secret = secrets.get(key);
			if (!secret) return usual.encrypt(parameters, key, plain);
			const sealing = createCipheriv(cipher, secret, parameters.iv as Bytes);
			sealing.setAAD(parameters.additionalData as Bytes);
			return joined([sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
		},
		async decrypt(parameters: AesGcmParams, key: CryptoKey, sealed: Bytes) {
			const secret = secrets.get(key);
			if (!secret) return usual.decrypt(parameters, key, sealed);
			const opening = createDecipheriv(cipher, secret, parameters.iv as Bytes);
			opening.setAAD(parameters.additionalData as Bytes);
			opening.setAuthTag(sealed.subarray(sealed.length - tagLength));
			const plain = opening.update(sealed.subarray(0, sealed.length - tagLength));
			return joined([plain, opening.final()]);
		},
		async deriveKey(
			from: HkdfParams,
			base: CryptoKey,
			to: AesKeyGenParams,
			extractable: boolean,
			usages: KeyUsage[],
		) {
			const secret = secrets.get(base);
			if (!secret || from.name !== 'HKDF' || to.name !== 'AES-GCM')
				return usual.deriveKey(from, base, to, extractable, usages);
			const [salt, info] = [from.salt as Bytes, from.info as Bytes];
			const derived = hkdfSync('sha256', secret, salt, info, to.length / 8);
			return remembered(createSecretKey(new Uint8Array(derived)), to.name, extractable, usages);
		},
		async importKey(...given: Parameters<SubtleCrypto['importKey']>) {
			const [format, bytes, algorithm, extractable, usages] = given as unknown as Importing;
			if (format !== 'raw' || algorithm !== 'HKDF') return usual.importKey(...given);
			return remembered(createSecretKey(bytes), algorithm, extractable, usages);
		},
		async unwrapKey(...given: Parameters<SubtleCrypto['unwrapKey']>) {
			const [format, wrapped, key, parameters, ...rest] = given as unknown as Unwrapping;
			const plain = await subtle.decrypt(parameters, key, wrapped);
			return subtle.importKey(format, plain, ...rest);
		},
	});
	// A key never changes: its clone may be itself, and is known here.
	const clone = structuredClone;
	globalThis.structuredClone = (value, options) =>
		value instanceof CryptoKey ? value : clone(value, options);
}

type Importing = ['raw', Bytes, 'HKDF', boolean, KeyUsage[]];
type Unwrapping = ['raw', Bytes, CryptoKey, AesGcmParams, 'HKDF', boolean, KeyUsage[]];

function remembered(
	secret: KeyObject,
	algorithm: string,
	extractable: boolean,
	usages: KeyUsage[],
): CryptoKey {
	const key = secret.toCryptoKey(algorithm, extractable, usages) as CryptoKey;
	secrets.set(key, secret);
	return key;
}

type Bytes = Uint8Array<ArrayBuffer>;

function joined(parts: readonly Uint8Array[]): ArrayBuffer {
	return new Uint8Array(Buffer.concat(parts)).buffer;
}
