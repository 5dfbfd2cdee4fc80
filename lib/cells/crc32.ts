import type { Bytes } from '@/lib/vault/bytes';

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value;
});

/** CRC-32 (ISO 3309, as in zip and PNG): finds damage, keeps nobody out. */
export function crc32(bytes: Bytes, before = 0): number {
	let value = ~before;
	for (let at = 0; at < bytes.length; at += 1) {
		value = (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
	}
	return ~value >>> 0;
}

/** The same of a number's four bytes, little-endian. */
export function crc32Of(number: number): number {
	let value = ~0;
	for (let shift = 0; shift < 32; shift += 8) {
		value = (table[(value ^ (number >>> shift)) & 0xff] ?? 0) ^ (value >>> 8);
	}
	return ~value >>> 0;
}
