import { encrypt, gcmParameters, ivLength } from './aes-gcm';
import { type Bytes, concatBytes, encodeText, randomBytes } from './bytes';
import type { Cells } from './cells';
import { deriveSealingKey, type SealingKey, type VaultKey } from './keys';

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

/** A new random V, already in its envelope; its bytes do not leave this function. */
export async function createEnvelope(deviceKey: DeviceKey, cells: Cells): Promise<Bytes> {
	const secret = randomBytes(32);
	const iv = randomBytes(ivLength);
	const key = await deriveEnvelopeKey(deviceKey, cells, 'encrypt');
	const envelope = concatBytes(iv, await encrypt(key, iv, additionalData, secret));
	secret.fill(0);
	return envelope;
}

/** Unwraps V without its bytes ever standing in script memory. Rejects if it does not fit. */
export async function openEnvelope(
	deviceKey: DeviceKey,
	envelope: Bytes,
	cells: Cells,
): Promise<VaultKey> {
	const key = await deriveEnvelopeKey(deviceKey, cells, 'unwrapKey');
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

async function deriveEnvelopeKey(
	deviceKey: DeviceKey,
	cells: Cells,
	usage: KeyUsage,
): Promise<SealingKey> {
	const cell = await cells.read(`envelope:${method}`);
	return deriveSealingKey(deviceKey, cell, encodeText(`envelope|${method}`), [usage]);
}
