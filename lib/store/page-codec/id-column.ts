import { type Bytes, decodeText, encodeText } from '@/lib/vault/bytes';
import { type ByteReader, PageFormatError } from './byte-reader';
import type { ByteWriter } from './byte-writer';
import { readTexts, writeTexts } from './text-column';

/** Keyed hashes as their bytes; anything else, for which no hash was made, as texts. */
const forms = { hashes: 0, texts: 1 } as const;
const hashLength = 16;
/** 16 bytes in base64url, without padding. */
const nameLength = 22;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const noDigit = 255;
const digitOf = new Uint8Array(128).fill(noDigit);
const digits = encodeText(alphabet);
for (const [digit, character] of digits.entries()) digitOf[character] = digit;

export function writeIds(writer: ByteWriter, ids: readonly string[]): void {
	const hashes = new Uint8Array(hashLength * ids.length);
	const isAllHashes = ids.every((id, index) => writeHash(hashes, hashLength * index, id));
	writer.byte(isAllHashes ? forms.hashes : forms.texts);
	if (isAllHashes) writer.append(hashes);
	else writeTexts(writer, ids);
}

/** The ids by their places. */
export function readIds(reader: ByteReader, length: number): (index: number) => string {
	const form = reader.byte();
	if (form === forms.hashes) {
		const names = nameHashes(reader.take(hashLength * length));
		return (index) => names.slice(nameLength * index, nameLength * (index + 1));
	}
	if (form !== forms.texts) throw new PageFormatError('ids have no known form');
	const texts = readTexts(reader, length);
	return (index) => texts[index] ?? '';
}

/** Whether the id was the one base64url of 16 bytes, which then stand at `at`. */
function writeHash(bytes: Bytes, at: number, id: string): boolean {
	if (id.length !== nameLength) return false;
	let bits = 0;
	let bitCount = 0;
	let end = at;
	for (let index = 0; index < nameLength; index += 1) {
		const digit = digitOf[id.charCodeAt(index)] ?? noDigit;
		if (digit === noDigit) return false;
		bits = ((bits << 6) | digit) & 0xffff;
		bitCount += 6;
		if (bitCount < 8) continue;
		bitCount -= 8;
		bytes[end++] = bits >> bitCount;
	}
	// The last digit carries four bits more than there are; only zeros are canonical.
	return (bits & ((1 << bitCount) - 1)) === 0;
}

/** All of them as one text, each in base64url. */
function nameHashes(hashes: Bytes): string {
	const count = hashes.length / hashLength;
	const names = new Uint8Array(nameLength * count);
	let end = 0;
	for (let index = 0; index < count; index += 1) {
		let bits = 0;
		let bitCount = 0;
		for (let at = hashLength * index; at < hashLength * (index + 1); at += 1) {
			bits = ((bits << 8) | (hashes[at] ?? 0)) & 0xffff;
			bitCount += 8;
			while (bitCount >= 6) {
				bitCount -= 6;
				names[end++] = digits[(bits >> bitCount) & 63] ?? 0;
			}
		}
		names[end++] = digits[(bits << (6 - bitCount)) & 63] ?? 0;
	}
	return decodeText(names);
}
