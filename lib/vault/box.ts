import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { type Bytes, concatBytes, encodeText } from './bytes';
import type { SealingKey } from './keys';
import { pad, unpad } from './padding';
import { open, type Place, seal } from './seal';

/**
 * What comes while the vault is locked is sealed to a public key that lies in clear (HPKE,
 * RFC 9180). Chrome knows X25519 from 133 on, P-256 since ever.
 */
const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

/** Of an uncompressed point of P-256, which both a public key and each sealed value begin with. */
export const boxPublicKeyLength = 65;

export type BoxPublicKey = Bytes;
/**
 * Opens what was sealed to its public half; cannot be exported. Both halves, since opening asks
 * for the public one too, and not every browser can tell it from the other (Firefox 153, and
 * Chrome as of `getPublicKey`).
 */
export type BoxPrivateKey = CryptoKeyPair;

/** What must also be known to open: the cell of the day, so that the box dies with it. */
export interface BoxPsk {
	psk: Bytes;
	pskId: Bytes;
}

/** A key pair, its private half already sealed under the vault. */
export interface BoxKeys {
	publicKey: BoxPublicKey;
	sealedPrivateKey: Bytes;
}

export async function createBoxKeys(carrier: SealingKey, place: Place): Promise<BoxKeys> {
	const { publicKey, privateKey } = await suite.GenerateKeyPair(true);
	const bytes = new Uint8Array(await suite.SerializePrivateKey(privateKey));
	const sealedPrivateKey = await seal(carrier, place, bytes);
	bytes.fill(0);
	return {
		publicKey: new Uint8Array(await suite.SerializePublicKey(publicKey)),
		sealedPrivateKey,
	};
}

export async function openBoxPrivateKey(
	carrier: SealingKey,
	place: Place,
	{ publicKey, sealedPrivateKey }: BoxKeys,
): Promise<BoxPrivateKey> {
	const scalar = await open(carrier, place, sealedPrivateKey);
	const bytes = concatBytes(pkcs8Start, scalar, pkcs8Middle, publicKey);
	scalar.fill(0);
	const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
	const [privateHalf, publicHalf] = await Promise.all([
		crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['deriveBits']),
		crypto.subtle.importKey('raw', publicKey, algorithm, true, []),
	]);
	bytes.fill(0);
	return { privateKey: privateHalf, publicKey: publicHalf };
}

/**
 * A private key of P-256 as RFC 5208 and RFC 5915 have it, up to its 32 bytes, and from there
 * to the public half's 65: Firefox takes none without them.
 */
const pkcs8Start = fromHex(
	'308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420',
);
const pkcs8Middle = fromHex('a144034200');

function fromHex(hex: string): Bytes {
	return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Whether it is a point of the curve, which one that is damaged is not. */
export async function isBoxPublicKey(bytes: Bytes): Promise<boolean> {
	return suite.DeserializePublicKey(bytes).then(
		() => true,
		() => false,
	);
}

/** Pads and encrypts, so that the vault alone can open it again, and only in its place. */
export async function sealToVault(
	publicKey: BoxPublicKey,
	{ psk, pskId }: BoxPsk,
	place: Place,
	content: Bytes,
	length?: number,
): Promise<Bytes> {
	const recipient = await suite.DeserializePublicKey(publicKey);
	const { encapsulatedSecret, ciphertext } = await suite.Seal(recipient, pad(content, length), {
		aad: encodeText(place),
		psk,
		pskId,
	});
	return concatBytes(new Uint8Array(encapsulatedSecret), new Uint8Array(ciphertext));
}

/** Rejects if it was sealed to another key, on another day or for another place, or is damaged. */
export async function openFromVault(
	privateKey: BoxPrivateKey,
	{ psk, pskId }: BoxPsk,
	place: Place,
	sealed: Bytes,
): Promise<Bytes> {
	const plaintext = await suite.Open(
		privateKey,
		sealed.slice(0, boxPublicKeyLength),
		sealed.slice(boxPublicKeyLength),
		{ aad: encodeText(place), psk, pskId },
	);
	return unpad(new Uint8Array(plaintext));
}
