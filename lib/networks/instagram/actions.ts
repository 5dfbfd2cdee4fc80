import type { ChatListActions } from '../adapter';
import { scrollerOf } from '../scroll-list';
import { findRoots, isRow } from './roots';
import * as selectors from './selectors';

/** The pagelet of the list is its scroller (2026-04-23); else what scrolls its rows. */
export const actions: ChatListActions = {
	findChatList(document) {
		const { list } = findRoots(document);
		if (!list || list.root === document.body) return null;
		const within = list.root.closest(selectors.navigation) ?? list.root;
		const rows = [...list.root.querySelectorAll(selectors.row)];
		// Not any button: the notes above the rows scroll sideways.
		return scrollerOf(rows.find(isRow) ?? list.root, within);
	},
	isLoadingMore: (list) => list.querySelector(selectors.loading) !== null,
};
