import { expect, test } from 'vitest';
import { randomBytes } from '@/lib/vault/bytes';
import { pad, paddedLength, unpad } from '@/lib/vault/padding';

const kilobyte = 1024;

test('a content takes the next of 1, 2, 4, 8, 12, 16 KB, then the next 4 KB', () => {
	const inKilobytes = [
		0, 1, 1020, 1021, 2044, 2045, 5000, 9000, 13_000, 16_380, 16_381, 20_477,
	].map((length) => paddedLength(length) / kilobyte);
	expect(inKilobytes).toEqual([1, 1, 1, 2, 2, 4, 8, 12, 16, 16, 20, 24]);
});

test('what was padded comes back to the byte, whatever its length', () => {
	for (const length of [0, 1, 1020, 1021, 4092, 70_000]) {
		const content = randomBytes(Math.min(length, 65_536));
		expect(unpad(pad(content))).toEqual(content);
	}
});

test('a fixed length is kept to, and a content that does not fit is refused', () => {
	expect(pad(randomBytes(252), 256)).toHaveLength(256);
	expect(() => pad(randomBytes(253), 256)).toThrow(RangeError);
});

test('a damaged length is refused', () => {
	const padded = pad(randomBytes(10));
	padded[0] = 255;
	expect(() => unpad(padded)).toThrow(RangeError);
});
