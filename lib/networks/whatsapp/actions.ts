import type { ChatListActions } from '../adapter';
import { scrollerOf } from '../scroll-list';
import * as selectors from './selectors';

/** The list's own scroller is the pane; where it has another name, what scrolls the grid. */
export const actions: ChatListActions = {
	findChatList(document) {
		const grid =
			document.querySelector(selectors.listGrid) ??
			document.querySelector(selectors.listGridAnywhere);
		const pane = document.querySelector(selectors.framePane) ?? grid?.closest(selectors.frameSide);
		return pane ? scrollerOf(grid ?? pane, pane) : null;
	},
	// All chats are in the page from the start: only their rows are drawn as they come into view.
	isLoadingMore: () => false,
};
