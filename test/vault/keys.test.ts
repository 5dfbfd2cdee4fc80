import { describe, expect, test } from 'vitest';
import { decrypt, encrypt } from '@/lib/vault/aes-gcm';
import { type Bytes, encodeText, randomBytes } from '@/lib/vault/bytes';
import {
	deriveDirKey,
	deriveDueKey,
	derivePageKey,
	deriveSealingKey,
	deriveViewKey,
	type SealingKey,
} from '@/lib/vault/keys';
import { fromHex } from './hex';

const importBase = (secret: Bytes) =>
	crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);
const iv = new Uint8Array(12);
const sample = encodeText('the same words under every key');
const sealed = (key: SealingKey) => encrypt(key, iv, encodeText('place'), sample);

describe('derived keys', () => {
	test('are what RFC 5869 test case 1 derives', async () => {
		const base = await importBase(fromHex('0b'.repeat(22)));
		const derived = await deriveSealingKey(
			base,
			fromHex('000102030405060708090a0b0c'),
			fromHex('f0f1f2f3f4f5f6f7f8f9'),
		);
		// The first 32 of its 42 bytes: HKDF's output is a prefix of any longer one.
		const published = await crypto.subtle.importKey(
			'raw',
			fromHex('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf'),
			'AES-GCM',
			false,
			['encrypt', 'decrypt'],
		);
		expect(await sealed(derived)).toEqual(await sealed(published));
	});

	test('differ for dir, view, due and every pair of cells', async () => {
		const base = await importBase(randomBytes(32));
		const [chatA, chatB, bucketA, bucketB] = [1, 2, 3, 4].map(() => randomBytes(32));
		if (!chatA || !chatB || !bucketA || !bucketB) throw new Error('four cells');
		const keys = await Promise.all([
			deriveDirKey(base, chatA),
			deriveViewKey(base, chatA),
			deriveDueKey(base),
			derivePageKey(base, chatA, bucketA),
			derivePageKey(base, chatA, bucketB),
			derivePageKey(base, chatB, bucketA),
			derivePageKey(base, bucketA, chatA),
		]);
		const texts = await Promise.all(keys.map(async (key) => String(await sealed(key))));
		expect(new Set(texts).size).toBe(keys.length);
	});

	test('die with any of their cells', async () => {
		const base = await importBase(randomBytes(32));
		const [chatCell, bucketCell] = [randomBytes(32), randomBytes(32)];
		const text = await sealed(await derivePageKey(base, chatCell, bucketCell));
		for (const after of [
			await derivePageKey(base, randomBytes(32), bucketCell),
			await derivePageKey(base, chatCell, randomBytes(32)),
		])
			await expect(decrypt(after, iv, encodeText('place'), text)).rejects.toThrow();
	});

	test('cannot be exported', async () => {
		const base = await importBase(randomBytes(32));
		const keys = [await deriveDirKey(base, randomBytes(32)), base];
		for (const key of keys) {
			expect(key.extractable).toBe(false);
			await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
		}
	});
});
