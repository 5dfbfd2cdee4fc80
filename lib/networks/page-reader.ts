import type { ChatReading, Network } from '../model';

/** A page's reader, as scripts of ours that join it on the user's click know it. */
export interface PageReader {
	network: Network;
	/** Reads the page as it is now, and resolves once that is stored. */
	readAgain(): Promise<readonly ChatReading[]>;
	/** Aborted when the reader ends. */
	ended: AbortSignal;
}

const key = Symbol.for('stube.reader');

/**
 * Makes a reader the newest of its page, in the world of the extension's own scripts, which
 * no page can reach. Returns whether it still is.
 */
export function claimPage(reader: PageReader): () => boolean {
	Reflect.set(globalThis, key, reader);
	return () => Reflect.get(globalThis, key) === reader;
}

/** The newest reader of this page, `null` where there is none or it has ended. */
export function readerOfPage(): PageReader | null {
	const reader: PageReader | undefined = Reflect.get(globalThis, key);
	return reader && !reader.ended.aborted ? reader : null;
}
