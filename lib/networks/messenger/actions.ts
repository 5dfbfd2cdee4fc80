import type { ChatListActions } from '../adapter';
import { scrollerOf } from '../scroll-list';
import * as selectors from './selectors';

/** The grid of chats, not the one of messages that older pages have. */
export const actions: ChatListActions = {
	findChatList(document) {
		const grid = [...document.querySelectorAll(selectors.grid)].find(
			(candidate) => !candidate.closest(`${selectors.main}, ${selectors.dialog}`),
		);
		const linked = [...document.querySelectorAll(selectors.threadLink)].find(
			(link) => !link.closest(`${selectors.main}, ${selectors.dialog}`),
		);
		const inner = grid ?? linked?.parentElement;
		if (!inner) return null;
		return scrollerOf(inner, inner.closest(selectors.navigation) ?? document.documentElement);
	},
	isLoadingMore: (list) => list.querySelector(selectors.loading) !== null,
};
