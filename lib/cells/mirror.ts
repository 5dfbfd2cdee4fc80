import type { Bytes } from '@/lib/vault/bytes';

/** One of the two files, as a writer holds it: overwritten in place, flushed when told. */
export interface Mirror {
	/** All of it. */
	read(): Bytes;
	write(bytes: Bytes, at: number): void;
	flush(): void;
}

/** `a` is always written and flushed before `b` is touched: one of them is whole at any moment. */
export interface Mirrors {
	a: Mirror;
	b: Mirror;
}
