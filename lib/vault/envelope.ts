import { encrypt, gcmParameters, ivLength } from './aes-gcm';
import { type Bytes, concatBytes, encodeText, randomBytes } from './bytes';
import { type CellSecret, deriveSealingKey, type SealingKey, type VaultKey } from './keys';

/** A non-extractable HKDF key that IndexedDB keeps for us: it opens the device envelope. */
export type DeviceKey = CryptoKey;

const method = 'device';
/** Of the envelope's own layout: IV, then V encrypted. */
const envelopeVersion = 1;
const additionalData = encodeText(`${method}|${envelopeVersion}`);

export function isDeviceKey(value: unknown): value is DeviceKey {
	return value instanceof CryptoKey && value.algorithm.name === 'HKDF' && !value.extractable;
}

export async function createDeviceKey(): Promise<DeviceKey> {
	const secret = randomBytes(32);
	const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
	secret.fill(0);
	return key;
}

/** A new random V, already in its envelope, which hangs on a cell; its bytes do not leave this function. */
export async function createEnvelope(deviceKey: DeviceKey, cell: CellSecret): Promise<Bytes> {
	const secret = randomBytes(32);
	const iv = randomBytes(ivLength);
	const key = await deriveEnvelopeKey(deviceKey, cell, 'encrypt');
	const envelope = concatBytes(iv, await encrypt(key, iv, additionalData, secret));
	secret.fill(0);
	return envelope;
}

/** Unwraps V without its bytes ever standing in script memory. Rejects if it does not fit. */
export async function openEnvelope(
	deviceKey: DeviceKey,
	envelope: Bytes,
	cell: CellSecret,
): Promise<VaultKey> {
	const key = await deriveEnvelopeKey(deviceKey, cell, 'unwrapKey');
	return crypto.subtle.unwrapKey(
		'raw',
		envelope.slice(ivLength),
		key,
		gcmParameters(envelope.slice(0, ivLength), additionalData),
		'HKDF',
		false,
		['deriveKey', 'deriveBits'],
	);
}

function deriveEnvelopeKey(
	deviceKey: DeviceKey,
	cell: CellSecret,
	usage: KeyUsage,
): Promise<SealingKey> {
	return deriveSealingKey(deviceKey, cell, encodeText(`envelope|${method}`), [usage]);
}
