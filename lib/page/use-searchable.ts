import { useEffect, useState } from 'preact/hooks';
import type { Searchable } from '@/lib/store/searchable';
import type { Store } from '@/lib/store/store';

/** Whoever empties the field to search for something else need not wait again. */
const keptMs = 30_000;

/**
 * The text of the whole store in this page's memory: from the first word that is searched for
 * until a while after the last.
 */
export function useSearchable(store: Store | null, isWanted: boolean): Searchable | null {
	const [searchable, setSearchable] = useState<Searchable | null>(null);
	const isHeld = useHeld(isWanted, keptMs);

	useEffect(() => {
		if (!store || !isHeld) return;
		const opened = store.openSearch();
		setSearchable(opened);
		return () => {
			opened.free();
			setSearchable(null);
		};
	}, [store, isHeld]);

	return searchable;
}

/** Whether it is wanted, or was a moment ago. */
function useHeld(isWanted: boolean, forMs: number): boolean {
	const [isHeld, setIsHeld] = useState(isWanted);
	useEffect(() => {
		if (isWanted) {
			setIsHeld(true);
			return;
		}
		const timer = setTimeout(setIsHeld, forMs, false);
		return () => clearTimeout(timer);
	}, [isWanted, forMs]);
	return isHeld;
}
