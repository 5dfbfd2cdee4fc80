import type { Bytes } from '@/lib/vault/bytes';

/**
 * Room that finished writers left for the next ones: growing anew for each column of each page
 * kept the browser busier with throwing away than with packing.
 */
const spare: Bytes[] = [];
const keptSpare = 8;
const firstLength = 8_192;

/**
 * Bytes that grow as they are written, until they are finished. Whole numbers take 7 bits a
 * byte, lowest first.
 */
export class ByteWriter {
	private bytes: Bytes = spare.pop() ?? new Uint8Array(firstLength);
	private view = new DataView(this.bytes.buffer);
	length = 0;

	/** The bytes, with so much room after `length`: who writes there moves that along. */
	room(more: number): Bytes {
		this.reserve(more);
		return this.bytes;
	}

	byte(value: number): void {
		this.reserve(1);
		this.bytes[this.length++] = value;
	}

	/** A character below U+0100, as UTF-8. */
	narrow(unit: number): void {
		if (unit < 128) this.byte(unit);
		else {
			this.byte(0xc0 | (unit >> 6));
			this.byte(0x80 | (unit & 63));
		}
	}

	/** A whole number from 0 to 2^53 - 1. */
	count(value: number): void {
		this.reserve(8);
		let rest = value;
		while (rest > 0x7fffffff) {
			this.bytes[this.length++] = (rest % 128) | 128;
			rest = Math.floor(rest / 128);
		}
		while (rest > 127) {
			this.bytes[this.length++] = (rest & 127) | 128;
			rest >>>= 7;
		}
		this.bytes[this.length++] = rest;
	}

	/** A whole number of either sign, below 2^52. */
	signed(value: number): void {
		this.count(value < 0 ? -2 * value - 1 : 2 * value);
	}

	float(value: number): void {
		this.reserve(8);
		this.view.setFloat64(this.length, value, true);
		this.length += 8;
	}

	append(bytes: Bytes): void {
		this.reserve(bytes.length);
		this.bytes.set(bytes, this.length);
		this.length += bytes.length;
	}

	/** What was written; the writer then begins anew. */
	finish(): Bytes {
		const finished = this.bytes.slice(0, this.length);
		if (spare.length < keptSpare) spare.push(this.bytes);
		this.bytes = new Uint8Array(0);
		this.length = 0;
		return finished;
	}

	private reserve(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const grown = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
		grown.set(this.bytes);
		this.bytes = grown;
		this.view = new DataView(grown.buffer);
	}
}
