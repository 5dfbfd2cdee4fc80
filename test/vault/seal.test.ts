import { describe, expect, test } from 'vitest';
import { encodeText, randomBytes } from '@/lib/vault/bytes';
import { open, seal, sealOverhead } from '@/lib/vault/seal';
import { flipBit } from './hex';

const newKey = () =>
	crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const place = 'tail|row-1|1';
const content = encodeText('Grüße an alle 🫖');

describe('a sealed value', () => {
	test('opens in its place', async () => {
		const key = await newKey();
		expect(await open(key, place, await seal(key, place, content))).toEqual(content);
	});

	test('does not open in another table, row or format version', async () => {
		const key = await newKey();
		const sealed = await seal(key, place, content);
		for (const other of ['kv|row-1|1', 'tail|row-2|1', 'tail|row-1|2'] as const)
			await expect(open(key, other, sealed)).rejects.toThrow();
	});

	test('does not open under another key, damaged, cut or empty', async () => {
		const key = await newKey();
		const sealed = await seal(key, place, content);
		await expect(open(await newKey(), place, sealed)).rejects.toThrow();
		await expect(open(key, place, flipBit(sealed, 200))).rejects.toThrow();
		await expect(open(key, place, sealed.slice(0, -1))).rejects.toThrow();
		await expect(open(key, place, new Uint8Array(0))).rejects.toThrow();
	});

	test('is never the same twice, and tells of its length only the step', async () => {
		const key = await newKey();
		const [once, again] = [await seal(key, place, content), await seal(key, place, content)];
		expect(once).not.toEqual(again);
		expect(once.slice(0, 12)).not.toEqual(again.slice(0, 12));
		const lengths = await Promise.all(
			[0, 1, 500, 1020].map(async (size) => (await seal(key, place, randomBytes(size))).length),
		);
		expect(new Set(lengths)).toEqual(new Set([1024 + sealOverhead]));
	});
});
