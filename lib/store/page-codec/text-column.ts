import { type Bytes, decodeText, encodeText } from '@/lib/vault/bytes';
import { type ByteReader, PageFormatError } from './byte-reader';
import type { ByteWriter } from './byte-writer';

/** UTF-8, or UTF-16 units where a lone surrogate would not survive UTF-8. */
const encodings = { utf8: 0, units: 1 } as const;

export function writeText(writer: ByteWriter, text: string): void {
	if (text.isWellFormed()) {
		writeUtf8(writer, encodeText(text));
		return;
	}
	writer.byte(encodings.units);
	writer.count(2 * text.length);
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		writer.byte(unit & 255);
		writer.byte(unit >> 8);
	}
}

export function writeUtf8(writer: ByteWriter, text: Bytes): void {
	writer.byte(encodings.utf8);
	writer.count(text.length);
	writer.append(text);
}

export function readText(reader: ByteReader): string {
	const encoding = reader.byte();
	const bytes = reader.take(reader.count());
	if (encoding === encodings.utf8) return decodeText(bytes);
	if (encoding !== encodings.units) throw new PageFormatError('a text has no known encoding');
	let text = '';
	for (let index = 0; index + 1 < bytes.length; index += 2) {
		text += String.fromCharCode((bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8));
	}
	return text;
}

/** Several texts as one, and their lengths before it. */
export function writeTexts(writer: ByteWriter, texts: readonly string[]): void {
	for (const text of texts) writer.count(text.length);
	writeText(writer, texts.join(''));
}

export function readTexts(reader: ByteReader, length: number): string[] {
	const lengths = Array.from({ length }, () => reader.count());
	const joined = readText(reader);
	let at = 0;
	const texts = lengths.map((each) => {
		at += each;
		return joined.slice(at - each, at);
	});
	if (at !== joined.length) throw new PageFormatError('texts do not have their lengths');
	return texts;
}
