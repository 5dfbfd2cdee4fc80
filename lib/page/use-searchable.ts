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
	const isOpen = searchable !== null;

	useEffect(() => {
		if (isWanted && store && !isOpen) setSearchable(store.openSearch());
		if (isWanted || !isOpen) return;
		const timer = setTimeout(() => setSearchable(null), keptMs);
		return () => clearTimeout(timer);
	}, [store, isWanted, isOpen]);

	useEffect(() => () => searchable?.free(), [searchable]);

	return searchable;
}
