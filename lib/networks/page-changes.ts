import { createKeptReadings, type Keep } from './kept-readings';
import { isTelling } from './telling-changes';

export interface PageChanges {
	/** Begins or ends looking. */
	look(isWanted: boolean): void;
	/** For a reading of the page as it now is. */
	keepNow(): Keep;
	/** Nothing that was read so far holds any more. */
	forgetAll(): void;
	stop(): void;
}

/** Follows what changes on the page: when to read it, and which readings of its elements hold. */
export function followChanges(onChange: () => void): PageChanges {
	let kept = createKeptReadings();
	let isLooking = false;
	const observer = new MutationObserver((records) => {
		kept.forget(records);
		if (records.some(isTelling)) onChange();
	});
	const forgetAll = (): void => {
		kept = createKeptReadings();
	};
	return {
		look(isWanted) {
			if (isWanted === isLooking) return;
			isLooking = isWanted;
			observer.disconnect();
			// What changes while nobody looks is not known afterwards.
			forgetAll();
			if (!isWanted) return;
			observer.observe(document, {
				subtree: true,
				childList: true,
				characterData: true,
				attributes: true,
			});
		},
		keepNow() {
			kept.forget(observer.takeRecords());
			return kept.keep;
		},
		forgetAll,
		stop: () => observer.disconnect(),
	};
}
