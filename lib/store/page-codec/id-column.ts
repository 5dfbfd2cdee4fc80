import type { Bytes } from '@/lib/vault/bytes';
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
for (const [digit, character] of [...alphabet].entries()) digitOf[character.charCodeAt(0)] = digit;

export function writeIds(writer: ByteWriter, ids: readonly string[]): void {
	const hashes = new Uint8Array(hashLength * ids.length);
	const isAllHashes = ids.every((id, index) => writeHash(hashes, hashLength * index, id));
	writer.byte(isAllHashes ? forms.hashes : forms.texts);
	if (isAllHashes) writer.append(hashes);
	else writeTexts(writer, ids);
}

/** Reads one id at a time. */
export function readIds(reader: ByteReader, length: number): (index: number) => string {
	const form = reader.byte();
	if (form === forms.hashes) {
		const hashes = reader.take(hashLength * length);
		return (index) => readHash(hashes, hashLength * index);
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

function readHash(bytes: Bytes, at: number): string {
	let id = '';
	let bits = 0;
	let bitCount = 0;
	for (let index = 0; index < hashLength; index += 1) {
		bits = ((bits << 8) | (bytes[at + index] ?? 0)) & 0xffff;
		bitCount += 8;
		while (bitCount >= 6) {
			bitCount -= 6;
			id += alphabet[(bits >> bitCount) & 63];
		}
	}
	return id + alphabet[(bits << (6 - bitCount)) & 63];
}
