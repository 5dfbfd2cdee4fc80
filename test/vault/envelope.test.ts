import { describe, expect, test } from 'vitest';
import { randomBytes } from '@/lib/vault/bytes';
import {
	createDeviceEnvelope,
	createDeviceKey,
	isDeviceKey,
	openDeviceEnvelope,
} from '@/lib/vault/device';
import { flipBit } from './hex';

const cell = randomBytes(32);

describe('the device envelope', () => {
	test('opens with its device key alone', async () => {
		const [deviceKey, stranger] = [await createDeviceKey(), await createDeviceKey()];
		const envelope = await createDeviceEnvelope(deviceKey, cell);
		const vaultKey = await openDeviceEnvelope(deviceKey, envelope, cell);
		expect(vaultKey.extractable).toBe(false);
		await expect(openDeviceEnvelope(stranger, envelope, cell)).rejects.toThrow();
	});

	test('does not open damaged or after its cell was effaced', async () => {
		const deviceKey = await createDeviceKey();
		const envelope = await createDeviceEnvelope(deviceKey, cell);
		for (const at of [0, 20, envelope.length - 1])
			await expect(openDeviceEnvelope(deviceKey, flipBit(envelope, at), cell)).rejects.toThrow();
		const effaced = randomBytes(32);
		await expect(openDeviceEnvelope(deviceKey, envelope, effaced)).rejects.toThrow();
	});

	test('comes with a device key that a database can keep and nobody can export', async () => {
		const deviceKey = structuredClone(await createDeviceKey());
		expect(isDeviceKey(deviceKey)).toBe(true);
		await expect(crypto.subtle.exportKey('raw', deviceKey)).rejects.toThrow();
		await expect(
			crypto.subtle.deriveBits(
				{ name: 'HKDF', hash: 'SHA-256', salt: randomBytes(0), info: randomBytes(0) },
				deviceKey,
				256,
			),
		).rejects.toThrow();
	});

	test('takes nothing else for a device key', async () => {
		const extractable = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
			'encrypt',
		]);
		for (const other of [undefined, null, {}, randomBytes(32), extractable])
			expect(isDeviceKey(other)).toBe(false);
	});
});
