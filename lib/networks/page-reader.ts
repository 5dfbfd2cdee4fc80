import type { ChatReading, Network } from '../model';
import type { ReaderLife } from './reader-life';

/** A page's reader, as scripts of ours that join it on the user's click know it. */
export interface PageReader {
	network: Network;
	/** Reads the page as it is now, and resolves once that is stored. */
	readAgain(): Promise<readonly ChatReading[]>;
	life: ReaderLife;
}

const key = Symbol.for('stube.reader');

/**
 * Makes a reader the only one of its page, in the world of the extension's own scripts, which
 * no page can reach: an older copy of it ends.
 */
export function claimPage(reader: PageReader): void {
	readerOfPage()?.life.end();
	Reflect.set(globalThis, key, reader);
}

/** The newest reader of this page, `null` where there is none or it has ended. */
export function readerOfPage(): PageReader | null {
	const reader: PageReader | undefined = Reflect.get(globalThis, key);
	return reader && !reader.life.isOver() ? reader : null;
}
