import type { ChatListActions } from '../adapter';
import { scrollerOf } from '../scroll-list';
import { frame, list } from './selectors';

/** The list's own scroller is the pane; where it has another name, what scrolls the grid. */
export const actions: ChatListActions = {
	findChatList(document) {
		const grid = document.querySelector(list.grid) ?? document.querySelector(list.gridAnywhere);
		const pane = document.querySelector(frame.pane) ?? grid?.closest(frame.side);
		return pane ? scrollerOf(grid ?? pane, pane) : null;
	},
	// All chats are in the page from the start: only their rows are drawn as they come into view.
	isLoadingMore: () => false,
};
