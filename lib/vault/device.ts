import { type Bytes, randomBytes } from './bytes';
import { importEnvelopeKey, sealEnvelope, unwrapEnvelope } from './envelope';
import type { CellSecret, VaultKey } from './keys';

/** A non-extractable HKDF key that IndexedDB keeps for us: it opens the device envelope. */
export type DeviceKey = CryptoKey;

const label = 'device';

export function isDeviceKey(value: unknown): value is DeviceKey {
	return value instanceof CryptoKey && value.algorithm.name === 'HKDF' && !value.extractable;
}

export function createDeviceKey(): Promise<DeviceKey> {
	return importEnvelopeKey(randomBytes(32));
}

/** A new random V, already in its envelope; its bytes do not leave this function. */
export async function createDeviceEnvelope(deviceKey: DeviceKey, cell: CellSecret): Promise<Bytes> {
	const secret = randomBytes(32);
	const envelope = await sealEnvelope(deviceKey, cell, label, secret);
	secret.fill(0);
	return envelope;
}

export function openDeviceEnvelope(
	deviceKey: DeviceKey,
	envelope: Bytes,
	cell: CellSecret,
): Promise<VaultKey> {
	return unwrapEnvelope(deviceKey, cell, label, envelope);
}
