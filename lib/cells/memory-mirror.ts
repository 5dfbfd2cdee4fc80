import type { Bytes } from '@/lib/vault/bytes';
import type { Mirror } from './mirror';
import { isSameBytes } from './same-bytes';

/** What a disk changes at once: it is as before, as written, or, in the worst case, neither. */
export type SectorFate = 'old' | 'new' | 'garbled';

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

	/** The machine stops, and each sector that was not flushed meets its own fate. */
	losePower(fateOf: (sector: number) => SectorFate): void {
		const after = this.#written;
		let left = this.#flushed.slice();
		for (let at = 0; at < after.length; at += sectorLength) {
			const sector = after.slice(at, at + sectorLength);
			const fate = isSameBytes(sector, left.slice(at, at + sectorLength))
				? 'old'
				: fateOf(at / sectorLength);
			if (fate === 'old') continue;
			const longer = new Uint8Array(Math.max(left.length, at + sector.length));
			longer.set(left);
			longer.set(fate === 'new' ? sector : sector.fill(0xa5), at);
			left = longer;
		}
		this.#written = left;
		this.#flushed = left.slice();
	}
}
