import { browser } from 'wxt/browser';

/** A reader's time on its page. */
export interface ReaderLife {
	/** Aborted when it ends. */
	signal: AbortSignal;
	/** Whether it has ended; also ends it once the extension was reloaded or removed. */
	isOver(): boolean;
	end(): void;
}

/**
 * WXT's own context says in events which the page hears, and can send, that a script began:
 * a page could tell that Stube is there, and end its reader. This one keeps to itself.
 */
export function beginLife(): ReaderLife {
	const life = new AbortController();
	const end = (): void => life.abort();
	return {
		signal: life.signal,
		isOver() {
			if (browser.runtime?.id === undefined) end();
			return life.signal.aborted;
		},
		end,
	};
}
