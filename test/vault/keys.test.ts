import { describe, expect, test } from 'vitest';
import { decrypt, encrypt } from '@/lib/vault/aes-gcm';
import { type Bytes, encodeText, randomBytes } from '@/lib/vault/bytes';
import { fixedCells } from '@/lib/vault/cells';
import {
	deriveDirKey,
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

	test('differ for dir, view and every chat and bucket', async () => {
		const base = await importBase(randomBytes(32));
		const keys = await Promise.all([
			deriveDirKey(base, fixedCells),
			deriveViewKey(base, fixedCells),
			derivePageKey(base, fixedCells, 'chat-a', 'eternal'),
			derivePageKey(base, fixedCells, 'chat-a', 29_000_000),
			derivePageKey(base, fixedCells, 'chat-a', 29_000_015),
			derivePageKey(base, fixedCells, 'chat-b', 29_000_000),
		]);
		const texts = await Promise.all(keys.map(async (key) => String(await sealed(key))));
		expect(new Set(texts).size).toBe(keys.length);
	});

	test('die with any of their cells', async () => {
		const base = await importBase(randomBytes(32));
		const before = await derivePageKey(base, fixedCells, 'chat-a', 29_000_000);
		const text = await sealed(before);
		for (const gone of ['chat:chat-a', 'bucket:29000000']) {
			const cells = {
				read: async (name: string) => (name === gone ? randomBytes(32) : fixedCells.read('dir')),
			};
			const after = await derivePageKey(base, cells, 'chat-a', 29_000_000);
			await expect(decrypt(after, iv, encodeText('place'), text)).rejects.toThrow();
		}
	});

	test('cannot be exported', async () => {
		const base = await importBase(randomBytes(32));
		const keys = [await deriveDirKey(base, fixedCells), base];
		for (const key of keys) {
			expect(key.extractable).toBe(false);
			await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
		}
	});
});
