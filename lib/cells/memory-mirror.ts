import type { Bytes } from '@/lib/vault/bytes';
import type { Mirror } from './mirror';

/** What a disk changes at once. */
const sectorLength = 512;

/** A file in memory that knows what was flushed, for tests of what a death leaves behind. */
export class MemoryMirror implements Mirror {
	#written: Bytes = new Uint8Array(0);
	#flushed: Bytes = new Uint8Array(0);

	read(): Bytes {
		return this.#written.slice();
	}

	write(bytes: Bytes, at: number): void {
		const written = new Uint8Array(Math.max(this.#written.length, at + bytes.length));
		written.set(this.#written);
		written.set(bytes, at);
		this.#written = written;
	}

	flush(): void {
		this.#flushed = this.#written.slice();
	}

	/** The machine stops: of what was not flushed each sector is there or not, as asked. */
	losePower(isSectorThere: (sector: number) => boolean): void {
		const [before, after] = [this.#flushed, this.#written];
		const left = new Uint8Array(Math.max(before.length, after.length));
		left.set(before);
		let end = before.length;
		for (let at = 0; at < after.length; at += sectorLength) {
			if (!isSectorThere(at / sectorLength)) continue;
			left.set(after.subarray(at, at + sectorLength), at);
			end = Math.max(end, Math.min(at + sectorLength, after.length));
		}
		this.#written = left.slice(0, end);
		this.#flushed = this.#written.slice();
	}
}
