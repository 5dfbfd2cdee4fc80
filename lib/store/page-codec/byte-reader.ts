import type { Bytes } from '@/lib/vault/bytes';

/** What cannot have been packed here. The text names the fault, never the content. */
export class PageFormatError extends Error {
	constructor(fault: string) {
		super(`not a page: ${fault}`);
		this.name = 'PageFormatError';
	}
}

/** Reads what `ByteWriter` wrote; throws at the end of the bytes. */
export class ByteReader {
	private readonly bytes: Bytes;
	private at = 0;

	constructor(bytes: Bytes) {
		this.bytes = bytes;
	}

	byte(): number {
		const value = this.bytes[this.at++];
		if (value === undefined) throw new PageFormatError('it ends too early');
		return value;
	}

	count(): number {
		let value = this.byte();
		if (value < 128) return value;
		value &= 127;
		for (let scale = 128; ; scale *= 128) {
			const next = this.byte();
			value += (next & 127) * scale;
			if (value > Number.MAX_SAFE_INTEGER) throw new PageFormatError('a number is too large');
			if (next < 128) return value;
		}
	}

	signed(): number {
		const value = this.count();
		return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
	}

	float(): number {
		const { buffer, byteOffset } = this.take(8);
		return new DataView(buffer, byteOffset, 8).getFloat64(0, true);
	}

	/** The next bytes, not copied. */
	take(length: number): Bytes {
		const end = this.at + length;
		if (end > this.bytes.length) throw new PageFormatError('it ends too early');
		const taken = this.bytes.subarray(this.at, end);
		this.at = end;
		return taken;
	}

	get isAtEnd(): boolean {
		return this.at === this.bytes.length;
	}
}
